package org.duijie.bench.door;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.duijie.bench.Benchmark;
import org.duijie.bench.BenchmarkResult;
import org.duijie.bench.BenchmarkSize;
import org.duijie.bench.line.BenchNeed;
import org.duijie.bench.load.Load;
import org.duijie.bench.load.Rounds;
import org.duijie.chassis.embedded.Directories;
import org.duijie.local.Checkout;
import org.duijie.local.PartName;
import org.duijie.local.Suite;
import org.duijie.local.SuiteOptions;
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

    /** How long each way is used in one turn. */
    private record Plan(int rounds, Duration warmUp, Duration busy, Duration alone) {}

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
        Checkout checkout = Checkout.here();
        Path state = checkout.root().resolve("deploy/bench/target/state");
        SuiteOptions options = SuiteOptions.of(checkout)
                .in(state)
                .fresh(true)
                .onFreePorts()
                .jvmOptions(Load.jvmOptions())
                .environment(Map.of("DUIJIE_GATEWAY_LIMITS_CLASSES_DEFAULT_REQUESTS", "1000000000"))
                .tellingTo(System.out);
        try (Suite suite = Suite.start(options);
                Nginx nginx = new Nginx(suite.url(PartName.PROJECT_SERVICE))) {
            return switch (size) {
                case SMALL ->
                    measure(
                            suite,
                            nginx,
                            new Plan(1, Duration.ofSeconds(4), Duration.ofSeconds(3), Duration.ofSeconds(2)),
                            progress);
                case FULL ->
                    measure(
                            suite,
                            nginx,
                            new Plan(7, Duration.ofSeconds(12), Duration.ofSeconds(5), Duration.ofSeconds(3)),
                            progress);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Directories.delete(state);
        }
    }

    private static BenchmarkResult measure(Suite suite, Nginx nginx, Plan plan, PrintWriter progress) {
        Map<Way, URI> places = Map.of(
                Way.DIRECT, suite.url(PartName.PROJECT_SERVICE), Way.NGINX, nginx.url(), Way.GATEWAY, suite.gateway());
        String need = need(suite);
        Map<Way, Rounds> busy = rounds();
        Map<Way, Rounds> alone = rounds();
        progress.printf(
                "%d s through each of them warm everything up%n", plan.warmUp().toSeconds());
        progress.flush();
        for (Way way : Way.values()) {
            load(suite, at(places, way), need, CONNECTIONS).run(plan.warmUp());
        }
        for (int number = 1; number <= plan.rounds(); number++) {
            for (Way way : Way.values()) {
                at(busy, way)
                        .add(load(suite, at(places, way), need, CONNECTIONS).run(plan.busy()));
                at(alone, way).add(load(suite, at(places, way), need, 1).run(plan.alone()));
            }
            progress.printf("%d of %d rounds%n", number, plan.rounds());
            progress.flush();
        }
        return result(busy, alone, plan);
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

    private static BenchmarkResult result(Map<Way, Rounds> busy, Map<Way, Rounds> alone, Plan plan) {
        Table table = new Table("way", ">connections", ">n", ">per second", ">median ms", ">p99 ms");
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("connections", CONNECTIONS);
        figures.put("rounds", plan.rounds());
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
        @Nullable BigDecimal added = addedRatio(alone);
        @Nullable BigDecimal addedBusy = addedRatio(busy);
        table.row("throughput: gateway / nginx", CONNECTIONS, "", Rounds.rounded(throughput, 2), "", "");
        table.row("added median: gateway / nginx", 1, "", "", shown(added), "");
        table.row("added median: gateway / nginx", CONNECTIONS, "", "", shown(addedBusy), "");
        figures.put("throughputRatio", Rounds.rounded(throughput, 3));
        figures.put("addedMedianRatio", added);
        figures.put("addedMedianRatioBusy", addedBusy);
        return new BenchmarkResult(table, """
                %d rounds in turns; figures are medians over the rounds. What a way adds is its median less that of the
                service asked directly. The service checks the token on every way, the gateway once more.""".formatted(plan.rounds()), figures);
    }

    private static <T> T at(Map<Way, T> values, Way way) {
        return Objects.requireNonNull(values.get(way));
    }

    /** Null where the machine was too busy with other things to show what nginx adds. */
    private static @Nullable BigDecimal addedRatio(Map<Way, Rounds> rounds) {
        long nginx = added(rounds, Way.NGINX);
        return nginx <= 0 ? null : Rounds.rounded((double) added(rounds, Way.GATEWAY) / nginx, 3);
    }

    private static Object shown(@Nullable BigDecimal ratio) {
        return ratio == null ? "?" : ratio;
    }

    private static long added(Map<Way, Rounds> rounds, Way way) {
        return at(rounds, way).medianNanos() - at(rounds, Way.DIRECT).medianNanos();
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
