package org.duijie.matching.match.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.duijie.matching.likeness.TextVector;
import org.duijie.matching.match.Basis;
import org.duijie.matching.match.Cover;
import org.duijie.matching.match.Ppm;
import org.duijie.matching.match.Scale;
import org.duijie.matching.match.TimeChecks;
import org.duijie.matching.policy.Factor;
import org.duijie.matching.replica.ItemFact;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.replica.OrganizationFact;
import org.jspecify.annotations.Nullable;

/**
 * One search for the needs that match an offer, by the same algorithm as {@link OfferSearch}: first the counties by the
 * most that any of their needs can score, then the blocks of their lists.
 */
final class NeedSearch {

    private final NeedIndex index;
    private final NeedTable table;
    private final Basis basis;
    private final OfferFact offer;
    private final OrganizationFact organization;
    private final Judge judge;
    private final Weights weights;
    private final Ties ties;
    private final int[] attention;
    private final @Nullable TextVector text;

    private final int fields;
    private final int modes;
    private final int level;
    private final int type;
    private final int on;
    private final int validFrom;
    private final int validUntil;
    private final long smallest;
    private final long largest;
    private final int special;

    /** The bits of the combination that are the offer's. */
    private final int always;

    /** What the record adds, by combination. */
    private final int[] record = new int[Weights.COMBINATIONS];

    private final int[] likest = new int[Weights.COMBINATIONS];
    private final int[] whole = new int[Weights.COMBINATIONS];
    private final int[] closest = new int[Weights.COMBINATIONS];
    private final int[][] tiers;
    private final int[] areas;
    private final int[] excluded;
    private final int[][] urgencies = new int[Weights.COMBINATIONS][NeedTable.URGENCY.length];

    /** The offer's items, the narrowest first. */
    private final List<ItemFact> stock;

    private final List<Serving> resources = new ArrayList<>();

    /** By resource of a need, which lines of the stock serve it; worked out when it is met. */
    private final long[] servedBy;

    private static final long NOT_YET = 1L << 63;

    private long[] left;
    private boolean[] serves;
    private long[] quantities = new long[8];
    private long[] values = new long[8];
    private int[] depths = new int[8];
    private int[] served = new int[8];

    /** A resource of the offer: all of its stock that serves whatever the resource serves. */
    private record Serving(int resource, int depth, long quantity) {}

    /**
     * A county, or a block of one of its lists that is to be read.
     *
     * @param c the combination of factors that its pairs have, without the likeness
     * @param base what the county, its place and the offer's record add
     * @param likeBase the same where the likeness is one of the factors
     */
    private record Reading(
            int county,
            int c,
            int base,
            int likeBase,
            @Nullable NeedBlock block) {}

    NeedSearch(
            NeedIndex index,
            OfferFact offer,
            OrganizationFact organization,
            Basis basis,
            Ties ties,
            int[] attention,
            Weights weights,
            Judge judge) {
        this.index = index;
        this.table = index.table;
        this.basis = basis;
        this.offer = offer;
        this.organization = organization;
        this.judge = judge;
        this.ties = ties;
        this.attention = attention;
        this.weights = weights;
        text = basis.likeness().of(offer);
        fields = table.fields.admitting(offer.fields());
        modes = table.modes.admitting(offer.modes());
        level = table.levels.find(organization.level());
        type = table.types.find(organization.type());
        on = Days.of(basis.on());
        validFrom = Days.of(offer.validFrom());
        validUntil = Days.of(offer.validUntil());
        Long least = offer.smallestCommitmentFen();
        Long most = offer.largestCommitmentFen();
        smallest = least == null ? Long.MIN_VALUE : least;
        largest = most == null ? Long.MAX_VALUE : most;
        special = Scale.special(offer.fields().size());
        int kept = Scale.record(organization, basis.on());
        always = (kept == Scale.ABSENT ? 0 : Weights.RECORD) | (organization.national() ? 0 : Weights.NEARNESS);
        areas = offer.divisions().stream().mapToInt(Places::number).toArray();
        excluded = offer.excludedDivisions().stream().mapToInt(Places::number).toArray();
        tiers = new int[Weights.COMBINATIONS][ties.tiers()];
        for (int c = 0; c < Weights.COMBINATIONS; c++) {
            record[c] = weights.of(Factor.RECORD, kept, c);
            likest[c] = weights.of(Factor.TEXT_LIKENESS, Ppm.ONE, c);
            whole[c] = weights.of(Factor.COVERAGE, Ppm.ONE, c);
            closest[c] = weights.of(Factor.FIELD_FIT, Scale.fieldFit(special, Ppm.ONE), c);
            for (int tier = 0; tier < ties.tiers(); tier++) {
                tiers[c][tier] = weights.of(Factor.PAIRING, ties.pairing(tier), c)
                        + weights.of(Factor.NEARNESS, ties.nearness(tier), c);
            }
            for (int step = 0; step < NeedTable.URGENCY.length; step++) {
                urgencies[c][step] = weights.of(Factor.URGENCY, NeedTable.URGENCY[step], c);
            }
        }
        stock = offer.items().stream()
                .sorted(Comparator.comparingInt(ItemFact::depth).reversed())
                .toList();
        left = new long[stock.size()];
        serves = new boolean[stock.size() * 8];
        servedBy = new long[table.resources.size()];
        Arrays.fill(servedBy, NOT_YET);
        findResources();
    }

