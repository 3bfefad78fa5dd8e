package org.duijie.matching.match.index;

import org.duijie.matching.match.Scale;

/** A list of offers that have a resource, in the order of impact. */
final class OfferPostings extends Postings<OfferBlock> {

    private static final OfferBlock[] NONE = {};
    private static final int RECORD_STEP = 50_000;

    private final OfferIndex index;
    private final boolean byHome;

    OfferPostings(OfferIndex index, int resource, boolean byHome) {
        super(resource, NONE);
        this.index = index;
        this.byHome = byHome;
    }

    @Override
    long key(int ordinal) {
        OfferTable table = index.table;
        long masks = table.masks(ordinal);
        int record = table.record(masks);
        int many = OfferTable.many(masks) ? 1 : 0;
        int special = 7 - OfferTable.special(masks);
        int step = record == Scale.ABSENT ? 31 : Math.max(0, 20 - record / RECORD_STEP);
        long key = byHome ? table.home(ordinal) : 0;
        key = (key << 1) | many;
        key = (key << 5) | magnitude(table.quantityFor(ordinal, resource));
        key = (key << 3) | special;
        return (key << 5) | step;
    }

    /** Which power of 4 a quantity reaches. */
    static int magnitude(long quantity) {
        return (63 - Long.numberOfLeadingZeros(quantity | 1)) / 2;
    }

    @Override
    int compareIds(int one, int other) {
        return index.ordinals.compare(one, other);
    }

    @Override
    OfferBlock empty() {
        return new OfferBlock();
    }

    @Override
    void cover(OfferBlock block, int ordinal) {
        OfferTable table = index.table;
        long masks = table.masks(ordinal);
        int record = table.record(masks);
        int home = table.home(ordinal);
        block.combinations |= (byte) (1 << OfferBlock.combination(record != Scale.ABSENT, !index.isNational(home)));
        block.many |= OfferTable.many(masks);
        block.special = (byte) Math.max(block.special, OfferTable.special(masks));
        block.record = Math.max(block.record, record);
        block.fields |= OfferTable.fields(masks);
        block.modes |= (byte) OfferTable.modes(masks);
        block.levels |= (short) (1 << OfferTable.level(masks));
        block.types |= (short) (1 << OfferTable.type(masks));
        block.firstHome = Math.min(block.firstHome, home);
        block.lastHome = Math.max(block.lastHome, home);
        block.until = Math.max(block.until, (int) table.days(ordinal));
        block.quantity = Math.max(block.quantity, table.quantityFor(ordinal, resource));
        block.largest = Math.max(block.largest, table.largest(ordinal));
        block.smallest = Math.min(block.smallest, table.smallest(ordinal));
    }
}
