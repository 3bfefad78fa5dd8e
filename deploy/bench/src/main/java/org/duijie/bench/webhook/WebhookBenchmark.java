package org.duijie.bench.webhook;

import java.io.IOException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.duijie.bench.BenchSuite;
import org.duijie.bench.Benchmark;
import org.duijie.bench.BenchmarkResult;
import org.duijie.bench.BenchmarkSize;
import org.duijie.bench.Latencies;
import org.duijie.bench.load.Rounds;
import org.duijie.local.PartName;
import org.duijie.local.Suite;
import org.duijie.sample.http.Patience;
import org.duijie.sample.text.Table;

/** How many events a second reach their receivers, and how old they are then, with and without bad receivers beside. */
public final class WebhookBenchmark implements Benchmark {
    private static final int SHARE = 20; // 5 %
    private static final Duration STEP = Duration.ofMillis(100);
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int P99 = 99;

    /** How much is sent. */
    private record Extent(int endpoints, int burst, int warmUps, int rounds, int perStep, Duration steady) {}

    @Override
    public String name() {
        return "webhooks";
    }

    @Override
    public String about() {
        return "events to webhook endpoints on loopback, signed, in order and logged, 5 % of them slow and 5 % dead,"
                + " beside a bare loop of the same HTTP client and signature to the same receivers";
    }

    @Override
    public BenchmarkResult run(BenchmarkSize size, PrintWriter progress) {
        Extent extent =
                switch (size) {
                    case SMALL -> new Extent(500, 2_000, 10, 3, 10, Duration.ofSeconds(10));
                    case FULL -> new Extent(10_000, 20_000, 12, 5, 20, Duration.ofSeconds(60));
                };
        return BenchSuite.atFullSpeed(suite -> {
            try (Receivers receivers = new Receivers();
                    Connection database = DriverManager.getConnection(
                            suite.jdbcUrl("matching"), suite.databaseUser(), suite.databaseUser())) {
                return measure(suite, extent, receivers, new Subscribers(database), progress);
            } catch (InterruptedException | ExecutionException failed) {
                throw new IllegalStateException(failed);
            }
        });
    }

    private static BenchmarkResult measure(
            Suite suite, Extent extent, Receivers receivers, Subscribers subscribers, PrintWriter progress)
            throws SQLException, IOException, InterruptedException, ExecutionException {
        say(progress, "making %,d endpoints", extent.endpoints());
        subscribers.make(
                extent.endpoints(), receivers, suite.url(PartName.MATCHING_SERVICE), suite.token("leading-group"));
        BareLoop bare = new BareLoop(receivers);
        Rates rates = new Rates();
        // While it is new, two thirds of the service's time go to its compilers; the bare loop is compiled in a moment.
        for (int round = 1; round <= extent.warmUps(); round++) {
            double perSecond = burst(extent, receivers, subscribers);
            bare.run(extent.burst(), extent.endpoints());
            say(progress, "warming up, %d of %d: %,.0f a second", round, extent.warmUps(), perSecond);
        }
        for (int round = 1; round <= extent.rounds(); round++) {
            rates.suite.add(burst(extent, receivers, subscribers));
            rates.bare.add(bare.run(extent.burst(), extent.endpoints()));
            say(progress, "%d of %d rounds of %,d events at once", round, extent.rounds(), extent.burst());
        }
        Steady healthy = steady(extent, receivers, subscribers, 0);
        say(progress, "all healthy: p99 %s ms", healthy.ages().percentileMillis(P99));
        int bad = extent.endpoints() / SHARE;
        for (int i = 0; i < bad; i++) {
            receivers.slowDown(i);
            subscribers.kill(bad + i);
        }
        Steady mixed = steady(extent, receivers, subscribers, 2 * bad);
        say(progress, "with bad ones: p99 %s ms", mixed.ages().percentileMillis(P99));
        return result(extent, rates, healthy, mixed);
    }

    /** What was measured in rounds, in turns. */
    private static final class Rates {
        private final List<Double> suite = new java.util.ArrayList<>();
        private final List<Double> bare = new java.util.ArrayList<>();

        private static double median(List<Double> rates) {
            return rates.stream().sorted().toList().get(rates.size() / 2);
        }
    }

    /** What became of events that were told at an even pace. */
    private record Steady(Latencies ages, long lost, long doubled) {}

