package org.duijie.matching.match.index;

/** What an offer may have for a need: a resource that serves some of its lines, and something for each of some others. */
final class Stock {

    static final Stock NOTHING = new Stock(0, 0, new int[0][]);

    private static final int UNKNOWN = 0;

    /** The lines that the resource itself does not serve. */
    final long others;

    /** How narrowly all that is named. */
    final int closeness;

    /** What field fit adds, by combination and how special the offer is. */
    final int[][] fit;

    /** By magnitude of what else there is, one more than how much of the others it covers at the most. */
    private final int[] coverage = new int[Traits.OTHER_MAGNITUDES];

    Stock(long others, int closeness, int[][] fit) {
        this.others = others;
        this.closeness = closeness;
        this.fit = fit;
    }

    /** How much of the others is covered by as much as a magnitude comes to. */
    int coverage(int magnitude, OfferBounds bounds) {
        if (coverage[magnitude] == UNKNOWN) {
            coverage[magnitude] = 1 + bounds.coverage(others, Traits.mostBesides(magnitude));
        }
        return coverage[magnitude] - 1;
    }
}
