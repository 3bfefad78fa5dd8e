package org.duijie.matching.match.index;

import java.util.Arrays;
import org.duijie.matching.likeness.TextVector;
import org.duijie.matching.match.Basis;
import org.duijie.matching.match.Cover;
import org.duijie.matching.match.TimeChecks;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.jspecify.annotations.Nullable;

/** Judges offers for one need by their rows: the rules and the score, as {@code Rule} and {@code Score} have them. */
final class OfferJudge {

    /** Enough for the processor to have something to wait for, and so few that what they show is not known too late. */
    private static final int AT_ONCE = 16;

    private final OfferIndex index;
    private final OfferTable table;
    private final Basis basis;
    private final NeedFact need;
    private final Ties ties;
    private final Judge rules;
    private final Found found;
    private final @Nullable TextVector text;
    private final OfferBounds bounds;
    private final WantedLines lines;
    private final int on;
    private final int deadline;
    private final int periodStart;
    private final int periodEnd;
    private final boolean byTheRules;
    private final int[] areas;

    /** Those that are to be judged. */
    private final int[] offers = new int[AT_ONCE];

    private final long[] traitsOf = new long[AT_ONCE];
    private final Served[] servedBy = new Served[AT_ONCE];

    /** Is it known where they were found that they serve the county? */
    private final boolean[] serveCounty = new boolean[AT_ONCE];

    /** What is fetched of each beforehand. */
    private final long[] placesOf = new long[AT_ONCE];

    private final long[] quantityOf = new long[AT_ONCE];
    private final int[] stockOf = new int[AT_ONCE];
    private final OfferFact[] factOf = new OfferFact[AT_ONCE];
    private int count;

    private long[] left = new long[8];
    private boolean[] serves;
    private final int[] served;

    OfferJudge(
            OfferIndex index,
            NeedFact need,
            Basis basis,
            Ties ties,
            OfferBounds bounds,
            @Nullable TextVector text,
            Judge rules,
            Found found) {
        this.index = index;
        this.table = index.table;
        this.basis = basis;
        this.need = need;
        this.ties = ties;
        this.bounds = bounds;
        this.text = text;
        this.rules = rules;
        this.found = found;
        lines = bounds.lines;
        on = Days.of(basis.on());
        deadline = Days.of(need.deadline());
        periodStart = Days.of(need.periodStart());
        periodEnd = Days.of(need.periodEnd());
        byTheRules = !need.excludedOrganizations().isEmpty() || need.beneficiaryOrganization() != null;
        areas = Places.covering(need.divisionCode());
        serves = new boolean[left.length * lines.count];
        served = new int[lines.count];
    }

    /** Is it over for the need? */
    boolean tooLate() {
        return deadline < on || periodEnd < on;
    }

    /**
     * Has an offer judged with others.
     *
     * @param servesCounty is it known that it does?
     */
    void choose(int offer, long traits, Served by, boolean servesCounty) {
        offers[count] = offer;
        traitsOf[count] = traits;
        servedBy[count] = by;
        serveCounty[count] = servesCounty;
        count++;
        if (count == AT_ONCE) {
            judge();
        }
    }

    /**
     * Judges those that were chosen. All rows are fetched before any is judged: the processor waits for them at the same
     * time, not for one after the other.
     */
    void judge() {
        for (int i = 0; i < count; i++) {
            placesOf[i] = table.places(offers[i]);
            quantityOf[i] = table.quantity(offers[i]);
            factOf[i] = index.fact(offers[i]);
        }
        for (int i = 0; i < count; i++) {
            boolean asksMore = Traits.many(traitsOf[i]) || !(serveCounty[i] || OfferTable.anywhere(placesOf[i]));
            stockOf[i] = asksMore ? table.items(offers[i]) : 1;
        }
        for (int i = 0; i < count; i++) {
            judge(i, offers[i], traitsOf[i], servedBy[i]);
        }
        count = 0;
    }

    private void judge(int i, int offer, long traits, Served by) {
        long days = table.days(offer);
        long largest = table.largest(offer);
        if (TimeChecks.missed(on, Days.first(days), Days.second(days), deadline, periodStart, periodEnd)
                || (!need.splittable() && lines.value > largest)
                || !(serveCounty[i] || OfferTable.anywhere(placesOf[i]) || table.names(offer, areas))) {
            return;
        }
        long common = by.value;
        int closeness = by.alone.closeness;
        int coverage;
        if (Traits.many(traits)) {
            takeStock(offer, stockOf[i]);
            common = commonValue();
            closeness = Cover.closeness(lines.count, lines.weights, lines.depths, served);
            coverage = Cover.coverage(
                    lines.count, lines.weights, lines.quantities, stockOf[i], left, serves, lines.most(largest));
        } else {
            coverage = bounds.coverage(by, quantityOf[i], largest);
        }
        if (table.smallest(offer) <= common) {
            weigh(i, closeness, coverage);
        }
    }

    private void weigh(int i, int closeness, int coverage) {
        int offer = offers[i];
        long traits = traitsOf[i];
        int tier = ties.tier(OfferTable.home(placesOf[i]));
        int c = Integer.numberOfTrailingZeros(Traits.combinations(traits));
        int ppm = score(traits, tier, closeness, coverage, c);
        if (text != null) {
            int l = c | Weights.LIKENESS;
            int others = score(traits, tier, closeness, coverage, l);
            if (!found.wants(Math.max(ppm, others + bounds.likest(l)), offer)) {
                return;
            }
            TextVector its = index.text(offer, basis.likeness());
            ppm = its == null ? ppm : others + bounds.like(text.likenessPpm(its), l);
        }
        if (found.wants(ppm, offer) && !isRefused(offer, placesOf[i], factOf[i])) {
            found.take(ppm, offer);
        }
    }

    /** Without the likeness. */
    private int score(long traits, int tier, int closeness, int coverage, int c) {
        return bounds.base(traits, tier, c)
                + bounds.fieldFit(closeness, Traits.special(traits), c)
                + bounds.covered(coverage, c);
    }

    /** By what is asked last, because few have it. */
    private boolean isRefused(int offer, long places, OfferFact fact) {
        return (OfferTable.excludes(places) && table.excludes(offer, areas))
                || ((byTheRules || OfferTable.byTheRules(places))
                        && !rules.admits(need, fact, index.organization(offer)));
    }

    /** Puts what an offer of several resources has beside what is wanted. */
    private void takeStock(int offer, int stock) {
        if (stock > left.length) {
            left = new long[stock];
            serves = new boolean[stock * lines.count];
        }
        Arrays.fill(served, 0);
        for (int item = 0; item < stock; item++) {
            left[item] = table.quantity(offer, item);
            Served by = bounds.known(table.resource(offer, item));
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
