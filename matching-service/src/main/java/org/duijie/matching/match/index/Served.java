package org.duijie.matching.match.index;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A resource that serves something wanted, with all that an offer of this resource adds for it. */
final class Served {

    /** What is kept of those that have more: a few, for needs of many lines know too many combinations of them. */
    private static final int KEPT = 16;

    private static final Stock[] NONE = {};

    private static final int UNKNOWN = 0;

    final int resource;
    final int depth;

    /** Its place among the resources that serve something wanted. */
    private final int number;

    /** The lines that it serves. */
    long wanted;

    /** What they are worth, in fen. */
    long value;

    /** Of an offer of this resource alone. */
    Stock alone = Stock.NOTHING;

    private final @Nullable Stock[] kept = new Stock[KEPT];

    /** By the number of the other resource. */
    private @Nullable Stock[] pairs = NONE;

    /** By magnitude of the quantity, one more than the coverage at the most. */
    private final int[] coverage = new int[Traits.MAGNITUDES];

    /** By combination and magnitude of the quantity, one more than what coverage adds at the most. */
    private final int[] covered = new int[OfferBounds.COMBINATIONS * Traits.MAGNITUDES];

    Served(int resource, int depth, int number) {
        this.resource = resource;
        this.depth = depth;
        this.number = number;
    }

    boolean serves(int line) {
        return ((wanted >>> line) & 1) != 0;
    }

    /** Of an offer that also has something for these lines, if that is known. */
    @Nullable
    Stock with(long others) {
        Stock known = kept[place(others)];
        return known != null && known.others == others ? known : null;
    }

    Stock keep(Stock stock) {
        kept[place(stock.others)] = stock;
        return stock;
    }

    /** Of an offer of this and another resource, if that is known. */
    @Nullable
    Stock with(Served other) {
        return other.number < pairs.length ? pairs[other.number] : null;
    }

    Stock keep(Served other, Stock stock) {
        if (other.number >= pairs.length) {
            pairs = Arrays.copyOf(pairs, other.number + 1);
        }
        pairs[other.number] = stock;
        return stock;
    }

    private static int place(long others) {
        return (int) (others ^ (others >>> 4) ^ (others >>> 8)) & (KEPT - 1);
    }

    /** The coverage by as much of this resource as a magnitude comes to. */
    int coverage(int magnitude, OfferBounds bounds) {
        if (coverage[magnitude] == UNKNOWN) {
            coverage[magnitude] = 1 + bounds.coverage(this, Traits.most(magnitude), Long.MAX_VALUE);
        }
        return coverage[magnitude] - 1;
    }

    /** What that adds to a score. */
    int covered(int combination, int magnitude, OfferBounds bounds) {
        int at = combination * Traits.MAGNITUDES + magnitude;
        if (covered[at] == UNKNOWN) {
            covered[at] = 1 + bounds.covered(coverage(magnitude, bounds), combination);
        }
        return covered[at] - 1;
    }
}
