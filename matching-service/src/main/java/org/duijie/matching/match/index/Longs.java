package org.duijie.matching.match.index;

import java.util.Arrays;

/** Rows of a few numbers each, by ordinal; grows without copying. A row that was never set is all zeroes. */
final class Longs {

    private static final int BITS = 12;
    private static final int ROWS = 1 << BITS;

    private final int width;
    private long[][] chunks = new long[1][];

    Longs(int width) {
        this.width = width;
        this.chunks[0] = new long[ROWS * width];
    }

    long get(int row, int column) {
        return chunks[row >>> BITS][(row & (ROWS - 1)) * width + column];
    }

    void set(int row, int column, long value) {
        int chunk = row >>> BITS;
        if (chunk >= chunks.length) {
            int known = chunks.length;
            chunks = Arrays.copyOf(chunks, chunk + 1);
            for (int i = known; i <= chunk; i++) {
                chunks[i] = new long[ROWS * width];
            }
        }
        chunks[chunk][(row & (ROWS - 1)) * width + column] = value;
    }

    long bytes() {
        return (long) chunks.length * (ROWS * width * Long.BYTES + 24);
    }
}
