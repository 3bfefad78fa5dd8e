package org.duijie.matching.match.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.duijie.matching.likeness.TextVector;
import org.duijie.matching.match.Basis;
import org.duijie.matching.match.Cover;
import org.duijie.matching.match.Ppm;
import org.duijie.matching.match.Scale;
import org.duijie.matching.match.TimeChecks;
import org.duijie.matching.policy.Factor;
import org.duijie.matching.replica.DivisionFact;
import org.duijie.matching.replica.NeedFact;
import org.jspecify.annotations.Nullable;

/**
 * One search for the offers that match a need: the threshold algorithm (Fagin, Lotem, Naor: Optimal aggregation
 * algorithms for middleware, 2001) over blocks. Every block of every list that could hold a match is asked how much a
 * pair with one of its offers can score at the most; blocks are read by that bound, the highest first, until nothing
 * unread can be of use.
 *
 * <p>An offer may stand in several of the lists. It is enough that one of them has a bound that holds for it: the list of
 * its narrowest resource that is wanted and, where its home is better than the rest, the list of its home. So every
 * other list may take it for what the list is for.
 */
final class OfferSearch {

    private final OfferIndex index;
    private final OfferTable table;
    private final Basis basis;
    private final NeedFact need;
    private final Weights weights;
    private final Surroundings surroundings;
    private final Judge judge;
    private final @Nullable TextVector text;

    private final WantedLines lines;
    private final long serving;
    private final int field;
    private final int levels;
    private final int types;
    private final int on;
    private final int deadline;
    private final int periodStart;
    private final int periodEnd;
    private final boolean byTheRules;
    private final int[] areas;

    /** What priority, urgency and attention add, by combination of the factors that an offer may lack. */
    private final int[] fixed = new int[8];

    private final int[] likest = new int[8];
    private final int[] whole = new int[8];

    /** What a home adds, by combination and tier; at the end, as much as any adds. */
    private final int[][] tiers = new int[8][];

    /** What a record adds, by combination and number. */
    private final int[][] records = new int[8][];

    /** The bits of the combination that are the need's. */
    private final int always;

    private final List<Served> resources = new ArrayList<>();
    private long[] left = new long[Long.SIZE];
    private boolean[] serves;
    private final int[] served;

    OfferSearch(
            OfferIndex index,
            NeedFact need,
            @Nullable DivisionFact division,
            Basis basis,
            Surroundings surroundings,
            Weights weights,
            Judge judge) {
        this.index = index;
        this.table = index.table;
        this.basis = basis;
        this.need = need;
        this.surroundings = surroundings;
        this.judge = judge;
        this.weights = weights;
        text = basis.likeness().of(need);
        lines = new WantedLines(need);
        field = table.fields.find(need.field());
        serving = OfferTable.serving(field, table.modes.find(need.mode()));
        levels = table.levels.admitting(need.admittedLevels());
        types = table.types.admitting(need.admittedTypes());
        on = Days.of(basis.on());
        deadline = Days.of(need.deadline());
        periodStart = Days.of(need.periodStart());
        periodEnd = Days.of(need.periodEnd());
        byTheRules = !need.excludedOrganizations().isEmpty() || need.beneficiaryOrganization() != null;
        areas = Places.covering(need.divisionCode());
        int priority = Scale.priority(division);
        OptionalInt lack = basis.attention().lackPpm(need.divisionCode());
        int attention = lack.isPresent() ? lack.getAsInt() : Scale.ABSENT;
        int urgency = Scale.urgency((long) deadline - on);
        always = (priority == Scale.ABSENT ? 0 : Weights.PRIORITY) | (lack.isPresent() ? Weights.ATTENTION : 0);
        int[] values = table.records();
        for (int c = 0; c < (text == null ? Weights.LIKENESS : 8); c++) {
            int combination = always | c;
            fixed[c] = weights.of(Factor.PRIORITY, priority, combination)
                    + weights.of(Factor.URGENCY, urgency, combination)
                    + weights.of(Factor.ATTENTION, attention, combination);
            likest[c] = (c & Weights.LIKENESS) == 0 ? 0 : weights.of(Factor.TEXT_LIKENESS, Ppm.ONE, combination);
            whole[c] = weights.of(Factor.COVERAGE, Ppm.ONE, combination);
            int best = surroundings.ties().tiers();
            tiers[c] = new int[best + 1];
            for (int tier = 0; tier < best; tier++) {
                tiers[c][tier] = home(
                        surroundings.ties().pairing(tier), surroundings.ties().nearness(tier), combination);
                tiers[c][best] = Math.max(tiers[c][best], tiers[c][tier]);
            }
            records[c] = new int[OfferTable.NO_RECORD + 1];
            for (int record = 0; record < values.length; record++) {
                records[c][record] = weights.of(Factor.RECORD, values[record], combination);
            }
        }
        serves = new boolean[left.length * lines.count];
        served = new int[lines.count];
        findResources();
    }

