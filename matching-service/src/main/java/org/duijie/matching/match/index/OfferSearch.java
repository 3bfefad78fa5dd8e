package org.duijie.matching.match.index;

import java.util.List;
import org.duijie.matching.likeness.TextVector;
import org.duijie.matching.match.Basis;
import org.duijie.matching.replica.DivisionFact;
import org.duijie.matching.replica.NeedFact;
import org.jspecify.annotations.Nullable;

/**
 * One search for the offers that match a need: the threshold algorithm (Fagin, Lotem, Naor: Optimal aggregation
 * algorithms for middleware, 2001) over lists and their blocks. Each list that could hold a match is asked how much a pair
 * with one of its offers can score at the most. Lists are opened and blocks are read by that bound, the highest first, until
 * nothing left can be of use.
 *
 * <p>An offer may stand in several of the lists. It is enough that one of them has a bound that holds for it: the list of
 * its narrowest resource that is wanted and, where its home is better than the rest, the list of its home. So every
 * other list may take it for what the list is for.
 */
final class OfferSearch {

    private static final int[] ANY_FIELD = {OfferIndex.ANY_FIELD};

    /** So many blocks are held against the least together, before any of them alone. */
    private static final int TOGETHER = 8;

    /** From so many on: of fewer, too many would have to be looked at alone in the end. */
    private static final int MANY = 32;

    private final OfferIndex index;
    private final Surroundings surroundings;
    private final OfferBounds bounds;
    private final OfferJudge judge;
    private final Found found;

    private final long serving;
    private final int[] fields;
    private final int levels;
    private final int types;
    private final int[] areas;
    private final Queue<Reading> queue = new Queue<>();

    OfferSearch(
            OfferIndex index,
            NeedFact need,
            @Nullable DivisionFact division,
            Basis basis,
            Surroundings surroundings,
            Weights weights,
            Judge rules,
            Found found) {
        this.index = index;
        this.surroundings = surroundings;
        this.found = found;
        OfferTable table = index.table;
        TextVector text = basis.likeness().of(need);
        bounds = new OfferBounds(table, need, division, basis, surroundings.ties(), weights, text != null);
        judge = new OfferJudge(index, need, basis, surroundings.ties(), bounds, text, rules, found);
        int field = table.fields.find(need.field());
        fields = new int[] {field, OfferIndex.ANY_FIELD};
        int county = Places.number(need.divisionCode());
        serving = Traits.serving(field, table.modes.find(need.mode())) | (county == 0 ? 0 : Traits.area(county));
        levels = table.levels.admitting(need.admittedLevels());
        types = table.types.admitting(need.admittedTypes());
        areas = Places.covering(need.divisionCode());
    }

    /**
     * A list that is to be opened, or whose blocks are to be read.
     *
     * @param list by its key while it is not open
     * @param servesCounty does everybody in it?
     * @param homes in a list of a prefecture: whoever lives there is looked at as if at one of these
     */
    private record Reading(
            Served served,
            long key,
            int tier,
            boolean servesCounty,
            List<Surroundings.Home> homes,
            @Nullable OfferPostings list) {

        Reading of(OfferPostings opened, int home) {
            return new Reading(served, key, home, servesCounty, homes, opened);
        }
    }

    /** Takes everything of use. */
    void run(boolean everything) {
        if (judge.tooLate()) {
            return;
        }
        for (Served one : bounds.resources) {
            addAreas(one, everything ? surroundings.ties().tiers() : 0);
            if (!everything) {
                addHomes(one);
            }
        }
        while (queue.next(found.least())) {
            Reading next = queue.thing();
            if (next.list == null) {
                if (queue.bound() >= found.least()) {
                    open(next);
                }
            } else {
                take(next, next.list, queue.part(), queue.end());
            }
        }
        judge.judge();
    }

    private void addAreas(Served one, int tier) {
        for (int field : fields) {
            add(one, OfferIndex.byArea(one.resource, OfferIndex.EVERYWHERE, field), tier, true, List.of());
        }
        for (int area : areas) {
            for (int field : Places.wide(area) ? fields : ANY_FIELD) {
                add(one, OfferIndex.byArea(one.resource, area, field), tier, true, List.of());
            }
        }
    }

    private void addHomes(Served one) {
        surroundings.provinces().forEach((province, tier) -> {
            for (int field : fields) {
                add(one, OfferIndex.byHomeProvince(one.resource, province, field), tier, false, List.of());
            }
        });
        surroundings.prefectures().forEach((prefecture, homes) -> {
            long key = OfferIndex.byHomePrefecture(one.resource, prefecture);
            add(one, key, surroundings.best(homes, tier -> bounds.of(one, tier)), false, homes);
        });
    }

