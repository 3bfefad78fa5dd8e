package org.duijie.matching.match.index;

import java.util.function.IntPredicate;

/** Keeps the best so many, ties by the smaller id. */
final class Best implements Found {

    private final Ordinals ids;
    private final int limit;
    private final IntPredicate among;

    /** A heap with the worst on top. */
    private final int[] scores;

    private final int[] ordinals;
    private int size;

    /** @param among what is asked for; asked last, and only of what would be kept */
    Best(Ordinals ids, int limit, IntPredicate among) {
        this.ids = ids;
        this.limit = limit;
        this.among = among;
        this.scores = new int[limit];
        this.ordinals = new int[limit];
    }

    @Override
    public int least() {
        return size < limit ? 0 : limit == 0 ? Integer.MAX_VALUE : scores[0];
    }

    @Override
    public boolean wants(int ppm, int ordinal) {
        return size < limit
                || (limit > 0 && (ppm > scores[0] || (ppm == scores[0] && ids.compare(ordinal, ordinals[0]) < 0)));
    }

    @Override
    public void take(int ppm, int ordinal) {
        if (!wants(ppm, ordinal) || has(ordinal) || !among.test(ordinal)) {
            return;
        }
        if (size < limit) {
            rise(size++, ppm, ordinal);
        } else {
            sink(ppm, ordinal);
        }
    }

    private boolean has(int ordinal) {
        for (int i = 0; i < size; i++) {
            if (ordinals[i] == ordinal) {
                return true;
            }
        }
        return false;
    }

    private void rise(int from, int ppm, int ordinal) {
        int at = from;
        while (at > 0 && worse(ppm, ordinal, (at - 1) / 2)) {
            move((at - 1) / 2, at);
            at = (at - 1) / 2;
        }
        scores[at] = ppm;
        ordinals[at] = ordinal;
    }

    private void sink(int ppm, int ordinal) {
        int at = 0;
        int child = 1;
        while (child < size) {
            if (child + 1 < size && worse(scores[child + 1], ordinals[child + 1], child)) {
                child++;
            }
            if (worse(ppm, ordinal, child)) {
                break;
            }
            move(child, at);
            at = child;
            child = 2 * at + 1;
        }
        scores[at] = ppm;
        ordinals[at] = ordinal;
    }

    private boolean worse(int ppm, int ordinal, int than) {
        return ppm != scores[than] ? ppm < scores[than] : ids.compare(ordinal, ordinals[than]) > 0;
    }

    private void move(int from, int to) {
        scores[to] = scores[from];
        ordinals[to] = ordinals[from];
    }

    /** Tells what is left, in no particular order. */
    void forEach(Every.Taker taker) {
        for (int i = 0; i < size; i++) {
            taker.take(scores[i], ordinals[i]);
        }
    }
}
