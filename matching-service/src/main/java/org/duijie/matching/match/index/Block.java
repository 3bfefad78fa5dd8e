package org.duijie.matching.match.index;

import java.util.Arrays;

/** A few neighbours of a list, each with its word. */
class Block {

    /** Few enough for what is said of all of them to be sharp, and enough for the saying to be worth its room. */
    static final int MOST = 16;

    /** Of the block and its two arrays. */
    private static final int HEADERS = 64;

    int[] entries;
    long[] words;
    int size;

    /** How many left since {@link #first} was looked for. */
    int left;

    /** Nobody in the block has a smaller id; it may be one that left. */
    int first;

    Block(int room) {
        entries = new int[room];
        words = new long[room];
    }

    /** What it takes in memory. */
    long bytes() {
        return HEADERS + (long) entries.length * (Integer.BYTES + Long.BYTES);
    }

    final void add(int ordinal, long word) {
        insert(size, ordinal, word);
    }

    final void insert(int at, int ordinal, long word) {
        if (size == entries.length) {
            int room = Math.min(MOST, size + size / 2 + 1);
            entries = Arrays.copyOf(entries, room);
            words = Arrays.copyOf(words, room);
        }
        System.arraycopy(entries, at, entries, at + 1, size - at);
        System.arraycopy(words, at, words, at + 1, size - at);
        entries[at] = ordinal;
        words[at] = word;
        size++;
    }

    final void remove(int at) {
        size--;
        System.arraycopy(entries, at + 1, entries, at, size - at);
        System.arraycopy(words, at + 1, words, at, size - at);
        left++;
    }
}
