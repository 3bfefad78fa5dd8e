package org.duijie.matching.match.index;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns the few names of an open code list into bits. Names beyond what there are bits for share one, {@link #beyond};
 * who bears such a name is judged by the rules themselves.
 */
final class Names {

    private final int most;
    private final Map<String, Integer> known = new HashMap<>();

    /** Numbers 0 to {@code most - 1} for names, one for those beyond, one for those that nobody bears. */
    Names(int most) {
        this.most = most;
    }

    int beyond() {
        return most;
    }

    int add(String name) {
        Integer number = known.get(name);
        if (number != null) {
            return number;
        }
        if (known.size() == most) {
            return most;
        }
        known.put(name, known.size());
        return known.size() - 1;
    }

    /** The number of a name that is asked for; one that nobody bears gets a number of its own. */
    int find(String name) {
        Integer number = known.get(name);
        return number != null ? number : known.size() == most ? most : most + 1;
    }

    /** The bits of those who bear these names; all of them where the list is empty, since it admits everything. */
    int bearing(List<String> names) {
        int bits = 0;
        for (int i = 0; i < names.size(); i++) {
            bits |= 1 << add(names.get(i));
        }
        return names.isEmpty() ? (1 << (most + 2)) - 1 : bits;
    }

    /** The bits that admit these names, likewise. */
    int admitting(List<String> names) {
        int bits = 0;
        for (int i = 0; i < names.size(); i++) {
            bits |= 1 << find(names.get(i));
        }
        return names.isEmpty() ? (1 << (most + 2)) - 1 : bits;
    }
}
