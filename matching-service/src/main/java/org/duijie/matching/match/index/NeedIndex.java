package org.duijie.matching.match.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.duijie.matching.likeness.Likeness;
import org.duijie.matching.likeness.TextVector;
import org.duijie.matching.match.Scale;
import org.duijie.matching.replica.DivisionFact;
import org.duijie.matching.replica.NeedFact;
import org.jspecify.annotations.Nullable;

/**
 * Needs in lists, by what an offer's hard rules cut on: for each resource that serves something in it, a need that could
 * match some offer today stands in the list of that resource and its county. Priority, pairing, nearness and attention are
 * the same for all needs of a county, so they are not in the index at all, and no change of theirs touches it.
 */
final class NeedIndex {

    final Ordinals ordinals = new Ordinals();
    final NeedTable table = new NeedTable();

    private final Map<String, DivisionFact> divisions = new HashMap<>();
    private int[] priorities = new int[64];

    private final Texts texts = new Texts((likeness, ordinal) -> likeness.of(fact(ordinal)));

    /** Needs whose sums do not fit into a row. */
    private final BitSet uncountable = new BitSet();

    private NeedFact[] facts = new NeedFact[64];
    private boolean[] listed = new boolean[64];

    /** By resource, then by county. */
    private @Nullable NeedPostings[][] lists = new NeedPostings[64][];

    private LocalDate on;
    private @Nullable Bulk bulk;

    /** What all lists take in memory. */
    private long listBytes;

    NeedIndex(LocalDate on) {
        this.on = on;
    }

    int size() {
        return ordinals.size();
    }

    void grew(long bytes) {
        listBytes += bytes;
    }

    /** What it takes in memory besides the facts, reckoned from its parts. */
    long bytes() {
        int perNeed = Integer.BYTES + 1;
        return ordinals.bytes() + table.bytes() + (long) perNeed * facts.length + listBytes;
    }

    NeedFact fact(int ordinal) {
        return facts[ordinal];
    }

    /** What its text says, if that is known. */
    @Nullable
    TextVector text(int ordinal, Likeness likeness) {
        return texts.of(ordinal, ordinals.size(), likeness);
    }

    @Nullable
    DivisionFact division(String code) {
        return divisions.get(code);
    }

    BitSet uncountable() {
        return uncountable;
    }

    /** In parts per million, or absent. */
    int priority(int county) {
        return priorities[county];
    }

    @Nullable
    NeedPostings list(int resource, int county) {
        @Nullable NeedPostings[] byCounty = resource < lists.length ? lists[resource] : null;
        return byCounty == null || county >= byCounty.length ? null : byCounty[county];
    }

    void put(DivisionFact division) {
        divisions.put(division.code(), division);
        int county = table.counties.find(division.code());
        if (county >= 0) {
            priorities[county] = Scale.priority(division);
        }
    }

    void put(NeedFact need) {
        int known = ordinals.of(need.id());
        int ordinal = known >= 0 ? known : ordinals.add(need.id());
        if (known >= 0) {
            unlist(ordinal);
        } else if (ordinal >= facts.length) {
            int length = ordinal + ordinal / 4 + 1;
            facts = Arrays.copyOf(facts, length);
            listed = Arrays.copyOf(listed, length);
        }
        facts[ordinal] = need;
        texts.forget(ordinal);
        list(ordinal);
    }

    /** Makes the index of many at once, from empty. */
    void fill(Collection<NeedFact> needs) {
        Bulk entries = new Bulk();
        bulk = entries;
        List<NeedFact> byId = new ArrayList<>(needs);
        byId.sort(Comparator.comparing(NeedFact::id, Ids.ORDER));
        byId.forEach(this::put);
        bulk = null;
        entries.fill();
    }

    /** Goes to another day: these may be judged differently then. */
    void moveTo(LocalDate day, Collection<NeedFact> turned) {
        on = day;
        turned.forEach(this::put);
    }

    private void list(int ordinal) {
        NeedFact need = facts[ordinal];
        if (!need.open() || need.deadline().isBefore(on) || need.periodEnd().isBefore(on)) {
            return;
        }
        if (!WantedLines.countable(need)) {
            uncountable.set(ordinal);
            return;
        }
        table.write(ordinal, need, on);
        listed[ordinal] = true;
        int county = table.county(ordinal);
        if (county >= priorities.length) {
            priorities = Arrays.copyOf(priorities, county * 2);
        }
        priorities[county] = Scale.priority(divisions.get(need.divisionCode()));
        for (int resource : resources(ordinal)) {
            NeedPostings list = getOrMake(resource, county);
            if (bulk == null) {
                list.insert(ordinal);
            } else {
                bulk.add(list, ordinal);
            }
        }
    }

    private void unlist(int ordinal) {
        uncountable.clear(ordinal);
        if (!listed[ordinal]) {
            return;
        }
        listed[ordinal] = false;
        int county = table.county(ordinal);
        for (int resource : resources(ordinal)) {
            NeedPostings list = Objects.requireNonNull(list(resource, county));
            list.remove(ordinal);
            if (list.isEmpty()) {
                Objects.requireNonNull(lists[resource])[county] = null;
                grew(-Postings.BYTES);
            }
        }
        table.free(ordinal);
    }

    /** All that serve some item of it, each once. */
    private int[] resources(int ordinal) {
        return facts[ordinal].items().stream()
                .flatMapToInt(item -> Resources.serving(item.resourceCode()).stream()
                        .mapToInt(code -> table.resources.add(code, item.unit())))
                .distinct()
                .toArray();
    }

    private NeedPostings getOrMake(int resource, int county) {
        NeedPostings known = list(resource, county);
        if (known != null) {
            return known;
        }
        if (resource >= lists.length) {
            lists = Arrays.copyOf(lists, resource + resource / 4 + 1);
        }
        @Nullable NeedPostings[] byCounty = lists[resource];
        if (byCounty == null || county >= byCounty.length) {
            byCounty = byCounty == null
                    ? new NeedPostings[county + 1]
                    : Arrays.copyOf(byCounty, Math.max(county + 1, table.counties.size()));
            lists[resource] = byCounty;
        }
        NeedPostings made = new NeedPostings(this, resource);
        grew(Postings.BYTES);
        byCounty[county] = made;
        return made;
    }
}
