package org.duijie.bench.line;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.duijie.bench.BenchSuite;
import org.duijie.bench.Benchmark;
import org.duijie.bench.BenchmarkResult;
import org.duijie.bench.BenchmarkSize;
import org.duijie.local.Suite;
import org.duijie.sample.http.Credentials;
import org.duijie.sample.http.Gateway;

/** How much the suite adds to what any such line must pay: one durable commit and one trip over the broker. */
public final class LineBenchmark implements Benchmark {
    private static final int PROGRESS_EVERY = 50;

    @Override
    public String name() {
        return "line";
    }

    @Override
    public String about() {
        return "from the answer to the publishing request to the event in the subscriber's stream,"
                + " beside a bare PostgreSQL commit and a bare Kafka round trip";
    }

    @Override
    public BenchmarkResult run(BenchmarkSize size, PrintWriter progress) {
        return BenchSuite.asRun(suite -> {
            try (Gateway gateway = new Gateway(suite.gateway(), Credentials.read(suite.accountsFile()))) {
                return switch (size) {
                    case SMALL -> measure(suite, gateway, 10, 50, progress);
                    case FULL -> measure(suite, gateway, 100, 500, progress);
                };
            }
        });
    }

    private static BenchmarkResult measure(Suite suite, Gateway gateway, int warmUp, int count, PrintWriter progress) {
        LineFigures figures = new LineFigures();
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        try (Line line = new Line(gateway, today);
                BareCommit commit = new BareCommit(suite.jdbcUrl("project"), suite.databaseUser(), "bare_commit");
                BareRoundTrip roundTrip = new BareRoundTrip(suite.kafkaBootstrap(), "bare-round-trip")) {
            progress.printf("%d needs are written and submitted%n", warmUp + count);
            List<String> needs = line.submit(warmUp + count);
            String json = line.json(needs.getFirst());
            for (int number = 0; number < needs.size(); number++) {
                long committed = commit.measure(json);
                long travelled = roundTrip.measure(json);
                Line.Passage passage = line.publish(needs.get(number));
                if (number >= warmUp) {
                    figures.add(passage, committed, travelled);
                }
                if ((number + 1) % PROGRESS_EVERY == 0) {
                    progress.printf("%d of %d needs published%n", number + 1, needs.size());
                    progress.flush();
                }
            }
            return figures.result(warmUp, json.getBytes(StandardCharsets.UTF_8).length);
        } catch (SQLException | ExecutionException e) {
            throw new IllegalStateException("the bare measurements failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
