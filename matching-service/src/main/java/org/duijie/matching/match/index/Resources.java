package org.duijie.matching.match.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duijie.matching.replica.ItemFact;

/** Gives each resource code with its unit a small number. */
final class Resources {

    static final int UNKNOWN = -1;

    private record Resource(String code, String unit) {}

    private final Map<Resource, Integer> numbers = new HashMap<>();
    private final List<ItemFact> samples = new ArrayList<>();

    int size() {
        return samples.size();
    }

    int add(String code, String unit) {
        Integer known = numbers.putIfAbsent(new Resource(code, unit), samples.size());
        if (known != null) {
            return known;
        }
        samples.add(new ItemFact(code, unit, 1, 0));
        return samples.size() - 1;
    }

    int find(String code, String unit) {
        return numbers.getOrDefault(new Resource(code, unit), UNKNOWN);
    }

    /** As {@link ItemFact#serves}. */
    boolean serves(int resource, int wanted) {
        return resource == wanted || samples.get(resource).serves(samples.get(wanted));
    }

    /** As {@link ItemFact#serves}. */
    boolean servedBy(int wanted, ItemFact item) {
        return item.serves(samples.get(wanted));
    }

    /**
     * The codes that serve an item, as {@link ItemFact#serves} has it: its own and each wider one, the widest first, so
     * that the one at place {@code i} has {@code i + 1} segments.
     */
    static List<String> serving(String code) {
        List<String> serving = new ArrayList<>(4);
        for (int dot = code.indexOf('.'); dot >= 0; dot = code.indexOf('.', dot + 1)) {
            serving.add(code.substring(0, dot));
        }
        serving.add(code);
        return serving;
    }
}