    private int home(int pairing, int nearness, int combination) {
        return weights.of(Factor.PAIRING, pairing, combination) + weights.of(Factor.NEARNESS, nearness, combination);
    }

    /** A resource that serves something wanted. */
    private final class Served {
        private final int resource;
        private final int depth;
        private long wanted;
        private long value;
        private int closeness;

        /** What field fit adds, by combination and how special the offer is. */
        private final int[][] fit = new int[8][OfferTable.SPECIAL.length];

        private final int[][] bestFit = new int[8][OfferTable.SPECIAL.length];

        Served(int resource, int depth) {
            this.resource = resource;
            this.depth = depth;
        }

        /** All that an offer with this resource and no other adds for it. */
        private void sum() {
            int[] by = new int[lines.count];
            for (int line = 0; line < lines.count; line++) {
                if (((wanted >>> line) & 1) != 0) {
                    value += lines.values[line];
                    by[line] = depth;
                }
            }
            closeness = Cover.closeness(lines.count, lines.weights, lines.depths, by);
            for (int c = 0; c < (text == null ? Weights.LIKENESS : 8); c++) {
                for (int special = 0; special < OfferTable.SPECIAL.length; special++) {
                    fit[c][special] = fieldFit(closeness, special, c);
                    bestFit[c][special] = lines.count == 1 ? fit[c][special] : fieldFit(Ppm.ONE, special, c);
                }
            }
        }
    }

    private int fieldFit(int closeness, int special, int c) {
        return weights.of(Factor.FIELD_FIT, Scale.fieldFit(OfferTable.SPECIAL[special], closeness), always | c);
    }

    /**
     * A block that is to be read.
     *
     * @param servesCounty does everybody in it?
     */
    private record Reading(OfferBlock block, Served served, boolean servesCounty) {}

    /** Takes everything of use. */
    void run(Found found, boolean everything) {
        Queue<Reading> queue = new Queue<>();
        for (Served resource : resources) {
            int best = everything ? surroundings.ties().tiers() : 0;
            for (int field : new int[] {this.field, OfferIndex.ANY_FIELD}) {
                add(queue, found, index.byArea(resource.resource, OfferIndex.EVERYWHERE, field), resource, true, best);
            }
            for (int area : areas) {
                add(queue, found, index.byArea(resource.resource, area, this.field), resource, true, best);
                if (Places.wide(area)) {
                    add(
                            queue,
                            found,
                            index.byArea(resource.resource, area, OfferIndex.ANY_FIELD),
                            resource,
                            true,
                            best);
                }
            }
            if (!everything) {
                addHomes(queue, found, resource);
            }
        }
        while (queue.next(found.least())) {
            Reading reading = queue.thing();
            if (queue.bound() > found.least() || found.wants(queue.bound(), reading.block.first)) {
                read(reading, found);
            }
        }
    }

