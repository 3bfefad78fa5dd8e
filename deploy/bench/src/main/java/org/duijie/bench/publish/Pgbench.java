package org.duijie.bench.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.duijie.bench.Latencies;
import org.duijie.bench.load.Load;
import org.duijie.bench.load.Program;

/** {@code pgbench -N}: two updates, a select and an insert in a transaction, on the server that the suite uses. */
final class Pgbench {
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final int LATENCY_COLUMN = 2;

    private final Path program;
    private final Path directory;
    private final URI server;
    private final String user;

    /** @param jdbcUrl of a database that is empty */
    Pgbench(Path directory, String jdbcUrl, String user) {
        this.program = Program.find("pgbench", "postgresql-contrib", versions());
        this.directory = directory;
        this.server = URI.create(jdbcUrl.substring("jdbc:".length()));
        this.user = user;
        run("-i", "-q", "-s", "10");
    }

    private static List<Path> versions() {
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.map(version -> version.resolve("bin")).sorted().toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    Load.Round measure(int connections, Duration duration) {
        String prefix = directory.resolve("pgbench").toString();
        String report = run(
                "-N",
                "-n",
                "-c",
                Integer.toString(connections),
                "-j",
                Integer.toString(Math.min(2, connections)),
                "-T",
                Long.toString(duration.toSeconds()),
                "-l",
                "--log-prefix=" + prefix);
        Matcher rate = RATE.matcher(report);
        if (!rate.find()) {
            throw new IllegalStateException("pgbench said: " + report);
        }
        return new Load.Round(latencies(), Double.parseDouble(rate.group(1)));
    }

    /** Its log has a line for every transaction. */
    private Latencies latencies() {
        Latencies latencies = new Latencies();
        try (Stream<Path> logs = Files.list(directory)) {
            for (Path log : logs.toList()) {
                for (String line : Files.readAllLines(log)) {
                    latencies.add(TimeUnit.MICROSECONDS.toNanos(Long.parseLong(line.split(" ", -1)[LATENCY_COLUMN])));
                }
                Files.delete(log);
            }
            return latencies;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String run(String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(program.toString(), "-h", server.getHost(), "-p", "" + server.getPort(), "-U", user));
        command.addAll(List.of(arguments));
        command.add(server.getPath().substring(1));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", user);
        try {
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("pgbench failed: " + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
