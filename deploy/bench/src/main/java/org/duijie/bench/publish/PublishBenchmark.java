package org.duijie.bench.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.duijie.bench.BenchSuite;
import org.duijie.bench.Benchmark;
import org.duijie.bench.BenchmarkResult;
import org.duijie.bench.BenchmarkSize;
import org.duijie.bench.line.BenchNeed;
import org.duijie.bench.load.Load;
import org.duijie.bench.load.Outbox;
import org.duijie.bench.load.Rounds;
import org.duijie.bench.load.WarmUp;
import org.duijie.chassis.embedded.Directories;
import org.duijie.local.Suite;
import org.duijie.sample.Json;
import org.duijie.sample.text.Table;

/** How many needs a second the suite takes in, each with token, key and event, beside what its server can commit. */
public final class PublishBenchmark implements Benchmark {
    private static final int CONNECTIONS = 8;
    private static final String ACCOUNT = "zhangbei";
    private static final String COUNTY = "130722";
    private static final String PGBENCH_DATABASE = "pgbench";

    @Override
    public String name() {
        return "publish";
    }

    @Override
    public String about() {
        return "POST of a need through gateway and service, with token, idempotency key and limits,"
                + " beside pgbench -N with as many connections on the same PostgreSQL server";
    }

    @Override
    public BenchmarkResult run(BenchmarkSize size, PrintWriter progress) {
        return BenchSuite.atFullSpeed(suite -> switch (size) {
            case SMALL -> measure(suite, 1, new WarmUp(Duration.ofSeconds(10), 1), Duration.ofSeconds(5), progress);
            case FULL -> measure(suite, 5, new WarmUp(Duration.ofSeconds(30), 20), Duration.ofSeconds(15), progress);
        });
    }

    private static BenchmarkResult measure(Suite suite, int rounds, WarmUp warmUp, Duration round, PrintWriter progress)
            throws SQLException, IOException {
        Path logs = Files.createTempDirectory("duijie-pgbench-");
        Rounds posts = new Rounds();
        Rounds commits = new Rounds();
        long warm;
        try (Connection database =
                DriverManager.getConnection(suite.jdbcUrl("project"), suite.databaseUser(), suite.databaseUser())) {
            execute(database, "create database " + PGBENCH_DATABASE);
            Pgbench pgbench = new Pgbench(logs, suite.jdbcUrl(PGBENCH_DATABASE), suite.databaseUser());
            warm = warmUp.run(List.of(load(suite)), progress);
            for (int number = 1; number <= rounds; number++) {
                Outbox.awaitEmpty(database);
                posts.add(load(suite).run(round));
                Outbox.awaitEmpty(database);
                commits.add(pgbench.measure(CONNECTIONS, round));
                progress.printf("%d of %d rounds%n", number, rounds);
                progress.flush();
            }
        } finally {
            Directories.delete(logs);
        }
        return result(posts, commits, rounds, warm);
    }

    private static Load load(Suite suite) {
        String token = suite.token(ACCOUNT);
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        AtomicInteger number = new AtomicInteger();
        return new Load(suite.gateway(), CONNECTIONS, 201, () -> request(token, body(number.incrementAndGet(), today)));
    }

    private static String body(int number, LocalDate today) {
        try {
            return Json.MAPPER.writeValueAsString(BenchNeed.draft(number, COUNTY, today));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] request(String token, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = """
                POST /needs HTTP/1.1
                Host: duijie
                Authorization: Bearer %s
                Content-Type: application/json
                Idempotency-Key: "%s"
                Content-Length: %d

                """.formatted(token, UUID.randomUUID(), bytes.length);
        return (head.replace("\n", "\r\n") + body).getBytes(StandardCharsets.UTF_8);
    }

    private static void execute(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private static BenchmarkResult result(Rounds posts, Rounds commits, int rounds, long warm) {
        double ratio = posts.perSecond() / commits.perSecond();
        Table table = new Table("measured", ">n", ">per second", ">median ms", ">p99 ms");
        row(table, "POST /needs through the gateway", posts);
        row(table, "pgbench -N", commits);
        table.row("ratio of the rates", "", Rounds.rounded(ratio, 2), "", "");
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("connections", CONNECTIONS);
        figures.put("rounds", rounds);
        figures.put("warmUpSeconds", warm);
        figures.put("publish", posts.figures());
        figures.put("pgbench", commits.figures());
        figures.put("ratio", Rounds.rounded(ratio, 3));
        return new BenchmarkResult(table, """
                %d connections each, %d rounds in turns after %d s of warming up; figures are medians over the rounds. The
                events of a round are relayed before the next begins. Client, gateway, service, database, broker and the
                services that take the events share the cores of one machine; pgbench has them with the database alone.""".formatted(CONNECTIONS, rounds, warm), figures);
    }

    private static void row(Table table, String what, Rounds rounds) {
        table.row(
                what, rounds.count(), Rounds.rounded(rounds.perSecond(), 0), rounds.medianMillis(), rounds.p99Millis());
    }
}