    private void addHomes(Queue<Reading> queue, Found found, Served resource) {
        surroundings.provinces().forEach((province, tier) -> {
            for (int field : new int[] {this.field, OfferIndex.ANY_FIELD}) {
                add(queue, found, index.byHomeProvince(resource.resource, province, field), resource, false, tier);
            }
        });
        surroundings.prefectures().forEach((prefecture, homes) -> {
            OfferPostings list = index.byHomePrefecture(resource.resource, prefecture);
            if (list != null) {
                for (int i = 0; i < list.blocks(); i++) {
                    OfferBlock block = list.block(i);
                    for (Surroundings.Home home : homes) {
                        if (home.place() >= block.firstHome && home.place() <= block.lastHome) {
                            add(queue, found, block, resource, false, home.tier());
                        }
                    }
                }
            }
        });
    }

    /** Each resource once, with everything wanted that it serves. */
    private void findResources() {
        for (int line = 0; line < lines.count; line++) {
            String unit = need.items().get(line).unit();
            List<String> codes = Resources.serving(need.items().get(line).resourceCode());
            for (int i = 0; i < codes.size(); i++) {
                int resource = table.resources.find(codes.get(i), unit);
                if (resource != Resources.UNKNOWN) {
                    Served known = known(resource);
                    Served served = known == null ? new Served(resource, i + 1) : known;
                    served.wanted |= 1L << line;
                    if (known == null) {
                        resources.add(served);
                    }
                }
            }
        }
        resources.forEach(Served::sum);
    }

    private @Nullable Served known(int resource) {
        for (int i = 0; i < resources.size(); i++) {
            if (resources.get(i).resource == resource) {
                return resources.get(i);
            }
        }
        return null;
    }

    private void add(
            Queue<Reading> queue,
            Found found,
            @Nullable OfferPostings list,
            Served served,
            boolean servesCounty,
            int tier) {
        if (list != null) {
            for (int i = 0; i < list.blocks(); i++) {
                add(queue, found, list.block(i), served, servesCounty, tier);
            }
        }
    }

    private void add(
            Queue<Reading> queue, Found found, OfferBlock block, Served served, boolean servesCounty, int tier) {
        if (admits(block, served)) {
            int bound = bound(block, served, tier);
            if (bound >= found.least()) {
                queue.add(new Reading(block, served, servesCounty), bound);
            }
        }
    }

    /** Can there be anybody in the block whom no rule refuses? */
    private boolean admits(OfferBlock block, Served served) {
        long masks = (block.fields & 0xFFFFFFFFL) | ((long) (block.modes & 0xFF) << 24);
        return (masks & serving) == serving
                && (block.levels & levels) != 0
                && (block.types & types) != 0
                && block.until >= on
                && block.smallest <= (block.many ? lines.value : served.value)
                && (need.splittable() || lines.value <= block.largest);
    }

    /** How much a pair with somebody in the block can score at the most. */
    private int bound(OfferBlock block, Served served, int tier) {
        boolean exact = lines.count == 1 || !block.many;
        int coverage = exact ? coverage(served, block.quantity, block.largest) : Ppm.ONE;
        int bound = 0;
        for (int own = 0; own < 4; own++) {
            if (((block.combinations >>> own) & 1) != 0) {
                for (int c = own; c <= (text == null ? own : own | Weights.LIKENESS); c += Weights.LIKENESS) {
                    bound = Math.max(
                            bound,
                            fixed[c]
                                    + likest[c]
                                    + (exact ? served.fit : served.bestFit)[c][block.special]
                                    + tiers[c][tier]
                                    + weights.of(Factor.RECORD, block.record, always | c)
                                    + covered(coverage, c));
                }
            }
        }
        return bound;
    }

    private int covered(int coverage, int c) {
        return coverage == Ppm.ONE ? whole[c] : weights.of(Factor.COVERAGE, coverage, always | c);
    }

    /** The coverage by an offer of this resource alone. */
    private int coverage(Served by, long quantity, long largest) {
        long most = lines.most(largest);
        if (lines.count == 1) {
            return quantity >= lines.quantities[0] && most >= lines.weights[0]
                    ? Ppm.ONE
                    : Cover.coverage(lines.weights[0], lines.quantities[0], quantity, most);
        }
        left[0] = quantity;
        for (int line = 0; line < lines.count; line++) {
            serves[line] = ((by.wanted >>> line) & 1) != 0;
        }
        return Cover.coverage(lines.count, lines.weights, lines.quantities, 1, left, serves, most);
    }

