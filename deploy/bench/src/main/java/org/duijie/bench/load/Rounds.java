package org.duijie.bench.load;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duijie.bench.Latencies;

/** Several rounds of the same: each figure is the median over the rounds, so that one disturbed round does not decide. */
public final class Rounds {
    private static final int MEDIAN = 50;
    private static final int TAIL = 99;

    private final List<Double> perSecond = new ArrayList<>();
    private final List<Long> medians = new ArrayList<>();
    private final List<Long> tails = new ArrayList<>();
    private long count;

    public void add(Load.Round round) {
        add(round.latencies(), round.perSecond());
    }

    public void add(Latencies latencies, double rate) {
        perSecond.add(rate);
        medians.add(latencies.percentile(MEDIAN));
        tails.add(latencies.percentile(TAIL));
        count += latencies.count();
    }

    public double perSecond() {
        return middle(perSecond);
    }

    public long medianNanos() {
        return middle(medians);
    }

    /** What the median is above that of others, measured in the same rounds: the middle one of the differences. */
    public long addedMedianNanos(Rounds others) {
        List<Long> added = new ArrayList<>();
        for (int round = 0; round < medians.size(); round++) {
            added.add(medians.get(round) - others.medians.get(round));
        }
        return middle(added);
    }

    public BigDecimal medianMillis() {
        return Latencies.millis(medianNanos());
    }

    public BigDecimal p99Millis() {
        return Latencies.millis(middle(tails));
    }

    public long count() {
        return count;
    }

    /** As members of the last line. */
    public Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("perSecond", rounded(perSecond(), 1));
        figures.put("medianMs", medianMillis());
        figures.put("p99Ms", p99Millis());
        figures.put("requests", count);
        return figures;
    }

    public static BigDecimal rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }

    private static <T extends Comparable<T>> T middle(List<T> values) {
        List<T> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
