package org.duijie.bench.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.duijie.bench.BenchSuite;
import org.duijie.bench.Benchmark;
import org.duijie.bench.BenchmarkResult;
import org.duijie.bench.BenchmarkSize;
import org.duijie.bench.load.JdbcLoad;
import org.duijie.bench.load.Load;
import org.duijie.bench.load.Outbox;
import org.duijie.bench.load.Rounds;
import org.duijie.bench.load.WarmUp;
import org.duijie.local.PartName;
import org.duijie.local.Suite;
import org.duijie.sample.text.Table;

/** Statistics over ten million entries of a million projects, and how long it takes to append one more. */
public final class LedgerBenchmark implements Benchmark {
    private static final String ACCOUNT = "zhangbei";
    private static final int CONNECTIONS = 8;
    private static final List<String> CUTS =
            List.of("CATEGORY", "LEVEL", "ORIGIN", "MODE", "FIELD", "COUNTY", "CITY", "YEAR");

    @Override
    public String name() {
        return "ledger";
    }

    @Override
    public String about() {
        return "statistics by every pair of cuts, now and as of the past, and the time to append an entry,"
                + " and what of it is its transaction, beside a bare INSERT and its commit";
    }

    @Override
    public BenchmarkResult run(BenchmarkSize size, PrintWriter progress) {
        return BenchSuite.atFullSpeed("-Xmx1g", suite -> switch (size) {
            case SMALL ->
                measure(suite, 10_000, 1, new WarmUp(Duration.ofSeconds(15), 3), Duration.ofSeconds(5), progress);
            case FULL ->
                measure(suite, 1_000_000, 5, new WarmUp(Duration.ofSeconds(30), 20), Duration.ofSeconds(15), progress);
        });
    }

    private static BenchmarkResult measure(
            Suite suite, int projects, int rounds, WarmUp warmUp, Duration round, PrintWriter progress)
            throws SQLException {
        String url = suite.jdbcUrl("project");
        String user = suite.databaseUser();
        new LedgerFill(url, user, progress).write(projects);
        suite.stop(PartName.PROJECT_SERVICE);
        long began = System.nanoTime();
        suite.restart(PartName.PROJECT_SERVICE);
        Soundness soundness = new Soundness(suite, ACCOUNT);
        JsonNode totals = soundness.awaitFacts();
        double readSeconds = (System.nanoTime() - began) / 1e9;
        progress.printf(
                "%d facts read %.1f s after the start%n",
                totals.path("position").asInt(), readSeconds);
        progress.flush();
        long mismatches = soundness.mismatches(totals, CUTS);
        Receipts receipts = new Receipts(projects);
        JdbcLoad twin = AppendTwin.on(url, user, receipts);
        JdbcLoad bare = BareInserts.on(url, user);
        Map<Way, Rounds> ways = new EnumMap<>(Way.class);
        try (Connection database = DriverManager.getConnection(url, user, user)) {
            warmUp.run(List.of(appends(suite, receipts, CONNECTIONS), statistics(suite)), progress);
            for (int number = 1; number <= rounds; number++) {
                Outbox.awaitEmpty(database);
                add(ways, Way.STATISTICS, statistics(suite).run(round));
                add(ways, Way.APPEND, appends(suite, receipts, CONNECTIONS).run(round));
                Outbox.awaitEmpty(database);
                add(ways, Way.TWIN, twin.run(CONNECTIONS, round));
                add(ways, Way.BARE, bare.run(CONNECTIONS, round));
                add(ways, Way.APPEND_ALONE, appends(suite, receipts, 1).run(round));
                Outbox.awaitEmpty(database);
                add(ways, Way.TWIN_ALONE, twin.run(1, round));
                add(ways, Way.BARE_ALONE, bare.run(1, round));
                progress.printf("%d of %d rounds%n", number, rounds);
                progress.flush();
            }
        }
        mismatches += soundness.unsoundLedgers(new Receipts(projects));
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("projects", projects);
        figures.put("entries", projects * LedgerFill.ENTRIES_A_PROJECT);
        figures.put("facts", totals.path("position").asInt());
        figures.put("mismatches", mismatches);
        figures.put("readSeconds", Rounds.rounded(readSeconds, 1));
        ways.forEach((way, measured) -> figures.put(way.figure, measured.figures()));
        double append = ratio(ways, Way.APPEND, Way.BARE);
        double appendAlone = ratio(ways, Way.APPEND_ALONE, Way.BARE_ALONE);
        double ledger = ratio(ways, Way.TWIN, Way.BARE);
        double ledgerAlone = ratio(ways, Way.TWIN_ALONE, Way.BARE_ALONE);
        figures.put("appendRatio", Rounds.rounded(append, 2));
        figures.put("appendRatioAlone", Rounds.rounded(appendAlone, 2));
        figures.put("ledgerRatio", Rounds.rounded(ledger, 2));
        figures.put("ledgerRatioAlone", Rounds.rounded(ledgerAlone, 2));
        return new BenchmarkResult(
                table(ways), """
                Statistics go through the gateway, one request after another: every pair of cuts, every third as of an
                instant of the past. An append is the whole request at project-service: token, key, rights, rules, entry
                with hash and balances, totals, fact, event and audit, while the events of those before are told to the
                other services. Its transaction alone is what it has the database do. With %d connections the median of the
                request is %.2f times that of a bare INSERT and its commit, that of the transaction %.2f times; with one
                %.2f and %.2f times.""".formatted(CONNECTIONS, append, ledger, appendAlone, ledgerAlone), figures);
    }

    /** What is measured. */
    private enum Way {
        STATISTICS("GET /statistics", "statistics"),
        APPEND("append, 8 connections", "append"),
        TWIN("its transaction alone, 8 connections", "appendTransaction"),
        BARE("bare INSERT, 8 connections", "bareInsert"),
        APPEND_ALONE("append, 1 connection", "appendAlone"),
        TWIN_ALONE("its transaction alone, 1 connection", "appendTransactionAlone"),
        BARE_ALONE("bare INSERT, 1 connection", "bareInsertAlone");

        private final String title;
        private final String figure;

        Way(String title, String figure) {
            this.title = title;
            this.figure = figure;
        }
    }

    private static void add(Map<Way, Rounds> ways, Way way, Load.Round round) {
        ways.computeIfAbsent(way, unknown -> new Rounds()).add(round);
    }

    private static double ratio(Map<Way, Rounds> ways, Way way, Way beside) {
        return (double) Objects.requireNonNull(ways.get(way)).medianNanos()
                / Objects.requireNonNull(ways.get(beside)).medianNanos();
    }

    private static Table table(Map<Way, Rounds> ways) {
        Table table = new Table("measured", ">n", ">per second", ">median ms", ">p99 ms");
        ways.forEach((way, rounds) -> table.row(
                way.title,
                rounds.count(),
                Rounds.rounded(rounds.perSecond(), 0),
                rounds.medianMillis(),
                rounds.p99Millis()));
        return table;
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

    private static Load appends(Suite suite, Receipts receipts, int connections) {
        String token = suite.token(ACCOUNT);
        return new Load(suite.url(PartName.PROJECT_SERVICE), connections, 201, () -> receipts.request(token));
    }
}
