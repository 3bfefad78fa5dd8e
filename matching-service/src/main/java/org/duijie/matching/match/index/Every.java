package org.duijie.matching.match.index;

import java.util.BitSet;
import java.util.function.IntPredicate;

/** Keeps everything that scores so much. */
final class Every implements Found {

    /** Told of each match once. */
    interface Taker {
        void take(int ppm, int ordinal);
    }

    private final int least;
    private final IntPredicate among;
    private final Taker taker;
    private final BitSet taken = new BitSet();

    Every(int least, IntPredicate among, Taker taker) {
        this.least = least;
        this.among = among;
        this.taker = taker;
    }

    @Override
    public int least() {
        return least;
    }

    @Override
    public boolean wants(int ppm, int ordinal) {
        return ppm >= least;
    }

    @Override
    public void take(int ppm, int ordinal) {
        if (ppm >= least && !taken.get(ordinal)) {
            taken.set(ordinal);
            if (among.test(ordinal)) {
                taker.take(ppm, ordinal);
            }
        }
    }
}
