package org.duijie.bench.intake;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.duijie.bench.BenchSuite;
import org.duijie.bench.Benchmark;
import org.duijie.bench.BenchmarkResult;
import org.duijie.bench.BenchmarkSize;
import org.duijie.chassis.embedded.Directories;
import org.duijie.local.Suite;
import org.duijie.sample.http.Answer;
import org.duijie.sample.http.Credentials;
import org.duijie.sample.http.Gateway;
import org.duijie.sample.http.Patience;
import org.duijie.sample.http.Session;
import org.duijie.sample.text.Table;

/** A file of needs through the gateway until its last line is taken, beside COPY of the rows that it left. */
public final class ImportBenchmark implements Benchmark {
    private static final String COUNTY = "130722";
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int COPIES = 3;

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String about() {
        return "from handing in a file of needs at the gateway until every line is taken,"
                + " beside PostgreSQL's COPY of the rows that it left";
    }

    @Override
    public BenchmarkResult run(BenchmarkSize size, PrintWriter progress) {
        return BenchSuite.atFullSpeed(suite -> {
            try (Gateway gateway = new Gateway(suite.gateway(), Credentials.read(suite.accountsFile()))) {
                return switch (size) {
                    case SMALL -> measure(suite, gateway, 2_000, 5_000, progress);
                    case FULL -> measure(suite, gateway, 100_000, 100_000, progress);
                };
            }
        });
    }

    private static BenchmarkResult measure(Suite suite, Gateway gateway, int warmUp, int needs, PrintWriter progress)
            throws IOException, SQLException {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        Path directory = Files.createTempDirectory("duijie-import-");
        try (CopyTwins twins = new CopyTwins(directory, suite.jdbcUrl("project"), suite.databaseUser())) {
            trust(gateway.as("leading-group"));
            Session bureau = gateway.as("zhangbei");
            progress.printf("%d needs warm everything up%n", warmUp);
            take(bureau, NeedFile.write(directory.resolve("warm-up.ndjson"), 0, warmUp, COUNTY, today));
            Path file = NeedFile.write(directory.resolve("needs.ndjson"), warmUp, warmUp + needs, COUNTY, today);
            progress.printf("%d needs are handed in%n", needs);
            progress.flush();
            Import taken = take(bureau, file);
            progress.printf("their rows are copied%n");
            progress.flush();
            List<ConsumerRecord<byte[], byte[]>> events = NeedEvents.await(suite.kafkaBootstrap(), warmUp + needs);
            twins.copyOut(events);
            double copySeconds = medianCopy(twins);
            Import again = take(bureau, file);
            long doubled = doubled(twins, events, warmUp + needs);
            return result(taken, again, needs, warmUp, Files.size(file), copySeconds, doubled);
        } finally {
            Directories.delete(directory);
        }
    }

    private static double medianCopy(CopyTwins twins) throws SQLException, IOException {
        List<Double> seconds = new ArrayList<>();
        for (int copy = 0; copy < COPIES; copy++) {
            seconds.add(twins.copyIn());
        }
        Collections.sort(seconds);
        return seconds.get(COPIES / 2);
    }

    /** As a bureau that proved itself: published at once, and as many as it likes. */
    private static void trust(Session office) {
        office.see("/publishers/" + COUNTY)
                .replace(Map.of("trust", "TRUSTED", "dailyQuota", 1_000_000, "reason", "测速"))
                .expect(200);
    }

    /** What an import came to. */
    private record Import(double seconds, Answer job) {
        int count(String member) {
            return job.body().path(member).asInt();
        }
    }

    private static Import take(Session bureau, Path file) {
        long began = System.nanoTime();
        Answer job = bureau.post("/need-imports", file, "application/x-ndjson").expect(202);
        String path = "/need-imports/" + job.text("id");
        while (!Set.of("SUCCEEDED", "FAILED").contains(job.text("status"))) {
            Patience.sleep(PAUSE);
            job = bureau.get(path).expect(200);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        if (!job.text("status").equals("SUCCEEDED")) {
            throw new IllegalStateException("The import failed: " + job.body());
        }
        return new Import(seconds, job);
    }

    /** Needs that are there twice, or were announced twice. */
    private static long doubled(CopyTwins twins, List<ConsumerRecord<byte[], byte[]>> events, int needs)
            throws SQLException {
        long rows = twins.count("select count(*) from need") - needs;
        long changes = twins.count("select count(*) from need_change") - needs;
        long keys = events.stream()
                .map(event -> new String(event.key(), java.nio.charset.StandardCharsets.UTF_8))
                .collect(Collectors.toSet())
                .size();
        return Math.abs(rows) + Math.abs(changes) + Math.abs(events.size() - keys) + Math.abs(needs - keys);
    }

    private static BenchmarkResult result(
            Import taken, Import again, int needs, int warmUp, long bytes, double copySeconds, long doubled) {
        // The rows that were copied are those of the warm-up, too.
        double perSecond = needs / taken.seconds();
        double copyPerSecond = (needs + warmUp) / copySeconds;
        double ratio = perSecond / copyPerSecond;
        Table table = new Table("measured", ">needs", ">s", ">needs/s");
        table.row("import, from the request until it SUCCEEDED", needs, round(taken.seconds(), 2), round(perSecond, 0));
        table.row("COPY of the same rows", needs + warmUp, round(copySeconds, 2), round(copyPerSecond, 0));
        table.row("ratio: import / COPY", "", "", round(ratio, 2));
        table.row(
                "the same file again: unchanged",
                again.count("unchanged"),
                round(again.seconds(), 2),
                round(again.count("unchanged") / again.seconds(), 0));
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("needs", needs);
        figures.put("seconds", round(taken.seconds(), 3));
        figures.put("perSecond", round(perSecond, 1));
        figures.put("copySeconds", round(copySeconds, 3));
        figures.put("copyPerSecond", round(copyPerSecond, 1));
        figures.put("ratioCopy", round(ratio, 3));
        figures.put("refused", taken.count("refused"));
        figures.put("doubled", doubled);
        figures.put("bytes", bytes);
        figures.put("againSeconds", round(again.seconds(), 3));
        figures.put("againUnchanged", again.count("unchanged"));
        return new BenchmarkResult(table, notes(warmUp, doubled), figures);
    }

    private static String notes(int warmUp, long doubled) {
        return """
                COPY writes the same rows (need, change, event, fact, act, chunks of the import) from text files into twins with the same
                columns, checks and indexes, in one transaction; its time is the middle one of three, and among the rows are those
                of the %d needs that warmed up. Doubled or missing: %d. The import shares the cores with the services that
                take its events meanwhile, COPY has them alone.""".formatted(warmUp, doubled);
    }

    private static BigDecimal round(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }
}
