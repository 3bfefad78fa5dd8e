package org.duijie.matching.match.index;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What is still to be read, roughly by the score it can reach at the most: exact order would cost more than it spares. */
final class Queue<T> {

    private static final int NONE = -1;
    private static final int STEP_BITS = 10;

    private final int[] first = new int[(1 << 20 >>> STEP_BITS) + 1];
    private int[] next = new int[512];
    private int[] bounds = new int[512];

    /** By thing, which part of it is next, and where the parts end that come one after the other. */
    private long[] parts = new long[512];

    private @Nullable Object[] things = new Object[512];
    private int size;
    private int highest = NONE;
    private int taken;

    Queue() {
        Arrays.fill(first, NONE);
    }

    void add(T thing, int bound) {
        add(thing, 0, 0, bound);
    }

    /** Adds one part of a thing; those up to another can reach no more. */
    void add(T thing, int part, int end, int bound) {
        if (size == next.length) {
            next = Arrays.copyOf(next, size * 2);
            bounds = Arrays.copyOf(bounds, size * 2);
            parts = Arrays.copyOf(parts, size * 2);
            things = Arrays.copyOf(things, size * 2);
        }
        int bucket = bound >>> STEP_BITS;
        things[size] = thing;
        parts[size] = (long) end << Integer.SIZE | part;
        bounds[size] = bound;
        next[size] = first[bucket];
        first[bucket] = size++;
        highest = Math.max(highest, bucket);
    }

    /** Goes on to the next thing, if there is one that may reach the least. */
    boolean next(int least) {
        while (highest >= 0 && first[highest] == NONE) {
            highest--;
        }
        if (highest < least >>> STEP_BITS || highest < 0) {
            return false;
        }
        taken = first[highest];
        first[highest] = next[taken];
        return true;
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // there is one where next() said so
    T thing() {
        return (T) things[taken];
    }

    int part() {
        return (int) parts[taken];
    }

    int end() {
        return (int) (parts[taken] >>> Integer.SIZE);
    }

    int bound() {
        return bounds[taken];
    }
}
