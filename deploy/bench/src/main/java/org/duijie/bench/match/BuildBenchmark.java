package org.duijie.bench.match;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.duijie.bench.Benchmark;
import org.duijie.bench.BenchmarkResult;
import org.duijie.bench.BenchmarkSize;
import org.duijie.bench.Latencies;
import org.duijie.matching.match.index.MatchIndex;
import org.duijie.sample.text.Table;

/** How long it takes to make the index of everything, and how much memory it takes besides the facts. */
public final class BuildBenchmark implements Benchmark {

    @Override
    public String name() {
        return "build";
    }

    @Override
    public String about() {
        return "the index of all offers and of all needs, made from the facts in memory";
    }

    @Override
    public BenchmarkResult run(BenchmarkSize size, PrintWriter progress) {
        int count = size == BenchmarkSize.FULL ? 1_000_000 : 20_000;
        Table table = new Table("data", "of", "seconds", "bytes each");
        Map<String, Object> figures = new LinkedHashMap<>();
        for (boolean skewed : new boolean[] {false, true}) {
            for (boolean offers : new boolean[] {true, false}) {
                String kind = (skewed ? "skewed" : "even") + (offers ? "Offers" : "Needs");
                progress.printf("%s: %d are made%n", kind, count);
                Nation nation = new Nation(skewed ? 2 : 1, skewed, offers ? count : 10, offers ? 0 : count);
                long before = Heap.used();
                long began = System.nanoTime();
                MatchIndex index = new MatchIndex(Country.TODAY);
                index.fill(nation.facts);
                BigDecimal millis = Latencies.millis(System.nanoTime() - began);
                long bytes = (Heap.used() - before) / count;
                progress.printf("%s stands at %s%n", kind, index.on());
                table.row(skewed ? "skewed" : "even", offers ? "offers" : "needs", millis.movePointLeft(3), bytes);
                figures.put(kind + "Count", count);
                figures.put(kind + "Millis", millis);
                figures.put(kind + "BytesEach", bytes);
            }
        }
        return new BenchmarkResult(table, "Bytes are those of the index alone; the facts are there before.", figures);
    }
}
