package org.duijie.matching.match.index;

/** A list of offers that have a resource, in the order of impact. */
final class OfferPostings extends Postings<Block> {

    private static final Block[] NONE = {};

    private final OfferIndex index;
    private final boolean byHome;

    OfferPostings(OfferIndex index, int resource, boolean byHome) {
        super(resource, NONE);
        this.index = index;
        this.byHome = byHome;
    }

    @Override
    long word(int ordinal) {
        OfferTable table = index.table;
        long traits = Traits.with(table.traits(ordinal), table.quantityFor(ordinal, resource));
        return Traits.many(traits) ? traits | table.besides(ordinal, resource) : traits;
    }

    @Override
    long place(int ordinal, long word) {
        return (byHome ? (long) index.table.home(ordinal) << Traits.PLACE_BITS : 0) | Traits.place(word);
    }

    @Override
    long head(long word) {
        return Traits.head(word);
    }

    @Override
    long join(long head, long word) {
        return Traits.join(head, Traits.head(word));
    }

    @Override
    int compareIds(int one, int other) {
        return index.ordinals.compare(one, other);
    }

    @Override
    Block empty(int room) {
        return new Block(room);
    }

    @Override
    void grew(long bytes) {
        index.grew(bytes);
    }

    /** In a list by home: where the first of a block is at home. */
    int home(int i) {
        return (int) (begin(i) >>> Traits.PLACE_BITS);
    }

    /** In a list by home: the first block that may hold somebody who is at home there. */
    int firstAtHome(int home) {
        return Math.max(0, firstFrom(home) - 1);
    }

    /** In a list by home: where the blocks end that may hold somebody who is at home there. */
    int endAtHome(int home) {
        return firstFrom(home + 1);
    }

    /** The first block that begins at this home or a later one. */
    private int firstFrom(int home) {
        int low = 0;
        int high = blocks();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (home(middle) < home) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * The end of a run of blocks, not before the next: whoever is in one of them has the same effect on a score, but for the
     * quantity, which decreases. Only a block in which something new begins is a run by itself.
     *
     * @param most where to stop looking
     */
    int endOfRun(int from, int most) {
        long same = begin(from) >>> Traits.CLASS_SHIFT;
        int end = from + 1;
        while (end < most && begin(end) >>> Traits.CLASS_SHIFT == same) {
            end++;
        }
        boolean goesOn = end < blocks() && begin(end) >>> Traits.CLASS_SHIFT == same;
        return goesOn ? end : Math.max(from + 1, end - 1);
    }
}
