package org.duijie.bench.match;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.duijie.bench.Benchmark;
import org.duijie.bench.BenchmarkResult;
import org.duijie.bench.BenchmarkSize;
import org.duijie.bench.Latencies;
import org.duijie.bench.match.Hits.Hit;
import org.duijie.matching.match.MatchEngine;
import org.duijie.matching.match.Scale;
import org.duijie.matching.match.StandingChecks;
import org.duijie.matching.match.index.Judge;
import org.duijie.matching.match.index.MatchIndex;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.duijie.sample.text.Table;

/** The best 50 needs for an offer. */
public final class ReverseBenchmark implements Benchmark {

    private static final int LIMIT = 50;
    private static final int MEDIAN = 50;
    private static final int HIGH = 99;
    private static final Judge RULES = MatchEngine.rules(Nation.BASIS);

    /** How much is made and asked. */
    record Plan(int needs, int rounds, int queriesEach, int updatesEach, int timed) {}

    @Override
    public String name() {
        return "reverse";
    }

    @Override
    public String about() {
        return "the best 50 needs for an offer, every answer compared with a full scan";
    }

    @Override
    public BenchmarkResult run(BenchmarkSize size, PrintWriter progress) {
        Plan plan =
                switch (size) {
                    case SMALL -> new Plan(20_000, 4, 50, 1_000, 500);
                    case FULL -> new Plan(1_000_000, 10, 1_000, 20_000, 10_000);
                };
        Table table = new Table("needs", "median µs", "p99 µs", "queries compared", "differ");
        Map<String, Object> figures = new LinkedHashMap<>();
        for (boolean skewed : new boolean[] {false, true}) {
            String kind = skewed ? "skewed" : "even";
            progress.printf("%s: %d needs are made%n", kind, plan.needs);
            Nation nation = new Nation(skewed ? 2 : 1, skewed, 10_000, plan.needs);
            MatchIndex index = new MatchIndex(Country.TODAY);
            index.fill(nation.facts);
            ask(index, nation, plan.timed, new Latencies());
            Latencies own = new Latencies();
            ask(index, nation, plan.timed, own);
            int mismatches = check(plan, nation, index, progress);
            table.row(
                    kind,
                    Top50Benchmark.micros(own.percentile(MEDIAN)),
                    Top50Benchmark.micros(own.percentile(HIGH)),
                    plan.rounds * plan.queriesEach,
                    mismatches);
            figures.put(kind + "Needs", plan.needs);
            figures.put(kind + "Queries", plan.rounds * plan.queriesEach);
            figures.put(kind + "Mismatches", mismatches);
            figures.put(kind + "MedianMicros", Top50Benchmark.micros(own.percentile(MEDIAN)));
            figures.put(kind + "P99Micros", Top50Benchmark.micros(own.percentile(HIGH)));
        }
        return new BenchmarkResult(table, "Needs of the whole country, 2,900 counties, in one index.", figures);
    }

    private static OfferFact question(Nation nation) {
        OfferFact offer = nation.country.offer(nation.country.id(), 1, nation.anyOrganization());
        return offer.open() && StandingChecks.eligible(nation.organization(offer), Country.TODAY)
                ? offer
                : question(nation);
    }

    private static void ask(MatchIndex index, Nation nation, int queries, Latencies latencies) {
        for (int i = 0; i < queries; i++) {
            OfferFact offer = question(nation);
            long began = System.nanoTime();
            top(index, nation, offer);
            latencies.add(System.nanoTime() - began);
        }
    }

    private static List<Hit> top(MatchIndex index, Nation nation, OfferFact offer) {
        List<Hit> hits = new ArrayList<>();
        index.topNeeds(
                offer,
                nation.organization(offer),
                Nation.BASIS,
                RULES,
                any -> true,
                LIMIT,
                (need, ppm) -> hits.add(new Hit(ppm, need.id())));
        return hits.stream().sorted().toList();
    }

    /** In each round all needs are held against a few offers at once: making a need ready costs more than judging it. */
    static int check(Plan plan, Nation nation, MatchIndex index, PrintWriter progress) {
        int mismatches = 0;
        for (int round = 1; round <= plan.rounds; round++) {
            for (int i = 0; i < plan.updatesEach; i++) {
                index.put(nation.changedNeed());
            }
            ColumnScan scan = new ColumnScan(plan.queriesEach);
            List<OfferFact> offers = IntStream.range(0, plan.queriesEach)
                    .mapToObj(i -> question(nation))
                    .toList();
            offers.forEach(offer -> scan.put(offer, nation.organization(offer)));
            List<PriorityQueue<Hit>> best = scan(scan, nation);
            for (int row = 0; row < offers.size(); row++) {
                boolean same = best.get(row).stream().sorted().toList().equals(top(index, nation, offers.get(row)));
                mismatches += same ? 0 : 1;
            }
            progress.printf(
                    "%d queries after %d updates: %d differ from the scan%n",
                    round * plan.queriesEach, round * plan.updatesEach, mismatches);
        }
        return mismatches;
    }

    private static List<PriorityQueue<Hit>> scan(ColumnScan scan, Nation nation) {
        List<PriorityQueue<Hit>> best = IntStream.range(0, scan.size())
                .mapToObj(row -> new PriorityQueue<Hit>((one, other) -> other.compareTo(one)))
                .toList();
        for (NeedFact need : nation.needs) {
            if (need.open()) {
                ColumnScan.Question query = scan.new Question(need, nation.division(need), Nation.BASIS);
                for (int row = 0; row < scan.size(); row++) {
                    int ppm = query.ppm(row);
                    if (ppm != Scale.ABSENT) {
                        keep(best.get(row), new Hit(ppm, need.id()));
                    }
                }
            }
        }
        return best;
    }

    private static void keep(PriorityQueue<Hit> best, Hit hit) {
        best.add(hit);
        if (best.size() > LIMIT) {
            best.remove();
        }
    }
}
