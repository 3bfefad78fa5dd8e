package org.duijie.bench.load;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Keeps a suite busy until it gets no faster: its compilers work beside the requests, on the same cores, and what is
 * measured before they are done says more about them than about the suite.
 *
 * @param turn how long each load runs before the next
 * @param most turns, however much faster it still gets
 */
public record WarmUp(Duration turn, int most) {

    private static final int COMPARED = 3;
    private static final double GAIN = 1.03;

    /** Runs these loads in turns; tells how fast they were, and gives how many seconds it took. */
    public long run(Collection<Load> loads, PrintWriter progress) {
        progress.printf(
                "warming up until it gets no faster, %d s at the most%n", turn.toSeconds() * most * loads.size());
        progress.flush();
        long began = System.nanoTime();
        List<Double> rates = new ArrayList<>();
        while (rates.size() < most && !isSteady(rates)) {
            rates.add(loads.stream()
                    .mapToDouble(load -> load.run(turn).perSecond())
                    .average()
                    .orElseThrow());
            progress.printf("%.0f a second%n", rates.getLast());
            progress.flush();
        }
        return Duration.ofNanos(System.nanoTime() - began).toSeconds();
    }

    /** Were the last few turns together hardly faster than as many before them? */
    private static boolean isSteady(List<Double> rates) {
        int end = rates.size();
        return end >= 2 * COMPARED
                && sum(rates.subList(end - COMPARED, end))
                        < GAIN * sum(rates.subList(end - 2 * COMPARED, end - COMPARED));
    }

    private static double sum(List<Double> rates) {
        return rates.stream().mapToDouble(Double::doubleValue).sum();
    }
}
