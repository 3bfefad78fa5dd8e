package org.duijie.matching.match.index;

import java.util.Arrays;
import java.util.IdentityHashMap;

/** Gathers the entries of lists while there are too many to be put in one by one. */
final class Bulk {

    private static final class Entries {
        private int[] ordinals = new int[2];
        private int size;
    }

    private final IdentityHashMap<Postings<?>, Entries> lists = new IdentityHashMap<>();

    void add(Postings<?> list, int ordinal) {
        Entries entries = lists.computeIfAbsent(list, any -> new Entries());
        if (entries.size == entries.ordinals.length) {
            entries.ordinals = Arrays.copyOf(entries.ordinals, entries.size * 2);
        }
        entries.ordinals[entries.size++] = ordinal;
    }

    void fill() {
        lists.forEach((list, entries) -> list.fill(entries.ordinals, entries.size));
        lists.clear();
    }
}
