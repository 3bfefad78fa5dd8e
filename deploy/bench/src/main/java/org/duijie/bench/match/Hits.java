package org.duijie.bench.match;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.duijie.matching.match.Scale;

/** The best so many, the best first, ties by the smaller id. */
final class Hits {

    /** One of them. */
    record Hit(int ppm, UUID id) implements Comparable<Hit> {
        @Override
        public int compareTo(Hit other) {
            if (ppm != other.ppm) {
                return Integer.compare(other.ppm, ppm);
            }
            int most = Long.compareUnsigned(id.getMostSignificantBits(), other.id.getMostSignificantBits());
            return most != 0
                    ? most
                    : Long.compareUnsigned(id.getLeastSignificantBits(), other.id.getLeastSignificantBits());
        }
    }

    private final Hit[] best;
    private final int limit;
    private int count;
    private int least;

    Hits(int limit) {
        this.limit = limit;
        best = new Hit[limit * 2];
    }

    /** @param ppm may be absent: then it is no match */
    void add(int ppm, UUID id) {
        if (ppm != Scale.ABSENT && ppm >= least) {
            best[count++] = new Hit(ppm, id);
            if (count == best.length) {
                Arrays.sort(best);
                count = limit;
                least = best[limit - 1].ppm;
            }
        }
    }

    List<Hit> best() {
        Arrays.sort(best, 0, count);
        return List.of(Arrays.copyOf(best, Math.min(limit, count)));
    }
}
