package org.duijie.bench.door;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.duijie.bench.load.Program;
import org.duijie.chassis.embedded.Directories;
import org.duijie.chassis.embedded.LoopbackPorts;
import org.duijie.sample.http.Patience;

/** An nginx that leads everything to one service. */
final class Nginx implements AutoCloseable {
    private static final int ATTEMPTS = 100;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Path directory;
    private final int port;
    private final Process process;

    Nginx(URI service) throws IOException {
        Path program = Program.find("nginx", "nginx", List.of(Path.of("/usr/sbin")));
        directory = Files.createTempDirectory("duijie-nginx-");
        port = LoopbackPorts.free(1).getFirst();
        Path config = directory.resolve("nginx.conf");
        Files.writeString(
                config,
                template()
                        .replace("@DIRECTORY@", directory.toString())
                        .replace("@SERVICE@", service.getAuthority())
                        .replace("@PORT@", Integer.toString(port)));
        process = new ProcessBuilder(
                        program.toString(), "-p", directory.toString(), "-e", "stderr", "-c", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("nginx.log").toFile())
                .start();
        awaitPort();
    }

    private static String template() throws IOException {
        try (InputStream template = Nginx.class.getResourceAsStream("nginx.conf")) {
            return new String(Objects.requireNonNull(template).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void awaitPort() throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS && process.isAlive(); attempt++) {
            try (Socket open = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException notYet) {
                Patience.sleep(PAUSE);
            }
        }
        String said = Files.readString(directory.resolve("nginx.log"));
        close();
        throw new IllegalStateException("nginx does not start: " + said);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            Directories.delete(directory);
        }
    }
}
