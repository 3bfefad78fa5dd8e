package org.duijie.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Durations in nanoseconds, every one kept, so that each percentile is one that was really measured. */
public final class Latencies {
    private static final int PERCENT = 100;
    private static final int NANO_TO_MILLI = 6;
    private static final int DECIMALS = 3;

    private final List<Long> nanos = new ArrayList<>();

    public void add(long duration) {
        nanos.add(duration);
    }

    public void addAll(Latencies others) {
        nanos.addAll(others.nanos);
    }

    public int count() {
        return nanos.size();
    }

    public long sum() {
        return nanos.stream().mapToLong(Long::longValue).sum();
    }

    /** The nearest-rank percentile: the smallest measured value that at least so many percent do not exceed. */
    public long percentile(int percent) {
        if (nanos.isEmpty()) {
            throw new IllegalStateException("nothing was measured");
        }
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        int rank = Math.max(1, Math.ceilDiv(percent * sorted.size(), PERCENT));
        return sorted.get(rank - 1);
    }

    /** The percentile in milliseconds to the microsecond. */
    public BigDecimal percentileMillis(int percent) {
        return millis(percentile(percent));
    }

    public static BigDecimal millis(long nanos) {
        return BigDecimal.valueOf(nanos, NANO_TO_MILLI).setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    /** How many were shorter than nothing: the effect was seen before the cause was acknowledged. */
    public long negative() {
        return nanos.stream().filter(duration -> duration < 0).count();
    }
}
