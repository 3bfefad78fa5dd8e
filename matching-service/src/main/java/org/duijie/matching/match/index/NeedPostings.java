package org.duijie.matching.match.index;

/** A list of a county's needs that a resource serves, in the order of impact. */
final class NeedPostings extends Postings<NeedBlock> {

    private static final NeedBlock[] NONE = {};

    private final NeedIndex index;

    NeedPostings(NeedIndex index, int resource) {
        super(resource, NONE);
        this.index = index;
    }

    @Override
    long word(int ordinal) {
        return index.table.masks(ordinal);
    }

    @Override
    long place(int ordinal, long masks) {
        long key = NeedTable.single(masks) ? 0 : 1;
        key = (key << 6) | NeedTable.field(masks);
        key = (key << 3) | NeedTable.urgency(masks);
        key = (key << 8) | depth(ordinal, masks);
        return (key << 5) | magnitude(quantity(ordinal, masks));
    }

    /** Which power of 4 a quantity reaches. */
    private static int magnitude(long quantity) {
        return (63 - Long.numberOfLeadingZeros(quantity | 1)) / 2;
    }

    /** A block tells of itself. */
    @Override
    long head(long word) {
        return 0;
    }

    /** A block tells of itself. */
    @Override
    long join(long head, long word) {
        return 0;
    }

    /** Of the least narrow item that the resource serves. */
    private int depth(int ordinal, long masks) {
        if (NeedTable.single(masks)) {
            return NeedTable.depth(masks);
        }
        int depth = Integer.MAX_VALUE;
        for (int item = 0; item < index.table.items(ordinal); item++) {
            if (index.table.resources.serves(resource, index.table.resource(ordinal, item))) {
                depth = Math.min(depth, index.table.depth(ordinal, item));
            }
        }
        return depth;
    }

    /** Of the item of which least is wanted, of those that the resource serves. */
    private long quantity(int ordinal, long masks) {
        if (NeedTable.single(masks)) {
            return index.table.quantity(ordinal);
        }
        long quantity = Long.MAX_VALUE;
        for (int item = 0; item < index.table.items(ordinal); item++) {
            if (index.table.resources.serves(resource, index.table.resource(ordinal, item))) {
                quantity = Math.min(quantity, index.table.quantity(ordinal, item));
            }
        }
        return quantity;
    }

    @Override
    int compareIds(int one, int other) {
        return index.ordinals.compare(one, other);
    }

    @Override
    void grew(long bytes) {
        index.grew(bytes);
    }

    @Override
    NeedBlock empty(int room) {
        return new NeedBlock(room);
    }

    @Override
    void cover(NeedBlock block, int ordinal, long masks) {
        NeedTable table = index.table;
        block.fields |= 1 << NeedTable.field(masks);
        block.modes |= (short) (1 << NeedTable.mode(masks));
        block.levels |= (short) NeedTable.levels(masks);
        block.types |= (short) NeedTable.types(masks);
        block.single &= NeedTable.single(masks);
        block.splittable |= NeedTable.splittable(masks);
        block.urgency = (byte) Math.min(block.urgency, NeedTable.urgency(masks));
        block.depth = Math.min(block.depth, depth(ordinal, masks));
        block.quantity = Math.min(block.quantity, quantity(ordinal, masks));
        block.leastValue = Math.min(block.leastValue, table.value(ordinal));
        block.mostValue = Math.max(block.mostValue, table.value(ordinal));
        block.deadline = Math.max(block.deadline, (int) (table.days(ordinal) >> 32));
    }
}
