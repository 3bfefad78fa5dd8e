package org.duijie.bench.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.duijie.bench.BenchSuite;
import org.duijie.bench.Benchmark;
import org.duijie.bench.BenchmarkResult;
import org.duijie.bench.BenchmarkSize;
import org.duijie.bench.load.Load;
import org.duijie.bench.load.Rounds;
import org.duijie.local.PartName;
import org.duijie.local.Suite;
import org.duijie.sample.Json;
import org.duijie.sample.http.Patience;
import org.duijie.sample.text.Table;

/** Statistics over ten million entries of a million projects, and how long it takes to append one more. */
public final class LedgerBenchmark implements Benchmark {
    private static final String ACCOUNT = "zhangbei";
    private static final int ENTRIES_A_PROJECT = 10;
    private static final int CONNECTIONS = 8;
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final List<String> CUTS =
            List.of("CATEGORY", "LEVEL", "ORIGIN", "MODE", "FIELD", "COUNTY", "CITY", "YEAR");

    @Override
    public String name() {
        return "ledger";
    }

    @Override
    public String about() {
        return "statistics by every pair of cuts, now and as of the past, and the time to append an entry,"
                + " beside a bare INSERT and its commit";
    }

    @Override
    public BenchmarkResult run(BenchmarkSize size, PrintWriter progress) {
        return BenchSuite.atFullSpeed("-Xmx1g", suite -> switch (size) {
            case SMALL -> measure(suite, 10_000, 1, Duration.ofSeconds(5), progress);
            case FULL -> measure(suite, 1_000_000, 5, Duration.ofSeconds(15), progress);
        });
    }

    private static BenchmarkResult measure(Suite suite, int projects, int rounds, Duration round, PrintWriter progress)
            throws SQLException, IOException {
        long began = System.nanoTime();
        fill(suite, projects);
        progress.printf(
                "%d entries in %d s%n", projects * ENTRIES_A_PROJECT, (System.nanoTime() - began) / 1_000_000_000);
        progress.flush();
        suite.stop(PartName.PROJECT_SERVICE);
        suite.restart(PartName.PROJECT_SERVICE);
        began = System.nanoTime();
        JsonNode totals = awaitFacts(suite);
        double readSeconds = (System.nanoTime() - began) / 1e9;
        progress.printf("%d facts read in %.1f s%n", totals.path("position").asInt(), readSeconds);
        progress.flush();
        long mismatches = mismatches(suite, totals);
        BareInserts bare = new BareInserts(suite.jdbcUrl("project"), suite.databaseUser());
        bare.prepare();
        statistics(suite).run(Duration.ofSeconds(5));
        appends(suite, CONNECTIONS, projects).run(Duration.ofSeconds(10));
        Rounds answers = new Rounds();
        Rounds together = new Rounds();
        Rounds alone = new Rounds();
        Rounds bareTogether = new Rounds();
        Rounds bareAlone = new Rounds();
        for (int number = 1; number <= rounds; number++) {
            answers.add(statistics(suite).run(round));
            together.add(appends(suite, CONNECTIONS, projects).run(round));
            bareTogether.add(bare.run(CONNECTIONS, round));
            alone.add(appends(suite, 1, projects).run(round));
            bareAlone.add(bare.run(1, round));
            progress.printf("%d of %d rounds%n", number, rounds);
            progress.flush();
        }
        Table table = new Table("measured", ">n", ">per second", ">median ms", ">p99 ms");
        row(table, "GET /statistics", answers);
        row(table, "append, 8 connections", together);
        row(table, "bare INSERT, 8 connections", bareTogether);
        row(table, "append, 1 connection", alone);
        row(table, "bare INSERT, 1 connection", bareAlone);
        double ratio = (double) together.medianNanos() / bareTogether.medianNanos();
        double ratioAlone = (double) alone.medianNanos() / bareAlone.medianNanos();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("projects", projects);
        figures.put("entries", projects * ENTRIES_A_PROJECT);
        figures.put("facts", totals.path("position").asInt());
        figures.put("mismatches", mismatches);
        figures.put("readSeconds", Rounds.rounded(readSeconds, 1));
        figures.put("statistics", answers.figures());
        figures.put("append", together.figures());
        figures.put("bareInsert", bareTogether.figures());
        figures.put("appendRatio", Rounds.rounded(ratio, 2));
        figures.put("appendAlone", alone.figures());
        figures.put("bareInsertAlone", bareAlone.figures());
        figures.put("appendRatioAlone", Rounds.rounded(ratioAlone, 2));
        return new BenchmarkResult(table, """
                Statistics go through the gateway, one request after another: every pair of cuts, every third as of an
                instant of the past. An append is the whole request at project-service: token, key, rights, rules, entry
                with hash and balances, totals, fact and event. Its median is %.2f times that of a bare INSERT with %d
                connections, %.2f times with one.""".formatted(ratio, CONNECTIONS, ratioAlone), figures);
    }

