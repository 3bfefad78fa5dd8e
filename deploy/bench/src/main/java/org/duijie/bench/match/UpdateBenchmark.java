package org.duijie.bench.match;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.duijie.bench.Benchmark;
import org.duijie.bench.BenchmarkResult;
import org.duijie.bench.BenchmarkSize;
import org.duijie.bench.Latencies;
import org.duijie.matching.match.index.MatchIndex;
import org.duijie.matching.replica.Fact;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.duijie.sample.text.Table;

/** How long it takes until a changed fact is in the index and seen by the next who asks. */
public final class UpdateBenchmark implements Benchmark {

    private static final int MEDIAN = 50;
    private static final int HIGH = 99;

    @Override
    public String name() {
        return "update";
    }

    @Override
    public String about() {
        return "a changed offer or need, until the next who asks the index sees it";
    }

    @Override
    public BenchmarkResult run(BenchmarkSize size, PrintWriter progress) {
        int count = size == BenchmarkSize.FULL ? 1_000_000 : 20_000;
        int updates = size == BenchmarkSize.FULL ? 100_000 : 2_000;
        Table table = new Table("data", "changed", "median µs", "p99 µs");
        Map<String, Object> figures = new LinkedHashMap<>();
        for (boolean skewed : new boolean[] {false, true}) {
            String kind = skewed ? "skewed" : "even";
            progress.printf("%s: %d offers and %d needs are made%n", kind, count, count / 2);
            Nation nation = new Nation(skewed ? 2 : 1, skewed, count, count / 2);
            MatchIndex index = new MatchIndex(Country.TODAY);
            index.fill(nation.facts);
            Latencies offers = new Latencies();
            Latencies needs = new Latencies();
            for (int i = 0; i < updates; i++) {
                OfferFact offer = nation.changedOffer();
                NeedFact need = nation.changedNeed();
                if (i >= updates / 10) {
                    offers.add(time(index, offer));
                    needs.add(time(index, need));
                } else {
                    time(index, offer);
                    time(index, need);
                }
            }
            add(table, figures, kind, "Offer", offers);
            add(table, figures, kind, "Need", needs);
        }
        return new BenchmarkResult(
                table, "The old state is taken out of all its lists and the new one put into its own.", figures);
    }

    private static long time(MatchIndex index, Fact fact) {
        long began = System.nanoTime();
        index.put(fact);
        return System.nanoTime() - began;
    }

    private static void add(Table table, Map<String, Object> figures, String kind, String what, Latencies latencies) {
        table.row(
                kind,
                what.toLowerCase(Locale.ROOT),
                Top50Benchmark.micros(latencies.percentile(MEDIAN)),
                Top50Benchmark.micros(latencies.percentile(HIGH)));
        figures.put(kind + what + "MedianMicros", Top50Benchmark.micros(latencies.percentile(MEDIAN)));
        figures.put(kind + what + "P99Micros", Top50Benchmark.micros(latencies.percentile(HIGH)));
    }
}
