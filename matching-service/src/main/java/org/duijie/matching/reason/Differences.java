package org.duijie.matching.reason;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.duijie.chassis.text.Text;

/** Gathers what differs between two states of one thing. */
final class Differences<T> {

    private final T was;
    private final T is;
    private final List<Difference> found = new ArrayList<>();

    Differences(T was, T is) {
        this.was = was;
        this.is = is;
    }

    /** Two values that read alike are alike. */
    Differences<T> add(String member, Text label, Function<T, Text> value) {
        return add(member, label, value, text -> text);
    }

    /** Where the words do not tell all that may differ. */
    <V> Differences<T> add(String member, Text label, Function<T, V> value, Function<V, Text> wording) {
        V before = value.apply(was);
        V after = value.apply(is);
        if (!before.equals(after)) {
            found.add(new Difference(member, label, wording.apply(before), wording.apply(after)));
        }
        return this;
    }

    List<Difference> all() {
        return List.copyOf(found);
    }
}
