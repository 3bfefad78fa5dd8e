package org.duijie.bench.webhook;

import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.duijie.bench.BenchSuite;
import org.duijie.bench.Benchmark;
import org.duijie.bench.BenchmarkResult;
import org.duijie.bench.BenchmarkSize;
import org.duijie.local.PartName;
import org.duijie.local.Suite;
import org.duijie.sample.http.Patience;
import org.duijie.sample.text.Table;

/**
 * Many events to many subscriptions while two instances of matching-service are killed, PostgreSQL is, and receivers fail,
 * all at random: afterwards each receiver has exactly the numbers from 1 on, and its books are those of the manifest.
 */
public final class WebhookFaultBenchmark implements Benchmark {
    private static final int FAULTY_PERCENT = 90;
    private static final Duration LIMIT = Duration.ofMinutes(90);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** How much is told, and how long there is between two faults at the most. */
    private record Extent(int subscriptions, int each, int eachStep, Duration betweenFaults) {
        long events() {
            return (long) subscriptions * each;
        }
    }

    @Override
    public String name() {
        return "webhook-faults";
    }

    @Override
    public String about() {
        return "events to webhook endpoints while instances of matching-service and PostgreSQL are killed and receivers"
                + " fail, at random; then each receiver's books against the manifests";
    }

    @Override
    public BenchmarkResult run(BenchmarkSize size, PrintWriter progress) {
        Extent extent =
                switch (size) {
                    case SMALL -> new Extent(50, 200, 10, Duration.ofSeconds(8));
                    case FULL -> new Extent(1_000, 1_000, 20, Duration.ofSeconds(40));
                };
        return BenchSuite.twice(suite -> {
            try (FaultyReceivers receivers = new FaultyReceivers(extent.subscriptions())) {
                return measure(suite, extent, receivers, progress);
            } catch (InterruptedException | ExecutionException failed) {
                throw new IllegalStateException(failed);
            }
        });
    }

    private static BenchmarkResult measure(Suite suite, Extent extent, FaultyReceivers receivers, PrintWriter progress)
            throws SQLException, IOException, InterruptedException, ExecutionException {
        Teller teller = new Teller(suite, extent.subscriptions(), extent.each());
        say(progress, "making %,d endpoints", extent.subscriptions());
        teller.make(receivers, suite.url(PartName.MATCHING_SERVICE), suite.token("leading-group"));
        long seed = System.nanoTime();
        say(progress, "telling %,d events; the faults' seed is %d", extent.events(), seed);
        Faults faults = new Faults(suite, new Random(seed), extent.betweenFaults());
        long begin = System.nanoTime();
        Thread telling = Thread.ofPlatform().name("teller").start(() -> teller.tellAll(extent.eachStep()));
        while (came(receivers) < extent.events() * FAULTY_PERCENT / 100
                && System.nanoTime() - begin < LIMIT.toNanos()) {
            faults.next();
            say(progress, "%,d of %,d came; %s", came(receivers), extent.events(), faults);
        }
        telling.join();
        receivers.heal();
        drain(suite, extent, receivers, teller, progress, begin);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        teller.endDay();
        suite.kill(PartName.MATCHING_SERVICE);
        suite.restart(PartName.MATCHING_SERVICE);
        long deadline = System.nanoTime() + PATIENCE.multipliedBy(3).toNanos();
        while (!receivers.ledgers().stream().allMatch(Ledger::isStated) && System.nanoTime() < deadline) {
            Patience.sleep(LOOK);
        }
        return result(extent, receivers, faults, took, seed);
    }

    /** What failed waits for its next attempt, for hours if need be; an owner who resumes the endpoint has it sent now. */
    private static void drain(
            Suite suite, Extent extent, FaultyReceivers receivers, Teller teller, PrintWriter progress, long begin)
            throws SQLException, IOException, InterruptedException {
        long before = -1;
        long looked = System.nanoTime();
        while (came(receivers) < extent.events() && System.nanoTime() - begin < LIMIT.toNanos()) {
            Patience.sleep(LOOK);
            if (System.nanoTime() - looked > PATIENCE.toNanos() / 6) {
                long now = came(receivers);
                say(progress, "%,d of %,d came", now, extent.events());
                if (now == before) {
                    teller.resumeAll(suite.url(PartName.MATCHING_SERVICE), suite.token("leading-group"));
                }
                before = now;
                looked = System.nanoTime();
            }
        }
    }

    private static long came(FaultyReceivers receivers) {
        return receivers.ledgers().stream().mapToLong(Ledger::last).sum();
    }

    private static BenchmarkResult result(
            Extent extent, FaultyReceivers receivers, Faults faults, Duration took, long seed) {
        long lost = extent.events() - came(receivers);
        long doubled = receivers.ledgers().stream().mapToLong(Ledger::doubled).sum();
        long misordered =
                receivers.ledgers().stream().mapToLong(Ledger::misordered).sum();
        long stated = receivers.ledgers().stream().filter(Ledger::isStated).count();
        long agreeing = receivers.ledgers().stream().filter(Ledger::agrees).count();
        Table table = new Table("after all", ">number");
        table.row("events", extent.events());
        table.row("instances killed", faults.instances());
        table.row("databases killed", faults.databases());
        table.row("answers that failed", receivers.failures());
        table.row("lost", lost);
        table.row("came again, left out by number", doubled);
        table.row("came before what is in front of it", misordered);
        table.row("manifests that agree", agreeing + " of " + extent.subscriptions());
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("subscriptions", extent.subscriptions());
        figures.put("events", extent.events());
        figures.put("instanceKills", faults.instances());
        figures.put("databaseKills", faults.databases());
        figures.put("failedAnswers", receivers.failures());
        figures.put("seconds", took.toSeconds());
        figures.put("lost", lost);
        figures.put("repeated", doubled);
        figures.put("misordered", misordered);
        figures.put("manifestsStated", stated);
        figures.put("manifestsAgreeing", agreeing);
        figures.put("seed", seed);
        return new BenchmarkResult(table, """
                Told by two instances of matching-service side by side; each fault kills an instance or the database and starts it
                again. Of 1,000 answers of a receiver 5 are 503, 3 are lost after the message was taken, 2 take two seconds. When
                all is told the receivers are healthy and their owners resume what waits. Each receiver keeps its books from what
                it was sent alone, and holds them against the manifest that it is sent.""", figures);
    }

    private static void say(PrintWriter progress, String what, Object... values) {
        progress.printf(what + "%n", values);
        progress.flush();
    }
}