    private void findResources() {
        for (ItemFact item : stock) {
            int resource = table.resources.find(item.resourceCode(), item.unit());
            if (resource != Resources.UNKNOWN && resources.stream().noneMatch(one -> one.resource == resource)) {
                long quantity = stock.stream()
                        .filter(one -> one.serves(item))
                        .mapToLong(ItemFact::quantityThousandths)
                        .reduce(0, OfferTable::sum);
                resources.add(new Serving(resource, item.depth(), quantity));
            }
        }
    }

    /** Takes everything of use. */
    void run(Found found) {
        Queue<Reading> queue = new Queue<>();
        for (int county = 0; county < table.counties.size(); county++) {
            if (isServed(county)) {
                addCounty(county, queue, found);
            }
        }
        while (queue.next(found.least())) {
            Reading reading = queue.thing();
            if (reading.block == null) {
                if (queue.bound() >= found.least()) {
                    open(reading, queue, found);
                }
            } else if (queue.bound() > found.least() || found.wants(queue.bound(), reading.block.first)) {
                read(reading, reading.block, found);
            }
        }
        index.uncountable().stream().forEach(need -> {
            NeedFact fact = index.fact(need);
            int ppm = judge.ppm(fact, offer, index.division(fact.divisionCode()), organization);
            if (ppm != Scale.ABSENT) {
                found.take(ppm, need);
            }
        });
    }

    private void addCounty(int county, Queue<Reading> queue, Found found) {
        int c = always
                | (index.priority(county) == Scale.ABSENT ? 0 : Weights.PRIORITY)
                | (attention[county] == Scale.ABSENT ? 0 : Weights.ATTENTION);
        int base = base(county, c);
        int likeBase = text == null ? 0 : base(county, c | Weights.LIKENESS);
        int bound = bound(c, base, likeBase, Ppm.ONE, Ppm.ONE, 0);
        if (bound >= found.least()) {
            queue.add(new Reading(county, c, base, likeBase, null), bound);
        }
    }

    private int base(int county, int c) {
        return record[c]
                + tiers[c][ties.tier(county)]
                + weights.of(Factor.PRIORITY, index.priority(county), c)
                + weights.of(Factor.ATTENTION, attention[county], c);
    }

    private boolean isServed(int county) {
        return (areas.length == 0 || covered(offer.divisions(), areas, county))
                && (excluded.length == 0 || !covered(offer.excludedDivisions(), excluded, county));
    }

    private boolean covered(List<String> codes, int[] numbers, int county) {
        for (int i = 0; i < numbers.length; i++) {
            if (table.counties.covers(codes.get(i), numbers[i], county)) {
                return true;
            }
        }
        return false;
    }

    private void open(Reading county, Queue<Reading> queue, Found found) {
        for (Serving by : resources) {
            NeedPostings list = index.list(by.resource, county.county);
            for (int i = 0; list != null && i < list.blocks(); i++) {
                NeedBlock block = list.block(i);
                if (admits(block)) {
                    int bound = bound(
                            county.c,
                            county.base,
                            county.likeBase,
                            closeness(block, by),
                            coverage(block, by),
                            block.urgency);
                    if (bound >= found.least()) {
                        queue.add(new Reading(county.county, county.c, county.base, county.likeBase, block), bound);
                    }
                }
            }
        }
    }

    /** Can there be any in the block that no rule refuses? */
    private boolean admits(NeedBlock block) {
        return (block.fields & fields) != 0
                && (block.modes & modes) != 0
                && ((block.levels >>> level) & (block.types >>> type) & 1) != 0
                && block.deadline >= Math.max(on, validFrom)
                && smallest <= block.mostValue
                && (block.splittable || block.leastValue <= largest);
    }

    /** A need of several items may be served by several resources; then nothing less can be said. */
    private boolean alone(NeedBlock block) {
        return block.single || resources.size() == 1;
    }

    private int closeness(NeedBlock block, Serving by) {
        return alone(block) ? Ppm.of(by.depth, block.depth) : Ppm.ONE;
    }

    private int coverage(NeedBlock block, Serving by) {
        if (!alone(block)) {
            return Ppm.ONE;
        }
        int byQuantity = Ppm.of(by.quantity, block.quantity);
        return block.leastValue > 0 ? Math.min(byQuantity, Ppm.of(largest, block.leastValue)) : byQuantity;
    }

