package org.duijie.matching.match.index;

import java.util.Arrays;

/**
 * A few neighbours of a list, and what is the best of each of their properties: no pair with one of them scores higher
 * than one with all of these would. What was true of those that left may still be in it, which is safe.
 */
abstract class Block {

    /** Few enough for a sharp header, and enough for the header to be worth its room. */
    static final int MOST = 16;

    int[] entries = new int[2];
    int size;

    /** How many left since the header was made. */
    int left;

    /** Whoever has the smallest id. */
    int first;

    void insert(int at, int ordinal) {
        if (size == entries.length) {
            entries = Arrays.copyOf(entries, Math.min(MOST, size * 2));
        }
        System.arraycopy(entries, at, entries, at + 1, size - at);
        entries[at] = ordinal;
        size++;
    }

    void remove(int at) {
        size--;
        System.arraycopy(entries, at + 1, entries, at, size - at);
        left++;
    }
}
