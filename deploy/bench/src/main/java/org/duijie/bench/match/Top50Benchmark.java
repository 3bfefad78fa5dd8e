package org.duijie.bench.match;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.duijie.bench.Benchmark;
import org.duijie.bench.BenchmarkResult;
import org.duijie.bench.BenchmarkSize;
import org.duijie.bench.Latencies;
import org.duijie.bench.match.ColumnScan.Hit;
import org.duijie.matching.match.MatchEngine;
import org.duijie.matching.match.index.Judge;
import org.duijie.matching.match.index.MatchIndex;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.duijie.sample.text.Table;

/** The best 50 offers for a need, by the index and by what else could find them. */
public final class Top50Benchmark implements Benchmark {

    private static final int LIMIT = 50;
    private static final int MEDIAN = 50;
    private static final int HIGH = 99;
    private static final int NANOS = 3;
    private static final Judge RULES = MatchEngine.rules(Nation.BASIS);

    /** How much is made and asked. */
    private record Plan(int offers, int queries, int updates, int timed, int peerQueries) {}

    @Override
    public String name() {
        return "top50";
    }

    @Override
    public String about() {
        return "the best 50 offers for a need, beside a full scan of columns, Lucene and PostgreSQL on the same offers";
    }

    @Override
    public BenchmarkResult run(BenchmarkSize size, PrintWriter progress) {
        Plan plan =
                switch (size) {
                    case SMALL -> new Plan(20_000, 500, 5_000, 500, 50);
                    case FULL -> new Plan(1_000_000, 10_000, 200_000, 10_000, 300);
                };
        Table table = new Table("offers", "found by", "median µs", "p99 µs", "times the index");
        Map<String, Object> figures = new LinkedHashMap<>();
        for (boolean skewed : new boolean[] {false, true}) {
            String kind = skewed ? "skewed" : "even";
            progress.printf("%s: %d offers are made%n", kind, plan.offers);
            figures.putAll(measure(plan, skewed, kind, table, progress));
        }
        return new BenchmarkResult(
                table,
                "Lucene and the scan give the very same answer; PostgreSQL is asked for needs of one item, leaves out the"
                        + " pairing and does not round.",
                figures);
    }

    private static Map<String, Object> measure(
            Plan plan, boolean skewed, String kind, Table table, PrintWriter progress) {
        Nation nation = new Nation(skewed ? 2 : 1, skewed, plan.offers, 0);
        long before = Heap.used();
        MatchIndex index = new MatchIndex(Country.TODAY);
        index.fill(nation.facts);
        long bytes = (Heap.used() - before) / plan.offers;
        ColumnScan scan = new ColumnScan(plan.offers);
        nation.offers.forEach(offer -> scan.put(offer, nation.organization(offer)));

        ask(index, nation, plan.timed, new Latencies());
        Latencies own = new Latencies();
        ask(index, nation, plan.timed, own);
        Latencies scanned = new Latencies();
        Latencies lucene = new Latencies();
        Latencies postgres = new Latencies();
        int mismatches = peers(plan, nation, index, scan, scanned, lucene, postgres, progress);
        mismatches += check(plan, nation, index, scan, progress);

        row(table, kind, "the index", own, own);
        row(table, kind, "scan of columns", scanned, own);
        row(table, kind, "Lucene", lucene, own);
        row(table, kind, "PostgreSQL", postgres, own);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put(kind + "Offers", plan.offers);
        figures.put(kind + "Queries", plan.queries);
        figures.put(kind + "Mismatches", mismatches);
        figures.put(kind + "MedianMicros", micros(own.percentile(MEDIAN)));
        figures.put(kind + "P99Micros", micros(own.percentile(HIGH)));
        figures.put(kind + "RatioScan", ratio(scanned, own));
        figures.put(kind + "RatioLucene", ratio(lucene, own));
        figures.put(kind + "RatioPostgres", ratio(postgres, own));
        figures.put(kind + "BytesPerOffer", bytes);
        return figures;
    }

