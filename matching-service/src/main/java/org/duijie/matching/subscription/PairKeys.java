package org.duijie.matching.subscription;

import java.util.Arrays;

/**
 * Numbers keys of 128 bits from 0 upwards, in little memory: 16 bytes for the key and about 9 for finding it (open
 * addressing with linear probing; a removed key's place is closed by moving its successors up, Knuth 6.4 R). The number
 * of a key that was removed is given to another.
 */
final class PairKeys {

    static final int ABSENT = -1;

    private static final int FIRST_SIZE = 16;

    /** The two halves of each key, next to each other. */
    private long[] keys = new long[2 * FIRST_SIZE];

    private int[] free = new int[FIRST_SIZE];
    private int freeCount;
    private int used;
    private int size;
    private int[] table = emptyTable(FIRST_SIZE * 2);

    /** The key's number, or {@link #ABSENT}. */
    int find(long h, long l) {
        int place = place(h, l);
        return table[place];
    }

    /** The key's number, a new one if it has none yet. */
    int add(long h, long l) {
        int place = place(h, l);
        if (table[place] != ABSENT) {
            return table[place];
        }
        int number = freeCount > 0 ? free[--freeCount] : used++;
        if (2 * number == keys.length) {
            keys = Arrays.copyOf(keys, 2 * (number + (number >> 1)));
        }
        keys[2 * number] = h;
        keys[2 * number + 1] = l;
        table[place] = number;
        size++;
        // Full by more than 60 %, probing takes long; twice as large it is full by 30 %.
        if (size * 5L > table.length * 3L) {
            enlarge();
        }
        return number;
    }

    /** Forgets the key; its number is free again. */
    void remove(long h, long l) {
        int place = place(h, l);
        int number = table[place];
        if (number == ABSENT) {
            return;
        }
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, freeCount * 2);
        }
        free[freeCount++] = number;
        size--;
        closeUp(place);
    }

    /** No key that was put behind the gap because of it may stay there, or it would not be found. */
    private void closeUp(int removed) {
        int gap = removed;
        int mask = table.length - 1;
        int next = (gap + 1) & mask;
        while (table[next] != ABSENT) {
            int home = home(high(table[next]), low(table[next]));
            boolean reachable = gap <= next ? home > gap && home <= next : home > gap || home <= next;
            if (!reachable) {
                table[gap] = table[next];
                gap = next;
            }
            next = (next + 1) & mask;
        }
        table[gap] = ABSENT;
    }

    int size() {
        return size;
    }

    /** Numbers in use are smaller than this. */
    int bound() {
        return used;
    }

    long high(int number) {
        return keys[2 * number];
    }

    long low(int number) {
        return keys[2 * number + 1];
    }

    /** How much memory the arrays take. */
    long bytes() {
        return 8L * keys.length + 4L * table.length + 4L * free.length;
    }

    private int place(long h, long l) {
        int place = home(h, l);
        while (table[place] != ABSENT && (high(table[place]) != h || low(table[place]) != l)) {
            place = (place + 1) & (table.length - 1);
        }
        return place;
    }

    private int home(long h, long l) {
        long mixed = (h ^ Long.rotateLeft(l, 32)) * 0x9E3779B97F4A7C15L;
        return (int) (mixed ^ (mixed >>> 32)) & (table.length - 1);
    }

    private void enlarge() {
        int[] old = table;
        table = emptyTable(old.length * 2);
        for (int number : old) {
            if (number != ABSENT) {
                table[place(high(number), low(number))] = number;
            }
        }
    }

    private static int[] emptyTable(int size) {
        int[] table = new int[size];
        Arrays.fill(table, ABSENT);
        return table;
    }
}
