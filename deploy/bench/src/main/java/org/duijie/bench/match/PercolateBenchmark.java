package org.duijie.bench.match;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duijie.bench.Benchmark;
import org.duijie.bench.BenchmarkResult;
import org.duijie.bench.BenchmarkSize;
import org.duijie.bench.Latencies;
import org.duijie.bench.match.PercolateRun.Peer;
import org.duijie.bench.match.PercolateRun.Plan;
import org.duijie.sample.text.Table;

/** A new need run against all standing wishes, as the service does it, and by what else could find who wants it. */
public final class PercolateBenchmark implements Benchmark {

    private static final int MEDIAN = 50;
    private static final int HIGH = 99;

    @Override
    public String name() {
        return "percolate";
    }

    @Override
    public String about() {
        return "a new need run against all subscriptions, beside Lucene Monitor and a plain loop over all of them";
    }

    @Override
    public BenchmarkResult run(BenchmarkSize size, PrintWriter progress) {
        return switch (size) {
            case SMALL ->
                run(new Plan(5_000, true, 200, 20, 50, 20), new Plan(20_000, false, 200, 20, 50, 20), progress);
            case FULL ->
                run(
                        new Plan(100_000, true, 2_000, 100, 100, 200),
                        new Plan(1_000_000, false, 2_000, 50, 100, 200),
                        progress);
        };
    }

    /** On even and on skewed data, first so many wishes beside all peers, then more of them beside the loop alone. */
    static BenchmarkResult run(Plan beside, Plan alone, PrintWriter progress) {
        Table table =
                new Table("data", ">wishes", "asked", ">needs", ">hits each", ">median µs", ">p99 µs", ">times ours");
        Map<String, Object> figures = new LinkedHashMap<>();
        List<Map<String, Object>> kinds = new ArrayList<>();
        for (boolean skewed : new boolean[] {false, true}) {
            Map<String, Object> kind = new LinkedHashMap<>();
            few(measured(beside, skewed, progress, table), kind);
            many(measured(alone, skewed, progress, table), kind);
            kinds.add(kind);
        }
        figures.put("subscriptions", beside.wishes());
        figures.put("subscriptionsMillion", alone.wishes());
        for (String figure : kinds.getFirst().keySet()) {
            figures.put(figure, Kinds.worse(figure, kinds));
        }
        figures.put("even", kinds.getFirst());
        figures.put("skewed", kinds.getLast());
        return new BenchmarkResult(
                table,
                "All find the very same hits, a hit being an offer that matches, with the score that its subscription asks"
                        + " for. What Lucene Monitor's queries cannot say is asked of columns for those that match. Single"
                        + " figures of the last line are those of the worse kind of data; bytes are those of the index and"
                        + " of the wishes, without the facts.",
                figures);
    }

    private static PercolateRun measured(Plan plan, boolean skewed, PrintWriter progress, Table table) {
        PercolateRun run = new PercolateRun(plan, skewed, progress);
        run.measure();
        for (Peer peer : Peer.values()) {
            Latencies latencies = run.latencies(peer);
            if (latencies.count() > 0) {
                table.row(
                        run.kind(),
                        plan.wishes(),
                        peer.label(),
                        latencies.count(),
                        peer == Peer.OURS ? run.hits() / run.needs() : "",
                        Top50Benchmark.micros(latencies.percentile(MEDIAN)),
                        Top50Benchmark.micros(latencies.percentile(HIGH)),
                        peer == Peer.OURS ? "" : Top50Benchmark.ratio(latencies, run.latencies(Peer.OURS)));
            }
        }
        return run;
    }

    private static void few(PercolateRun run, Map<String, Object> figures) {
        Latencies own = run.latencies(Peer.OURS);
        figures.put("needs", run.needs());
        figures.put("hits", run.hits());
        figures.put("mismatches", run.mismatches());
        figures.put("medianMicros", Top50Benchmark.micros(own.percentile(MEDIAN)));
        figures.put("p99Micros", Top50Benchmark.micros(own.percentile(HIGH)));
        figures.put("ratioMonitor", Top50Benchmark.ratio(run.latencies(Peer.MONITOR), own));
    }

    private static void many(PercolateRun run, Map<String, Object> figures) {
        Latencies own = run.latencies(Peer.OURS);
        figures.merge("mismatches", run.mismatches(), (one, other) -> (int) one + (int) other);
        figures.put("ratioLoop", Top50Benchmark.ratio(run.latencies(Peer.LOOP), own));
        figures.put("hitsMillion", run.hits());
        figures.put("medianMicrosMillion", Top50Benchmark.micros(own.percentile(MEDIAN)));
        figures.put("p99MicrosMillion", Top50Benchmark.micros(own.percentile(HIGH)));
        figures.put(
                "microsPerHitMillion",
                run.hits() == 0 ? BigDecimal.ZERO : Top50Benchmark.micros(own.sum() / run.hits()));
        figures.put("bytesPerWish", run.bytesPerWish());
    }
}