    private static void ask(MatchIndex index, Nation nation, int queries, Latencies latencies) {
        for (int i = 0; i < queries; i++) {
            NeedFact need = nation.question();
            long began = System.nanoTime();
            top(index, nation, need);
            latencies.add(System.nanoTime() - began);
        }
    }

    private static List<Hit> top(MatchIndex index, Nation nation, NeedFact need) {
        List<Hit> hits = new ArrayList<>();
        index.topOffers(
                need,
                nation.division(need),
                Nation.BASIS,
                RULES,
                any -> true,
                LIMIT,
                (offer, ppm) -> hits.add(new Hit(ppm, offer.id())));
        return hits.stream().sorted().toList();
    }

    /** Asks the peers in turns. */
    private static int peers(
            Plan plan,
            Nation nation,
            MatchIndex index,
            ColumnScan scan,
            Latencies scanned,
            Latencies lucene,
            Latencies postgres,
            PrintWriter progress) {
        progress.println("Lucene and PostgreSQL take the offers in");
        int mismatches = 0;
        try (LuceneOffers search = new LuceneOffers(nation.offers, scan);
                PostgresOffers database = new PostgresOffers(scan, nation.organizations)) {
            int warmUp = plan.peerQueries / 5;
            for (int i = 0; i < plan.peerQueries + warmUp; i++) {
                NeedFact need = nation.question();
                long[] times = new long[4];
                times[0] = System.nanoTime();
                List<Hit> best = scan.top(need, nation.division(need), Nation.BASIS, LIMIT);
                times[1] = System.nanoTime();
                int found = search.top(need, nation.division(need), Nation.BASIS, LIMIT)
                        .size();
                times[2] = System.nanoTime();
                if (need.items().size() == 1) {
                    database.top(need, Nation.BASIS, LIMIT);
                }
                times[3] = System.nanoTime();
                if (i >= warmUp) {
                    scanned.add(times[1] - times[0]);
                    lucene.add(times[2] - times[1]);
                    if (need.items().size() == 1) {
                        postgres.add(times[3] - times[2]);
                    }
                }
                mismatches += best.equals(top(index, nation, need)) && found == best.size() ? 0 : 1;
            }
        }
        return mismatches;
    }

    /** Asks and changes in turns, and compares every answer with the scan's. */
    private static int check(Plan plan, Nation nation, MatchIndex index, ColumnScan scan, PrintWriter progress) {
        int mismatches = 0;
        int rounds = 50;
        for (int round = 1; round <= rounds; round++) {
            for (int i = 0; i < plan.updates / rounds; i++) {
                OfferFact offer = nation.changedOffer();
                index.put(offer);
                scan.put(offer, nation.organization(offer));
            }
            List<NeedFact> needs = IntStream.range(0, plan.queries / rounds)
                    .mapToObj(i -> nation.question())
                    .toList();
            mismatches += (int) needs.parallelStream()
                    .filter(need -> !scan.top(need, nation.division(need), Nation.BASIS, LIMIT)
                            .equals(top(index, nation, need)))
                    .count();
            if (round % 10 == 0) {
                progress.printf(
                        "%d queries after %d updates: %d differ from the scan%n",
                        round * plan.queries / rounds, round * plan.updates / rounds, mismatches);
            }
        }
        return mismatches;
    }

    private static void row(Table table, String kind, String by, Latencies latencies, Latencies own) {
        table.row(
                kind,
                by,
                micros(latencies.percentile(MEDIAN)).toString(),
                micros(latencies.percentile(HIGH)).toString(),
                ratio(latencies, own).toString());
    }

    static BigDecimal micros(long nanos) {
        return BigDecimal.valueOf(nanos, NANOS).setScale(1, RoundingMode.HALF_UP);
    }

    private static BigDecimal ratio(Latencies peer, Latencies own) {
        return BigDecimal.valueOf(peer.percentile(MEDIAN))
                .divide(BigDecimal.valueOf(own.percentile(MEDIAN)), 1, RoundingMode.HALF_UP);
    }
}
