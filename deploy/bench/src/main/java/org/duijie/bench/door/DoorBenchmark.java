package org.duijie.bench.door;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.duijie.bench.BenchSuite;
import org.duijie.bench.Benchmark;
import org.duijie.bench.BenchmarkResult;
import org.duijie.bench.BenchmarkSize;
import org.duijie.bench.Latencies;
import org.duijie.bench.line.BenchNeed;
import org.duijie.bench.load.InTurns;
import org.duijie.bench.load.Load;
import org.duijie.bench.load.Rounds;
import org.duijie.bench.load.WarmUp;
import org.duijie.local.PartName;
import org.duijie.local.Suite;
import org.duijie.sample.http.Credentials;
import org.duijie.sample.http.Gateway;
import org.duijie.sample.text.Table;
import org.jspecify.annotations.Nullable;

/** Reading one need through the gateway, which checks the token and counts the client, beside nginx, which does not. */
public final class DoorBenchmark implements Benchmark {
    private static final int CONNECTIONS = 16;
    private static final String ACCOUNT = "zhangbei";
    private static final String COUNTY = "130722";

    /** The three ways to the same service. */
    private enum Way {
        DIRECT,
        NGINX,
        GATEWAY
    }

    /**
     * How much is asked.
     *
     * @param busy how long each way is kept busy in a round, one after the other
     * @param alone how long one client goes all ways in turn
     */
    private record Plan(int rounds, WarmUp warmUp, Duration busy, Duration alone) {}

    @Override
    public String name() {
        return "gateway";
    }

    @Override
    public String about() {
        return "GET of one need through the gateway with token check and limits,"
                + " beside nginx as a proxy to the same service";
    }

    @Override
    public BenchmarkResult run(BenchmarkSize size, PrintWriter progress) {
        return BenchSuite.atFullSpeed(suite -> {
            try (Nginx nginx = new Nginx(suite.url(PartName.PROJECT_SERVICE))) {
                return measure(suite, nginx, plan(size), progress);
            }
        });
    }

    private static Plan plan(BenchmarkSize size) {
        return switch (size) {
            case SMALL ->
                new Plan(3, new WarmUp(Duration.ofSeconds(4), 1), Duration.ofSeconds(2), Duration.ofSeconds(2));
            case FULL ->
                new Plan(7, new WarmUp(Duration.ofSeconds(10), 15), Duration.ofSeconds(5), Duration.ofSeconds(6));
        };
    }

    private static BenchmarkResult measure(Suite suite, Nginx nginx, Plan plan, PrintWriter progress) {
        Map<Way, URI> places = Map.of(
                Way.DIRECT, suite.url(PartName.PROJECT_SERVICE), Way.NGINX, nginx.url(), Way.GATEWAY, suite.gateway());
        String need = need(suite);
        Map<Way, Rounds> busy = rounds();
        Map<Way, Rounds> alone = rounds();
        List<Load> all = places.values().stream()
                .map(place -> load(suite, place, need, CONNECTIONS))
                .toList();
        long warm = plan.warmUp().run(all, progress);
        for (int number = 1; number <= plan.rounds(); number++) {
            Map<Way, Load> ways = new EnumMap<>(Way.class);
            for (Way way : Way.values()) {
                ways.put(way, load(suite, at(places, way), need, CONNECTIONS));
                at(busy, way).add(at(ways, way).run(plan.busy()));
            }
            InTurns.run(ways, plan.alone())
                    .forEach((way, round) -> at(alone, way).add(round));
            progress.printf("%d of %d rounds%n", number, plan.rounds());
            progress.flush();
        }
        return result(busy, alone, plan, warm);
    }

    private static Map<Way, Rounds> rounds() {
        Map<Way, Rounds> rounds = new EnumMap<>(Way.class);
        for (Way way : Way.values()) {
            rounds.put(way, new Rounds());
        }
        return rounds;
    }

    private static String need(Suite suite) {
        try (Gateway gateway = new Gateway(suite.gateway(), Credentials.read(suite.accountsFile()))) {
            return gateway.as(ACCOUNT)
                    .post("/needs", BenchNeed.draft(1, COUNTY, LocalDate.now(ZoneId.of("Asia/Shanghai"))))
                    .expect(201)
                    .text("id");
        }
    }

    private static Load load(Suite suite, URI place, String need, int connections) {
        byte[] request =
                """
                GET /needs/%s HTTP/1.1
                Host: duijie
                Accept: application/json
                Accept-Language: zh-CN
                Authorization: Bearer %s

                """.formatted(need, suite.token(ACCOUNT)).replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
        return new Load(place, connections, 200, () -> request);
    }

    private static BenchmarkResult result(Map<Way, Rounds> busy, Map<Way, Rounds> alone, Plan plan, long warm) {
        Table table = new Table("way", ">connections", ">n", ">per second", ">median ms", ">p99 ms");
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("connections", CONNECTIONS);
        figures.put("rounds", plan.rounds());
        figures.put("warmUpSeconds", warm);
        for (Way way : Way.values()) {
            row(table, way, CONNECTIONS, at(busy, way));
            row(table, way, 1, at(alone, way));
            figures.put(
                    word(way),
                    Map.of(
                            "busy",
                            at(busy, way).figures(),
                            "alone",
                            at(alone, way).figures()));
        }
        double throughput =
                at(busy, Way.GATEWAY).perSecond() / at(busy, Way.NGINX).perSecond();
        Map<String, Long> added = added(alone);
        @Nullable BigDecimal addedRatio = ratio(added);
        table.row("throughput: gateway / nginx", CONNECTIONS, "", Rounds.rounded(throughput, 2), "", "");
        added.forEach((way, micros) -> table.row(
                "added median: " + way, 1, "", "", Latencies.millis(TimeUnit.MICROSECONDS.toNanos(micros)), ""));
        table.row("added median: gateway / nginx", 1, "", "", addedRatio == null ? "?" : addedRatio, "");
        figures.put("throughputRatio", Rounds.rounded(throughput, 3));
        figures.put("addedMedianMicros", added);
        figures.put("addedMedianRatio", addedRatio);
        return new BenchmarkResult(table, """
                %d rounds in turns; figures are medians over the rounds. What a way adds is its median less that of the
                service asked directly, by one client that goes the three ways in turn, request by request. The service
                checks the token on every way, the gateway once more. Client, nginx, gateway, service and database share
                the cores of one machine.""".formatted(plan.rounds()), figures);
    }

    private static <K, T> T at(Map<K, T> values, K key) {
        return Objects.requireNonNull(values.get(key));
    }

    private static Map<String, Long> added(Map<Way, Rounds> alone) {
        Map<String, Long> added = new LinkedHashMap<>();
        for (Way way : List.of(Way.NGINX, Way.GATEWAY)) {
            long nanos = at(alone, way).addedMedianNanos(at(alone, Way.DIRECT));
            added.put(word(way), TimeUnit.NANOSECONDS.toMicros(nanos));
        }
        return added;
    }

    /** Null where nginx adds less than can be measured. */
    private static @Nullable BigDecimal ratio(Map<String, Long> added) {
        long nginx = at(added, word(Way.NGINX));
        return nginx <= 0 ? null : Rounds.rounded((double) at(added, word(Way.GATEWAY)) / nginx, 3);
    }

    private static void row(Table table, Way way, int connections, Rounds rounds) {
        table.row(
                word(way),
                connections,
                rounds.count(),
                Rounds.rounded(rounds.perSecond(), 0),
                rounds.medianMillis(),
                rounds.p99Millis());
    }

    private static String word(Way way) {
        return way.name().toLowerCase(Locale.ROOT);
    }
}
