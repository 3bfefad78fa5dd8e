package org.duijie.matching.match.index;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.duijie.matching.match.Basis;
import org.duijie.matching.match.Cover;
import org.duijie.matching.match.Ppm;
import org.duijie.matching.match.Scale;
import org.duijie.matching.policy.Factor;
import org.duijie.matching.replica.DivisionFact;
import org.duijie.matching.replica.NeedFact;
import org.jspecify.annotations.Nullable;

/**
 * How much a pair of a need with an offer can score at the most by what is known of the offer: only that it has a resource
 * and a home of some tier, or the {@link Traits} of one or of several offers. It is the score itself where nothing is left to
 * be known, by the very arithmetic of the score.
 *
 * <p>Factors that the need or the county lacks are lacking in every pair. Combinations of those that an offer may lack are
 * counted here: {@link Weights#RECORD}, {@link Weights#NEARNESS} and {@link Weights#LIKENESS}.
 */
final class OfferBounds {

    static final int COMBINATIONS = 8;

    final WantedLines lines;
    final List<Served> resources = new ArrayList<>();

    private final Weights weights;
    private final Ties ties;
    private final int combinations;

    /** The bits of the combination that are the need's. */
    private final int always;

    private final int[] likest = new int[COMBINATIONS];

    /** What priority, urgency, attention and a home add, by combination and tier; at the end, the home that adds most. */
    private final int[][] known = new int[COMBINATIONS][];

    /** The same with the likeness at its most. */
    private final int[][] atMost = new int[COMBINATIONS][];

    /** What a record adds, by combination and number. */
    private final int[][] records = new int[COMBINATIONS][];

    /** By line, the traces of the resources that serve it. */
    private final long[] traces;

    private final long[] left = new long[1];
    private final boolean[] serves;
    private final int[] served;

    OfferBounds(
            OfferTable table,
            NeedFact need,
            @Nullable DivisionFact division,
            Basis basis,
            Ties ties,
            Weights weights,
            boolean texts) {
        this.weights = weights;
        this.ties = ties;
        combinations = texts ? COMBINATIONS : Weights.LIKENESS;
        lines = new WantedLines(need);
        traces = new long[lines.count];
        serves = new boolean[lines.count];
        served = new int[lines.count];
        int priority = Scale.priority(division);
        OptionalInt lack = basis.attention().lackPpm(need.divisionCode());
        int urgency = Scale.urgency(need.deadline().toEpochDay() - basis.on().toEpochDay());
        always = (priority == Scale.ABSENT ? 0 : Weights.PRIORITY) | (lack.isPresent() ? Weights.ATTENTION : 0);
        for (int c = 0; c < combinations; c++) {
            int combination = always | c;
            int fixed = weights.of(Factor.PRIORITY, priority, combination)
                    + weights.of(Factor.URGENCY, urgency, combination)
                    + weights.of(Factor.ATTENTION, lack.orElse(Scale.ABSENT), combination);
            likest[c] = (c & Weights.LIKENESS) == 0 ? 0 : weights.of(Factor.TEXT_LIKENESS, Ppm.ONE, combination);
            records[c] = weights.records(combination);
            weighTiers(c, fixed);
        }
        findResources(table, need);
    }

    private void weighTiers(int c, int fixed) {
        int best = ties.tiers();
        known[c] = new int[best + 1];
        atMost[c] = new int[best + 1];
        for (int tier = 0; tier < best; tier++) {
            known[c][tier] = fixed
                    + weights.of(Factor.PAIRING, ties.pairing(tier), always | c)
                    + weights.of(Factor.NEARNESS, ties.nearness(tier), always | c);
            known[c][best] = Math.max(known[c][best], known[c][tier]);
            atMost[c][tier] = known[c][tier] + likest[c];
        }
        atMost[c][best] = known[c][best] + likest[c];
    }

    /** Each resource once, with everything wanted that it serves. */
    private void findResources(OfferTable table, NeedFact need) {
        for (int line = 0; line < lines.count; line++) {
            String unit = need.items().get(line).unit();
            List<String> codes = Resources.serving(need.items().get(line).resourceCode());
            for (int i = 0; i < codes.size(); i++) {
                int resource = table.resources.find(codes.get(i), unit);
                if (resource != Resources.UNKNOWN) {
                    Served known = known(resource);
                    Served one = known == null ? new Served(resource, i + 1, resources.size()) : known;
                    one.wanted |= 1L << line;
                    traces[line] |= Traits.trace(resource);
                    if (known == null) {
                        resources.add(one);
                    }
                }
            }
        }
        resources.forEach(this::sum);
    }

    private void sum(Served one) {
        for (int line = 0; line < lines.count; line++) {
            one.value += one.serves(line) ? lines.values[line] : 0;
        }
        one.alone = stock(0, closeness(one, 0));
    }

    private Stock stock(long others, int closeness) {
        int[][] fit = new int[combinations][Traits.SPECIAL.length];
        for (int c = 0; c < combinations; c++) {
            for (int special = 0; special < Traits.SPECIAL.length; special++) {
                fit[c][special] = fieldFit(closeness, special, c);
            }
        }
        return new Stock(others, closeness, fit);
    }

    /** The closeness of an offer of these two resources. */
    private int closeness(Served by, Served other) {
        for (int line = 0; line < lines.count; line++) {
            served[line] = Math.max(by.serves(line) ? by.depth : 0, other.serves(line) ? other.depth : 0);
        }
        return Cover.closeness(lines.count, lines.weights, lines.depths, served);
    }