    /** How much a pair can score at the most that has these values or less. */
    private int bound(int c, int base, int likeBase, int closeness, int coverage, int urgency) {
        int bound = base + score(c, closeness, coverage, urgency);
        if (text != null) {
            int l = c | Weights.LIKENESS;
            bound = Math.max(bound, likeBase + score(l, closeness, coverage, urgency) + likest[l]);
        }
        return bound;
    }

    /** What the factors add that differ within a county, but for the likeness. */
    private int score(int c, int closeness, int coverage, int urgency) {
        return urgencies[c][urgency]
                + (closeness == Ppm.ONE
                        ? closest[c]
                        : weights.of(Factor.FIELD_FIT, Scale.fieldFit(special, closeness), c))
                + (coverage == Ppm.ONE ? whole[c] : weights.of(Factor.COVERAGE, coverage, c));
    }

    private void read(Reading reading, NeedBlock block, Found found) {
        for (int i = 0; i < block.size; i++) {
            judge(reading, block.entries[i], block.words[i], found);
        }
    }

    /** The rules and the score, as {@code Rule} and {@code Score} have them, on the row of the need. */
    private void judge(Reading county, int need, long masks, Found found) {
        if (((fields >>> NeedTable.field(masks)) & (modes >>> NeedTable.mode(masks)) & 1) == 0
                || ((NeedTable.levels(masks) >>> level) & (NeedTable.types(masks) >>> type) & 1) == 0) {
            return;
        }
        int urgency = NeedTable.urgency(masks);
        if (text == null
                && county.base + urgencies[county.c][urgency] + closest[county.c] + whole[county.c] < found.least()) {
            return;
        }
        long days = table.days(need);
        if (TimeChecks.missed(
                on, validFrom, validUntil, Days.first(days), table.periodStart(need), Days.second(days))) {
            return;
        }
        long value = table.value(need);
        if (!NeedTable.splittable(masks) && value > largest) {
            return;
        }
        int lines = table.items(need);
        reserve(lines);
        long common = takeStock(need, lines, value);
        if (common < smallest) {
            return;
        }
        int closeness = Cover.closeness(lines, values, depths, served);
        int coverage = Cover.coverage(
                lines, values, quantities, stock.size(), left, serves, value > 0 ? largest : Long.MAX_VALUE);
        weigh(county, need, masks, closeness, coverage, found);
    }

    /** Puts the stock beside what is wanted; tells the value of what is in common. */
    private long takeStock(int need, int lines, long value) {
        long common = 0;
        for (int line = 0; line < lines; line++) {
            long by = servedBy(table.resource(need, line));
            quantities[line] = table.quantity(need, line);
            values[line] = value > 0 ? table.value(need, line) : Ppm.ONE;
            depths[line] = table.depth(need, line);
            served[line] =
                    by == 0 ? 0 : stock.get(Long.numberOfTrailingZeros(by)).depth();
            common += by == 0 || value == 0 ? 0 : values[line];
            for (int i = 0; i < stock.size(); i++) {
                serves[i * lines + line] = ((by >>> i) & 1) != 0;
            }
        }
        for (int i = 0; i < stock.size(); i++) {
            left[i] = stock.get(i).quantityThousandths();
        }
        return common;
    }

    private long servedBy(int wanted) {
        if (servedBy[wanted] == NOT_YET) {
            servedBy[wanted] = 0;
            for (int i = 0; i < stock.size(); i++) {
                ItemFact item = stock.get(i);
                if (table.resources.servedBy(wanted, item)) {
                    servedBy[wanted] |= 1L << i;
                }
            }
        }
        return servedBy[wanted];
    }

    private void reserve(int lines) {
        if (lines > quantities.length) {
            quantities = new long[lines];
            values = new long[lines];
            depths = new int[lines];
            served = new int[lines];
            serves = new boolean[stock.size() * lines];
        }
    }

    private void weigh(Reading county, int need, long masks, int closeness, int coverage, Found found) {
        int urgency = NeedTable.urgency(masks);
        int ppm = county.base + score(county.c, closeness, coverage, urgency);
        if (text != null) {
            int l = county.c | Weights.LIKENESS;
            int others = county.likeBase + score(l, closeness, coverage, urgency);
            if (!found.wants(Math.max(ppm, others + likest[l]), need)) {
                return;
            }
            TextVector its = index.text(need, basis.likeness());
            ppm = its == null ? ppm : others + weights.of(Factor.TEXT_LIKENESS, its.likenessPpm(text), l);
        }
        if (found.wants(ppm, need)
                && (!NeedTable.byTheRules(masks) || judge.admits(index.fact(need), offer, organization))) {
            found.take(ppm, need);
        }
    }
}
