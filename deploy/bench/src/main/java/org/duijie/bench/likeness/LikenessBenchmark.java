package org.duijie.bench.likeness;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.duijie.bench.BenchSuite;
import org.duijie.bench.Benchmark;
import org.duijie.bench.BenchmarkResult;
import org.duijie.bench.BenchmarkSize;
import org.duijie.bench.likeness.JudgedSet.Entry;
import org.duijie.local.Suite;
import org.duijie.sample.http.Credentials;
import org.duijie.sample.http.Gateway;
import org.duijie.sample.text.Table;

/** Whether reading texts for their meaning ranks what helps first, beside their words and beside no text at all. */
public final class LikenessBenchmark implements Benchmark {

    private static final int WORST = 10;
    private static final int WIDTH = 34;

    @Override
    public String name() {
        return "likeness";
    }

    @Override
    public String about() {
        return "NDCG@10 over hand-judged pairs: the likeness of texts, beside BM25 with a Chinese analyzer and beside the"
                + " policy's score without any text";
    }

    /** The set is small: both sizes are the whole of it. */
    @Override
    public BenchmarkResult run(BenchmarkSize size, PrintWriter progress) {
        return BenchSuite.atFullSpeed(suite -> {
            try (Gateway gateway = new Gateway(suite.gateway(), Credentials.read(suite.accountsFile()))) {
                return measure(suite, gateway, progress);
            }
        });
    }

    /** The rankings of one need's offers. */
    private record Ranked(Entry need, Ranking likeness, Ranking bm25, Ranking score, Ranking without) {}

    private static BenchmarkResult measure(Suite suite, Gateway gateway, PrintWriter progress) throws SQLException {
        JudgedSet set = JudgedSet.read();
        progress.printf(
                "%d needs and %d offers are published%n",
                set.needs().size(), set.offers().size());
        Published published = new Published(gateway, set);
        progress.println("every pair is asked about");
        List<Ranked> all = new ArrayList<>();
        try (Bm25 bm25 = new Bm25(set.offers().stream().map(Entry::text).toList())) {
            for (int need = 0; need < set.needs().size(); need++) {
                Entry entry = set.needs().get(need);
                int[] grades = set.grades(entry);
                Published.Scores scores = published.scores(need);
                all.add(new Ranked(
                        entry,
                        new Ranking(grades, scores.likeness()),
                        new Ranking(grades, bm25.scores(entry.text())),
                        new Ranking(grades, scores.scores()),
                        new Ranking(grades, scores.without())));
            }
        }
        progress.println("all texts are read once more");
        return result(set, all, Reading.measure(suite), progress);
    }

    private static BenchmarkResult result(JudgedSet set, List<Ranked> all, Reading.Pace pace, PrintWriter progress) {
        progress.println();
        progress.println(worst(set, all).render(WIDTH));
        Table table = new Table("ranked by", ">NDCG@10", ">training needs", ">other needs");
        row(table, "likeness of the texts", all, ranked -> ranked.likeness().ndcg());
        row(table, "BM25, Chinese analyzer", all, ranked -> ranked.bm25().ndcg());
        row(table, "score of the policy", all, ranked -> ranked.score().ndcg());
        row(table, "the same without the texts", all, ranked -> ranked.without().ndcg());
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("pairs", set.pairs());
        figures.put("needs", set.needs().size());
        figures.put("offers", set.offers().size());
        figures.put("ndcgLikeness", mean(all, any -> true, ranked -> ranked.likeness()
                .ndcg()));
        figures.put("ndcgBm25", mean(all, any -> true, ranked -> ranked.bm25().ndcg()));
        figures.put(
                "ndcgNone", mean(all, any -> true, ranked -> ranked.without().ndcg()));
        figures.put("ndcgScore", mean(all, any -> true, ranked -> ranked.score().ndcg()));
        figures.put("ndcgLikenessTest", mean(all, LikenessBenchmark::other, ranked -> ranked.likeness()
                .ndcg()));
        figures.put("ndcgBm25Test", mean(all, LikenessBenchmark::other, ranked -> ranked.bm25()
                .ndcg()));
        figures.put("ndcgNoneTest", mean(all, LikenessBenchmark::other, ranked -> ranked.without()
                .ndcg()));
        figures.put("millisPerText", Math.round(pace.millisPerText() * 10) / 10.0);
        String notes =
                "Every need is ranked over all %d offers; what is not listed was judged 0. A text takes %.1f ms, half of it rest."
                        .formatted(set.offers().size(), pace.millisPerText());
        return new BenchmarkResult(table, notes, figures);
    }

    private static boolean other(Ranked ranked) {
        return !ranked.need().training();
    }

    private static void row(Table table, String name, List<Ranked> all, ToDoubleFunction<Ranked> ndcg) {
        table.row(
                name,
                text(mean(all, any -> true, ndcg)),
                text(mean(all, ranked -> !other(ranked), ndcg)),
                text(mean(all, LikenessBenchmark::other, ndcg)));
    }

    private static double mean(List<Ranked> all, Predicate<Ranked> which, ToDoubleFunction<Ranked> ndcg) {
        double mean = all.stream().filter(which).mapToDouble(ndcg).average().orElseThrow();
        return Math.round(mean * 1_000) / 1_000.0;
    }

    private static String text(double figure) {
        return String.format(Locale.ROOT, "%.3f", figure);
    }

    /** Where the likeness does worst: the need, what stands too high for it and what stands too low. */
    private static Table worst(JudgedSet set, List<Ranked> all) {
        Table table = new Table(
                "worst needs", ">NDCG@10", "stands too high", ">grade", ">place", "stands too low", ">grade", ">place");
        all.stream()
                .sorted(Comparator.comparingDouble(ranked -> ranked.likeness().ndcg()))
                .limit(WORST)
                .forEach(ranked -> {
                    int[] grades = set.grades(ranked.need());
                    int high = ranked.likeness().tooHigh();
                    int low = ranked.likeness().tooLow();
                    table.row(
                            ranked.need().title(),
                            text(ranked.likeness().ndcg()),
                            set.offers().get(high).title(),
                            Integer.toString(grades[high]),
                            Integer.toString(ranked.likeness().place(high)),
                            set.offers().get(low).title(),
                            Integer.toString(grades[low]),
                            Integer.toString(ranked.likeness().place(low)));
                });
        return table;
    }
}
