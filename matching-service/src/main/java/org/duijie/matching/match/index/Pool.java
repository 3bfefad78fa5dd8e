package org.duijie.matching.match.index;

import java.util.Arrays;

/** Short runs of numbers, each found by where it begins; the room of one that is given back is used again. */
final class Pool {

    static final int NONE = -1;

    private static final int BITS = 14;
    private static final int CHUNK = 1 << BITS;

    /** By length, the first free run of that length; each free run begins with the next. */
    private int[] free = new int[16];

    private int[][] chunks = new int[0][];
    private int end;

    Pool() {
        Arrays.fill(free, NONE);
    }

    int get(int at) {
        return chunks[at >>> BITS][at & (CHUNK - 1)];
    }

    /** Keeps the first so many numbers. */
    int add(int[] numbers, int length) {
        int at = take(length);
        for (int i = 0; i < length; i++) {
            set(at + i, numbers[i]);
        }
        return at;
    }

    void free(int at, int length) {
        set(at, free[length]);
        free[length] = at;
    }

    private int take(int length) {
        if (length >= free.length) {
            int known = free.length;
            free = Arrays.copyOf(free, length + 1);
            Arrays.fill(free, known, free.length, NONE);
        }
        int at = free[length];
        if (at == NONE) {
            at = end;
            end += length;
        } else {
            free[length] = get(at);
        }
        return at;
    }

    private void set(int at, int number) {
        int chunk = at >>> BITS;
        if (chunk >= chunks.length) {
            int known = chunks.length;
            chunks = Arrays.copyOf(chunks, chunk + 1);
            for (int i = known; i <= chunk; i++) {
                chunks[i] = new int[CHUNK];
            }
        }
        chunks[chunk][at & (CHUNK - 1)] = number;
    }

    long bytes() {
        return (long) chunks.length * (CHUNK * Integer.BYTES + 24);
    }
}