    /** The closeness of an offer of this resource that has also just what these other lines want. */
    private int closeness(Served by, long others) {
        for (int line = 0; line < lines.count; line++) {
            served[line] = by.serves(line) ? by.depth : ((others >>> line) & 1) != 0 ? lines.depths[line] : 0;
        }
        return Cover.closeness(lines.count, lines.weights, lines.depths, served);
    }

    @Nullable
    Served known(int resource) {
        for (int i = 0; i < resources.size(); i++) {
            if (resources.get(i).resource == resource) {
                return resources.get(i);
            }
        }
        return null;
    }

    /** Of any offer of a resource whose home is of a tier. */
    int of(Served by, int tier) {
        int bound = 0;
        boolean alone = lines.count == 1;
        int best = Traits.SPECIAL.length - 1;
        for (int c = 0; c < combinations; c++) {
            bound = Math.max(
                    bound,
                    atMost[c][tier]
                            + (alone ? by.alone.fit[c][best] : fieldFit(Ppm.ONE, best, c))
                            + records[c][Traits.RECORD.length - 1]
                            + covered(Ppm.ONE, c));
        }
        return bound;
    }

    /** Of those with these traits. */
    int of(long traits, Served by, int tier) {
        Stock stock = stock(traits, by);
        boolean alone = stock.others == 0;
        int coverage = alone ? 0 : coverage(traits, by, stock);
        int bound = 0;
        for (int left = Traits.combinations(traits); left != 0; left &= left - 1) {
            for (int c = Integer.numberOfTrailingZeros(left); c < combinations; c += Weights.LIKENESS) {
                int covered = alone ? by.covered(c, Traits.magnitude(traits), this) : covered(coverage, c);
                int all = atMost[c][tier]
                        + records[c][Traits.record(traits)]
                        + stock.fit[c][Traits.special(traits)]
                        + covered;
                bound = Math.max(bound, all);
            }
        }
        return bound;
    }

    /** What somebody with these traits may have, besides this resource, for other lines. */
    private Stock stock(long traits, Served by) {
        if (lines.count == 1 || !Traits.many(traits)) {
            return by.alone;
        }
        if (Traits.isTraced(traits)) {
            long others = others(traits, by);
            return others == 0 ? by.alone : with(others, by);
        }
        Served other = known(Traits.other(traits));
        return other == null || (other.wanted & ~by.wanted) == 0 ? by.alone : with(other, by);
    }

    private Stock with(long others, Served by) {
        Stock known = by.with(others);
        return known != null ? known : by.keep(stock(others, closeness(by, others)));
    }

    private Stock with(Served other, Served by) {
        Stock known = by.with(other);
        return known != null ? known : by.keep(other, stock(other.wanted & ~by.wanted, closeness(by, other)));
    }

    /** The lines that are not this resource's but may be served by somebody with these traces. */
    private long others(long traits, Served by) {
        long others = 0;
        for (int line = 0; line < lines.count; line++) {
            others |= (traits & traces[line]) != 0 && !by.serves(line) ? 1L << line : 0;
        }
        return others;
    }

    /** The most that one with these traits covers together with what it may have for other lines. */
    private int coverage(long traits, Served by, Stock stock) {
        int other = stock.coverage(Traits.magnitudeBesides(traits), this);
        // One more, because each of the two is rounded down.
        return Math.min(Ppm.ONE, by.coverage(Traits.magnitude(traits), this) + other + 1);
    }

    /** The coverage of these lines alone, if there is so much for each of them. */
    int coverage(long others, long quantity) {
        long whole = 0;
        long covered = 0;
        for (int line = 0; line < lines.count; line++) {
            whole += lines.weights[line];
            long given = Math.min(quantity, lines.quantities[line]);
            covered += ((others >>> line) & 1) != 0 ? Ppm.scale(lines.weights[line], given, lines.quantities[line]) : 0;
        }
        return Ppm.of(covered, whole);
    }

    /** What everything adds but field fit, coverage and likeness: by combination and tier, for one with these traits. */
    int base(long traits, int tier, int c) {
        return known[c][tier] + records[c][Traits.record(traits)];
    }

    int fieldFit(int closeness, int special, int c) {
        return weights.of(Factor.FIELD_FIT, Scale.fieldFit(Traits.SPECIAL[special], closeness), always | c);
    }

    int covered(int coverage, int c) {
        return weights.of(Factor.COVERAGE, coverage, always | c);
    }

    int like(int likeness, int c) {
        return weights.of(Factor.TEXT_LIKENESS, likeness, always | c);
    }

    int likest(int c) {
        return likest[c];
    }

    /** The coverage by an offer of this resource alone. */
    int coverage(Served by, long quantity, long largest) {
        long most = lines.most(largest);
        if (lines.count == 1) {
            return quantity >= lines.quantities[0] && most >= lines.weights[0]
                    ? Ppm.ONE
                    : Cover.coverage(lines.weights[0], lines.quantities[0], quantity, most);
        }
        left[0] = quantity;
        for (int line = 0; line < lines.count; line++) {
            serves[line] = by.serves(line);
        }
        return Cover.coverage(lines.count, lines.weights, lines.quantities, 1, left, serves, most);
    }
}