    private static void row(Table table, String what, Rounds rounds) {
        table.row(
                what, rounds.count(), Rounds.rounded(rounds.perSecond(), 0), rounds.medianMillis(), rounds.p99Millis());
    }

    private static void fill(Suite suite, int projects) throws SQLException, IOException {
        try (InputStream file = Objects.requireNonNull(LedgerBenchmark.class.getResourceAsStream("fill.sql"));
                Connection database = DriverManager.getConnection(
                        suite.jdbcUrl("project"), suite.databaseUser(), suite.databaseUser());
                Statement statement = database.createStatement()) {
            String sql = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            statement.execute(sql.replace(":projects", Integer.toString(projects)));
        }
    }

    /** All facts are read when the first answer comes that counts them. */
    private static JsonNode awaitFacts(Suite suite) {
        while (true) {
            JsonNode read = get(suite, "/statistics?stage=AGREED&stage=RECEIVED&stage=COMPLETED");
            if (read.path("position").asInt() > 0) {
                return read;
            }
            Patience.sleep(PAUSE);
        }
    }

    private static JsonNode get(Suite suite, String path) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI target = suite.url(PartName.PROJECT_SERVICE).resolve(path);
            HttpRequest request = HttpRequest.newBuilder(target)
                    .timeout(Duration.ofMinutes(2))
                    .build();
            return Json.MAPPER.readTree(
                    http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** How many sums differ from those that the database works out of projects and entries. */
    private static long mismatches(Suite suite, JsonNode totals) throws SQLException {
        List<String> expected = new ArrayList<>();
        try (Connection database = DriverManager.getConnection(
                        suite.jdbcUrl("project"), suite.databaseUser(), suite.databaseUser());
                Statement statement = database.createStatement();
                ResultSet sums = statement.executeQuery("""
                        select (select sum(value_fen) from project),
                               (select sum(fen) from ledger_entry where book = 'COUNTY' and kind = 'RECEIPT')
                        """)) {
            sums.next();
            expected.add(sums.getBigDecimal(1).movePointLeft(2).toPlainString());
            expected.add(sums.getBigDecimal(2).movePointLeft(2).toPlainString());
        }
        long mismatches = 0;
        for (int stage = 0; stage < expected.size(); stage++) {
            String read = totals.path("totals")
                    .path(stage)
                    .path("amount")
                    .path("amount")
                    .asText();
            mismatches += read.equals(expected.get(stage)) ? 0 : 1;
        }
        for (String first : CUTS) {
            JsonNode by = get(
                    suite,
                    "/statistics?stage=AGREED&stage=RECEIVED&stage=COMPLETED&by=" + first + "&position="
                            + totals.path("position").asText());
            mismatches += by.path("totals").equals(totals.path("totals")) ? 0 : 1;
        }
        return mismatches;
    }

    private static Load statistics(Suite suite) {
        String token = suite.token(ACCOUNT);
        AtomicInteger number = new AtomicInteger();
        return new Load(suite.gateway(), 1, 200, () -> question(token, number.getAndIncrement()));
    }

    private static byte[] question(String token, int number) {
        int first = number / CUTS.size() % CUTS.size();
        int second = number % CUTS.size();
        String by = "by=" + CUTS.get(first) + (first == second ? "" : "&by=" + CUTS.get(second));
        String asOf = number % 3 == 0 ? "&asOf=202%d-0%d-15T00:00:00Z".formatted(3 + number % 2, 1 + number % 9) : "";
        return """
                GET /statistics?stage=AGREED&stage=RECEIVED&%s%s HTTP/1.1
                Host: duijie
                Authorization: Bearer %s

                """.formatted(by, asOf, token).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static Load appends(Suite suite, int connections, int projects) {
        String token = suite.token(ACCOUNT);
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        AtomicInteger number = new AtomicInteger((int) (System.nanoTime() >>> 10 & 0xFFFF));
        return new Load(
                suite.url(PartName.PROJECT_SERVICE),
                connections,
                201,
                () -> append(token, today, number.getAndIncrement(), projects));
    }

    /** Every tenth project is the account's. */
    private static byte[] append(String token, LocalDate today, int number, int projects) {
        String project = "00000000-0000-7000-8000-%012x".formatted((number % (projects / 10) + 1) * 10);
        byte[] body = """
                {"book":"COUNTY","kind":"PLEDGE","item":0,"transfer":"%s","value":{"amount":"1.00","currency":"CNY"},
                 "occurredOn":"%s","evidence":[]}""".formatted(UUID.randomUUID(), today).getBytes(StandardCharsets.UTF_8);
        String head = """
                POST /projects/%s/entries HTTP/1.1
                Host: duijie
                Authorization: Bearer %s
                Content-Type: application/json
                Idempotency-Key: "%s"
                Content-Length: %d

                """.formatted(project, token, UUID.randomUUID(), body.length);
        return (head.replace("\n", "\r\n") + new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }
}
