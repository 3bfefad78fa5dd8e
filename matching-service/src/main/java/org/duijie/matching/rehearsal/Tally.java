package org.duijie.matching.rehearsal;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Places among the ten best before and after, by whatever they are counted by. */
final class Tally {

    private final SortedMap<String, Change> counts = new TreeMap<>();

    /** How many places somebody has in both cases. */
    record Change(long before, long after) {
        Change plus(Change other) {
            return new Change(before + other.before, after + other.after);
        }
    }

    void before(String key) {
        counts.merge(key, new Change(1, 0), Change::plus);
    }

    void after(String key) {
        counts.merge(key, new Change(0, 1), Change::plus);
    }

    SortedMap<String, Change> counts() {
        return counts;
    }

    static Tally of(Map<String, Long> before, Map<String, Long> after) {
        Tally tally = new Tally();
        before.forEach((key, count) -> tally.counts.merge(key, new Change(count, 0), Change::plus));
        after.forEach((key, count) -> tally.counts.merge(key, new Change(0, count), Change::plus));
        return tally;
    }
}