    /**
     * Tells all events at once, and waits until all were taken. Returns how many a second from the commit that told them:
     * before it there is nothing to send.
     */
    private static double burst(Extent extent, Receivers receivers, Subscribers subscribers) throws SQLException {
        receivers.forget();
        List<Integer> all = IntStream.range(0, extent.endpoints()).boxed().toList();
        subscribers.tell(all, extent.burst() / extent.endpoints());
        long begin = System.nanoTime();
        await(receivers, extent.burst(), LIMIT);
        if (receivers.taken() < extent.burst()) {
            throw new IllegalStateException("Only " + receivers.taken() + " of " + extent.burst() + " events came");
        }
        return extent.burst() * (double) Duration.ofSeconds(1).toNanos() / (System.nanoTime() - begin);
    }

    /** @param bad how many of the first receivers are bad: they are told as much as the others, and not counted */
    private static Steady steady(Extent extent, Receivers receivers, Subscribers subscribers, int bad)
            throws SQLException {
        receivers.forget();
        Random random = new Random(20_180_901);
        long healthy = 0;
        long begin = System.nanoTime();
        long steps = extent.steady().dividedBy(STEP);
        for (long step = 0; step < steps; step++) {
            List<Integer> chosen = random.ints(0, extent.endpoints())
                    .distinct()
                    .limit(extent.perStep())
                    .boxed()
                    .toList();
            healthy += chosen.stream().filter(number -> number >= bad).count();
            subscribers.tell(chosen, 1);
            long ahead = begin + (step + 1) * STEP.toNanos() - System.nanoTime();
            if (ahead > 0) {
                Patience.sleep(Duration.ofNanos(ahead));
            }
        }
        await(receivers, healthy, Duration.ofSeconds(60));
        return new Steady(receivers.ages(), healthy - receivers.taken() + receivers.doubled(), receivers.doubled());
    }

    private static void await(Receivers receivers, long count, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (receivers.taken() < count && System.nanoTime() < deadline) {
            Patience.sleep(Duration.ofMillis(5));
        }
    }

    private static BenchmarkResult result(Extent extent, Rates rates, Steady healthy, Steady mixed) {
        double perSecond = Rates.median(rates.suite);
        double bare = Rates.median(rates.bare);
        double tail = mixed.ages().percentile(P99) / (double) healthy.ages().percentile(P99);
        int told = (int) (extent.steady().dividedBy(STEP) * extent.perStep());
        Table table = new Table("measured", ">events", ">per second", ">median ms", ">p99 ms");
        table.row("at once, to all", extent.burst(), Rounds.rounded(perSecond, 0), "", "");
        table.row("bare loop", extent.burst(), Rounds.rounded(bare, 0), "", "");
        row(table, "at an even pace, all healthy", told, healthy);
        row(table, "at an even pace, 5 % slow, 5 % dead", told, mixed);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("endpoints", extent.endpoints());
        figures.put("events", extent.burst() * extent.rounds() + 2 * told);
        figures.put("perSecond", Rounds.rounded(perSecond, 0));
        figures.put("bareLoopPerSecond", Rounds.rounded(bare, 0));
        figures.put("ratioBareLoop", Rounds.rounded(perSecond / bare, 3));
        figures.put("p99Ms", mixed.ages().percentileMillis(P99));
        figures.put("p99HealthyMs", healthy.ages().percentileMillis(P99));
        figures.put("p99RatioWithBadReceivers", Rounds.rounded(tail, 3));
        figures.put("lost", healthy.lost() + mixed.lost());
        figures.put("doubled", healthy.doubled() + mixed.doubled());
        return new BenchmarkResult(
                table, """
                The suite claims, signs, sends and logs each event in its database; the bare loop only signs and sends, 200 at
                once. Rates are medians over %d rounds in turns. Ages are from the event's own time to the receiver, of the
                healthy receivers only, %d events a second. Service, database, receivers and the bare loop share the cores of
                one machine.""".formatted(extent.rounds(), 1_000 / STEP.toMillis() * extent.perStep()), figures);
    }

    private static void row(Table table, String what, int events, Steady steady) {
        table.row(
                what,
                events,
                "",
                steady.ages().percentileMillis(50),
                steady.ages().percentileMillis(P99));
    }

    private static void say(PrintWriter progress, String what, Object... values) {
        progress.printf(what + "%n", values);
        progress.flush();
    }
}