    private void add(Served one, long key, int tier, boolean servesCounty, List<Surroundings.Home> homes) {
        int bound = bounds.of(one, tier);
        if (bound >= found.least()) {
            queue.add(new Reading(one, key, tier, servesCounty, homes, null), bound);
        }
    }

    private void open(Reading reading) {
        OfferPostings list = index.list(reading.key);
        if (list == null) {
            return;
        }
        if (reading.homes.isEmpty()) {
            addAll(reading.of(list, reading.tier), list, 0, list.blocks());
        }
        for (Surroundings.Home home : reading.homes) {
            int from = list.firstAtHome(home.place());
            addAll(reading.of(list, home.tier()), list, from, list.endAtHome(home.place()));
        }
    }

    /** Adds the blocks that may hold something of use, a few together where there are many. */
    private void addAll(Reading reading, OfferPostings list, int from, int end) {
        if (end - from < MANY) {
            addEach(reading, list, from, end);
            return;
        }
        for (int i = from; i < end; i += TOGETHER) {
            int to = Math.min(end, i + TOGETHER);
            long head = list.head(i);
            for (int j = i + 1; j < to; j++) {
                head = Traits.join(head, list.head(j));
            }
            if (serves(head)) {
                add(reading, head, i, to);
            }
        }
    }

    /** Adds each block, but of those whose bounds decrease the first alone: the next when that one has been read. */
    private void addEach(Reading reading, OfferPostings list, int from, int end) {
        for (int begin = from; begin < end; ) {
            int next = endOfRun(list, begin, end);
            addRun(reading, list, begin, next);
            begin = next;
        }
    }

    /** Adds what is left of a run by the first of it that may be of use. */
    private void addRun(Reading reading, OfferPostings list, int from, int end) {
        int first = from;
        while (first < end && !serves(list.head(first))) {
            first++;
        }
        if (first < end) {
            add(reading, list.head(first), first, end);
        }
    }

    private boolean serves(long traits) {
        return (traits & serving) == serving;
    }

    private void add(Reading reading, long head, int from, int end) {
        int bound = bounds.of(head, reading.served, reading.tier);
        if (bound >= found.least()) {
            queue.add(reading, from, end, bound);
        }
    }

    /** Reads a block, or looks more closely at several. */
    private void take(Reading reading, OfferPostings list, int from, int end) {
        if (endOfRun(list, from, end) < end) {
            addEach(reading, list, from, end);
            return;
        }
        Block block = list.block(from);
        if (queue.bound() > found.least() || found.wants(queue.bound(), block.first)) {
            read(block, reading);
        }
        addRun(reading, list, from + 1, end);
    }

    /** Where those end whose bounds decrease. */
    private int endOfRun(OfferPostings list, int from, int end) {
        return bounds.lines.count == 1 || !Traits.many(list.head(from)) ? list.endOfRun(from, end) : from + 1;
    }

    private void read(Block block, Reading reading) {
        for (int i = 0; i < block.size; i++) {
            long traits = block.words[i];
            if (admits(traits) && bounds.of(traits, reading.served, reading.tier) >= found.least()) {
                judge.choose(block.entries[i], traits, reading.served, reading.servesCounty);
            }
        }
    }

    /** Judges these alone, as far as they are listed, and takes what matches in their order. */
    void judge(int[] offers) {
        if (judge.tooLate()) {
            return;
        }
        // In two rounds, so that the processor waits for many rows at the same time.
        long[] traits = new long[offers.length];
        for (int i = 0; i < offers.length; i++) {
            traits[i] = index.isListed(offers[i]) ? index.table.traits(offers[i]) : 0;
        }
        for (int i = 0; i < offers.length; i++) {
            Served by = admits(traits[i]) ? servedBy(offers[i]) : null;
            if (by != null) {
                judge.choose(offers[i], traits[i], by, false);
            }
        }
        judge.judge();
    }

    /** One of the resources that serve something wanted, if an offer has one. */
    private @Nullable Served servedBy(int offer) {
        for (int item = 0; item < index.table.items(offer); item++) {
            Served by = bounds.known(index.table.resource(offer, item));
            if (by != null) {
                return by;
            }
        }
        return null;
    }

    private boolean admits(long traits) {
        return serves(traits) && ((levels >>> Traits.level(traits)) & (types >>> Traits.type(traits)) & 1) != 0;
    }
}
