package org.duijie.matching.match.index;

import java.util.Arrays;
import java.util.UUID;

/** Gives each id a small number, counting from 0. None is ever given back: facts change but do not go away. */
final class Ordinals {

    static final int UNKNOWN = -1;

    private static final int SMALLEST = 64;

    private final Longs ids = new Longs(2);
    private int[] slots = new int[SMALLEST];
    private int size;

    int size() {
        return size;
    }

    /** The number of an id, or {@link #UNKNOWN}. */
    int of(UUID id) {
        return slots[slot(id.getMostSignificantBits(), id.getLeastSignificantBits())] - 1;
    }

    /** The number of an id, new or not. */
    int add(UUID id) {
        long most = id.getMostSignificantBits();
        long least = id.getLeastSignificantBits();
        int slot = slot(most, least);
        if (slots[slot] == 0) {
            ids.set(size, 0, most);
            ids.set(size, 1, least);
            slots[slot] = ++size;
            if (size * 4L > slots.length * 3L) {
                grow();
            }
            return size - 1;
        }
        return slots[slot] - 1;
    }

    /** By ids as text, which is their order as unsigned numbers. */
    int compare(int one, int other) {
        int most = Long.compareUnsigned(ids.get(one, 0), ids.get(other, 0));
        return most != 0 ? most : Long.compareUnsigned(ids.get(one, 1), ids.get(other, 1));
    }

    long bytes() {
        return ids.bytes() + 4L * slots.length;
    }

    private int slot(long most, long least) {
        long mixed = (most ^ Long.rotateLeft(least, 32)) * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & (slots.length - 1);
        while (slots[slot] != 0 && !(ids.get(slots[slot] - 1, 0) == most && ids.get(slots[slot] - 1, 1) == least)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private void grow() {
        int[] old = slots;
        slots = new int[old.length * 2];
        Arrays.stream(old)
                .filter(number -> number != 0)
                .forEach(number -> slots[slot(ids.get(number - 1, 0), ids.get(number - 1, 1))] = number);
    }
}
