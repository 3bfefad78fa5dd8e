package org.duijie.sample.data;

/**
 * How much of the sample a run takes. Entities are numbered, and a larger sample begins with the whole of a smaller one.
 */
public record SampleSize(int organizations, int offers, int needs) {
    /** The circular and what goes with it. */
    public static final SampleSize SMALL = ofOffersAndNeeds(500, Circular.SIZE);

    /** So many offers and as many needs; the circular is always whole. */
    public static SampleSize of(int size) {
        if (size < Circular.SIZE) {
            throw new IllegalArgumentException(
                    "the circular alone has " + Circular.SIZE + " needs: ask for at least as many, not " + size);
        }
        return ofOffersAndNeeds(size, size);
    }

    private static SampleSize ofOffersAndNeeds(int offers, int needs) {
        return new SampleSize(Offers.organizationOf(offers - 1) + 1, offers, needs);
    }
}
