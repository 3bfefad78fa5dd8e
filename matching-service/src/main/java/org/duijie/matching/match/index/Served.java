package org.duijie.matching.match.index;

/** A resource that serves something wanted, with all that an offer of this resource alone adds for it. */
final class Served {

    final int resource;
    final int depth;

    /** The lines that it serves. */
    long wanted;

    /** What they are worth, in fen. */
    long value;

    int closeness;

    /** What field fit adds, by combination and how special the offer is. */
    final int[][] fit = new int[OfferBounds.COMBINATIONS][];

    /** By combination and magnitude of the quantity, one more than what coverage adds at the most; 0 is not worked out yet. */
    private final int[] covered = new int[OfferBounds.COMBINATIONS * Traits.MAGNITUDES];

    Served(int resource, int depth) {
        this.resource = resource;
        this.depth = depth;
    }

    boolean serves(int line) {
        return ((wanted >>> line) & 1) != 0;
    }

    int covered(int combination, int magnitude, OfferBounds bounds) {
        int at = combination * Traits.MAGNITUDES + magnitude;
        if (covered[at] == 0) {
            covered[at] =
                    1 + bounds.covered(bounds.coverage(this, Traits.most(magnitude), Long.MAX_VALUE), combination);
        }
        return covered[at] - 1;
    }
}
