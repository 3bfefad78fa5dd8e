package org.duijie.matching.match.index;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Lists by key, without a box around each key. */
final class ListMap<P> {

    private static final int SMALLEST = 64;

    private long[] keys = new long[SMALLEST];
    private @Nullable Object[] lists = new Object[SMALLEST];
    private int size;

    int size() {
        return size;
    }

    @SuppressWarnings("unchecked")
    @Nullable
    P get(long key) {
        return (P) lists[slot(key)];
    }

    @SuppressWarnings("unchecked")
    P getOrMake(long key, LongFunction<P> make) {
        int slot = slot(key);
        Object list = lists[slot];
        if (list != null) {
            return (P) list;
        }
        P made = make.apply(key);
        keys[slot] = key;
        lists[slot] = made;
        if (++size * 4L > keys.length * 3L) {
            grow();
        }
        return made;
    }

    /** Takes a list out, and moves up those behind it that were displaced. */
    void remove(long key) {
        int gap = slot(key);
        if (lists[gap] == null) {
            return;
        }
        lists[gap] = null;
        size--;
        int mask = keys.length - 1;
        for (int slot = (gap + 1) & mask; lists[slot] != null; slot = (slot + 1) & mask) {
            Object displaced = lists[slot];
            lists[slot] = null;
            int place = slot(keys[slot]);
            keys[place] = keys[slot];
            lists[place] = displaced;
        }
    }

    @SuppressWarnings("unchecked")
    void forEach(Consumer<P> action) {
        Arrays.stream(lists).filter(list -> list != null).forEach(list -> action.accept((P) list));
    }

    long bytes() {
        return 12L * keys.length;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (lists[slot] != null && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        @Nullable Object[] oldLists = lists;
        keys = new long[oldKeys.length * 2];
        lists = new Object[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldLists[i] != null) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                lists[slot] = oldLists[i];
            }
        }
    }
}
