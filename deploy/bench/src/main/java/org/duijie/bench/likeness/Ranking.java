package org.duijie.bench.likeness;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The offers of one need in the order of their scores, held beside their grades by NDCG (Järvelin and Kekäläinen 2002)
 * with the gain 2^grade − 1. Offers of the same score share the gain of their places (McSherry and Najork 2008), so that
 * no order of the file helps anybody.
 */
final class Ranking {

    private static final int DEPTH = 10;

    private final int[] grades;
    private final double[] scores;
    private final int[] order;

    /** Grades and scores of the same offers in the same order. */
    Ranking(int[] grades, double[] scores) {
        this.grades = grades.clone();
        this.scores = scores.clone();
        this.order = IntStream.range(0, grades.length)
                .boxed()
                .sorted(Comparator.comparingDouble(offer -> -scores[offer]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** NDCG@10: 1 for the best order, and for a need that nothing helps. */
    double ndcg() {
        double best = best();
        return best == 0 ? 1 : gained() / best;
    }

    private double gained() {
        double sum = 0;
        int from = 0;
        while (from < DEPTH && from < order.length) {
            int to = from;
            double gain = 0;
            while (to < order.length && scores[order[to]] == scores[order[from]]) {
                gain += gain(grades[order[to]]);
                to++;
            }
            double share = gain / (to - from);
            for (int place = from; place < Math.min(to, DEPTH); place++) {
                sum += share * discount(place);
            }
            from = to;
        }
        return sum;
    }

    private double best() {
        int[] sorted = sortedGrades();
        return IntStream.range(0, Math.min(DEPTH, sorted.length))
                .mapToDouble(place -> gain(sorted[place]) * discount(place))
                .sum();
    }

    private int[] sortedGrades() {
        return Arrays.stream(grades)
                .boxed()
                .sorted(Comparator.reverseOrder())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The place of an offer, from 1; those of the same score in the order of the file. */
    int place(int offer) {
        return 1
                + IntStream.range(0, order.length)
                        .filter(place -> order[place] == offer)
                        .findFirst()
                        .orElseThrow();
    }

    /** The offer that stands where a much better one should: the dearest such place. */
    int tooHigh() {
        int[] best = sortedGrades();
        return order[dearest(place -> (gain(best[place]) - gain(grades[order[place]])) * discount(place))];
    }

    /** The offer that loses most by standing lower than its grade deserves. */
    int tooLow() {
        int[] best = sortedGrades();
        return order[
                dearest(place -> {
                    int grade = grades[order[place]];
                    int deserved = IntStream.range(0, best.length)
                            .filter(at -> best[at] == grade)
                            .max()
                            .orElseThrow();
                    return gain(grade) * (discount(deserved) - discount(place));
                })];
    }

    private int dearest(IntToDoubleFunction cost) {
        return IntStream.range(0, order.length)
                .boxed()
                .max(Comparator.comparingDouble(cost::applyAsDouble))
                .orElseThrow();
    }

    private static double gain(int grade) {
        return (1 << grade) - 1;
    }

    private static double discount(int place) {
        return place < DEPTH ? Math.log(2) / Math.log(place + 2) : 0;
    }
}