    private void read(Reading reading, Found found) {
        OfferBlock block = reading.block;
        for (int i = 0; i < block.size; i++) {
            judge(block.entries[i], reading.served, reading.servesCounty, found);
        }
    }

    /** The rules and the score, as {@code Rule} and {@code Score} have them, on the row of the offer. */
    private void judge(int offer, Served by, boolean servesCounty, Found found) {
        long masks = table.masks(offer);
        if ((masks & serving) != serving
                || ((levels >>> OfferTable.level(masks)) & (types >>> OfferTable.type(masks)) & 1) == 0) {
            return;
        }
        int home = table.home(offer);
        int record = OfferTable.recordNumber(masks);
        int special = OfferTable.special(masks);
        boolean many = OfferTable.many(masks);
        int c = OfferBlock.combination(record != OfferTable.NO_RECORD, !index.isNational(home));
        int tier = surroundings.ties().tier(home);
        int base = fixed[c] + tiers[c][tier] + records[c][record];
        if (text == null && base + (many ? by.bestFit : by.fit)[c][special] + whole[c] < found.least()) {
            return;
        }
        long days = table.days(offer);
        long largest = table.largest(offer);
        if (TimeChecks.missed(on, Days.first(days), Days.second(days), deadline, periodStart, periodEnd)
                || (!need.splittable() && lines.value > largest)
                || (!servesCounty && !OfferTable.anywhere(masks) && !table.names(offer, areas))) {
            return;
        }
        long common = by.value;
        int closeness = by.closeness;
        int coverage;
        if (many) {
            takeStock(offer);
            common = commonValue();
            closeness = Cover.closeness(lines.count, lines.weights, lines.depths, served);
            coverage = Cover.coverage(
                    lines.count,
                    lines.weights,
                    lines.quantities,
                    table.items(offer),
                    left,
                    serves,
                    lines.most(largest));
        } else {
            coverage = coverage(by, table.quantity(offer), largest);
        }
        if (table.smallest(offer) > common) {
            return;
        }
        int ppm = base + (many ? fieldFit(closeness, special, c) : by.fit[c][special]) + covered(coverage, c);
        if (text != null) {
            int l = c | Weights.LIKENESS;
            int others = fixed[l]
                    + tiers[l][tier]
                    + records[l][record]
                    + fieldFit(closeness, special, l)
                    + covered(coverage, l);
            if (!found.wants(Math.max(ppm, others + likest[l]), offer)) {
                return;
            }
            TextVector its = basis.likeness().of(index.fact(offer));
            ppm = its == null ? ppm : others + weights.of(Factor.TEXT_LIKENESS, text.likenessPpm(its), always | l);
        }
        if (found.wants(ppm, offer) && !isRefused(offer, masks)) {
            found.take(ppm, offer);
        }
    }

    /** By what is asked last, because few have it. */
    private boolean isRefused(int offer, long masks) {
        return (OfferTable.excludes(masks) && table.excludes(offer, areas))
                || ((byTheRules || OfferTable.byTheRules(masks))
                        && !judge.admits(need, index.fact(offer), index.organization(offer)));
    }

    /** Puts what an offer of several resources has beside what is wanted. */
    private void takeStock(int offer) {
        int stock = table.items(offer);
        if (stock > left.length) {
            left = new long[stock];
            serves = new boolean[stock * lines.count];
        }
        Arrays.fill(served, 0);
        for (int item = 0; item < stock; item++) {
            int resource = table.resource(offer, item);
            left[item] = table.quantity(offer, item);
            Served by = known(resource);
            long wanted = by == null ? 0 : by.wanted;
            int depth = by == null ? 0 : by.depth;
            for (int line = 0; line < lines.count; line++) {
                boolean does = ((wanted >>> line) & 1) != 0;
                serves[item * lines.count + line] = does;
                served[line] = does ? Math.max(served[line], depth) : served[line];
            }
        }
    }

    private long commonValue() {
        long value = 0;
        for (int line = 0; line < lines.count; line++) {
            value += served[line] > 0 ? lines.values[line] : 0;
        }
        return value;
    }
}
