package org.duijie.bench.match;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duijie.bench.Benchmark;
import org.duijie.bench.BenchmarkResult;
import org.duijie.bench.BenchmarkSize;
import org.duijie.bench.Latencies;
import org.duijie.bench.match.Top50Run.Peer;
import org.duijie.bench.match.Top50Run.Plan;
import org.duijie.sample.text.Table;

/** The best 50 offers for a need, by the index and by what else could find them. */
public final class Top50Benchmark implements Benchmark {

    private static final int MEDIAN = 50;
    private static final int HIGH = 99;
    private static final int NANOS = 3;

    @Override
    public String name() {
        return "top50";
    }

    @Override
    public String about() {
        return "the best 50 offers for a need, beside a full scan, bitmaps, Lucene and PostgreSQL on the same offers";
    }

    @Override
    public BenchmarkResult run(BenchmarkSize size, PrintWriter progress) {
        Plan plan =
                switch (size) {
                    case SMALL -> new Plan(20_000, 500, 5_000, 500, 50);
                    case FULL -> new Plan(1_000_000, 10_000, 200_000, 10_000, 300);
                };
        Table table = new Table("offers", "found by", ">median µs", ">p99 µs", ">times the index");
        List<Map<String, Object>> kinds = new ArrayList<>();
        for (boolean skewed : new boolean[] {false, true}) {
            Top50Run run = new Top50Run(plan, skewed, progress);
            run.measure();
            kinds.add(tell(run, plan, table));
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("offers", plan.offers());
        figures.put("queries", 2 * plan.queries());
        for (String figure : kinds.getFirst().keySet()) {
            figures.put(figure, Kinds.worse(figure, kinds));
        }
        figures.put("even", kinds.getFirst());
        figures.put("skewed", kinds.getLast());
        return new BenchmarkResult(
                table,
                "All but PostgreSQL give the very same answer; PostgreSQL is asked for needs of one item, and told"
                        + " beside the index's answers to such; it leaves out the pairing and does not round. Single figures of the"
                        + " last line are those of the worse kind of data.",
                figures);
    }

    private static Map<String, Object> tell(Top50Run run, Plan plan, Table table) {
        Map<String, Object> figures = new LinkedHashMap<>();
        Latencies own = run.latencies(Peer.INDEX);
        Latencies liked = run.latencies(Peer.INDEX_WITH_TEXTS);
        figures.put("mismatches", run.mismatches());
        figures.put("medianMicros", micros(own.percentile(MEDIAN)));
        figures.put("p99Micros", micros(own.percentile(HIGH)));
        for (Peer peer : Peer.values()) {
            Latencies latencies = run.latencies(peer);
            Latencies beside = run.latencies(peer.index());
            table.row(
                    run.kind(),
                    peer.label(),
                    micros(latencies.percentile(MEDIAN)),
                    micros(latencies.percentile(HIGH)),
                    ratio(latencies, beside));
            if (peer != peer.index()) {
                figures.put(peer.figure(), ratio(latencies, beside));
            }
        }
        figures.put("textsMedianMicros", micros(liked.percentile(MEDIAN)));
        figures.put("textsP99Micros", micros(liked.percentile(HIGH)));
        figures.put("bytesPerOffer", run.bytes() / plan.offers());
        return figures;
    }

    static BigDecimal micros(long nanos) {
        return BigDecimal.valueOf(nanos, NANOS).setScale(1, RoundingMode.HALF_UP);
    }

    static BigDecimal ratio(Latencies peer, Latencies own) {
        return BigDecimal.valueOf(peer.percentile(MEDIAN))
                .divide(BigDecimal.valueOf(own.percentile(MEDIAN)), 1, RoundingMode.HALF_UP);
    }
}
