package org.duijie.matching.exposure;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import org.duijie.matching.exposure.NeedShares.County;
import org.duijie.matching.match.Ppm;

/**
 * The Gini coefficient of attention over need (C. Gini, 1914; weighted as by the trapezoids under the Lorenz curve):
 * counties are put in the order of what attention they get for what they need, the least first, and their shares of the
 * one are drawn over their shares of the other. 0 where everybody gets their share; towards 1 the more few get all.
 */
public final class Gini {

    private Gini() {}

    private record Point(long need, long places) {
        /** Compares {@code places / need} of two without dividing. */
        int compare(Point other) {
            return Long.compare(places * other.need, other.places * need);
        }
    }

    /** In parts per million, rounded down; 0 where no need is shown at all. */
    public static int ppm(NeedShares needs, Exposure exposure) {
        List<Point> points = needs.counties().entrySet().stream()
                .map(county -> new Point(weight(county.getValue()), exposure.of(county.getKey())))
                .sorted(Comparator.comparing((Point point) -> point, Point::compare))
                .toList();
        long allNeed = points.stream().mapToLong(Point::need).sum();
        long allPlaces = points.stream().mapToLong(Point::places).sum();
        if (allNeed == 0 || allPlaces == 0) {
            return 0;
        }
        BigInteger underTheCurve = BigInteger.ZERO; // twice the area, in units of need times places
        long reached = 0;
        for (Point point : points) {
            underTheCurve = underTheCurve.add(
                    BigInteger.valueOf(point.need()).multiply(BigInteger.valueOf(2 * reached + point.places())));
            reached += point.places();
        }
        BigInteger whole = BigInteger.valueOf(allNeed).multiply(BigInteger.valueOf(allPlaces));
        return whole.subtract(underTheCurve)
                .multiply(BigInteger.valueOf(Ppm.ONE))
                .divide(whole)
                .intValueExact();
    }

    /** A share that was rounded down to nothing still weighs something. */
    private static long weight(County county) {
        return Math.max(1, county.sharePpm());
    }
}
