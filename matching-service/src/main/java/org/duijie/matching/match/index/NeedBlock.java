package org.duijie.matching.match.index;

/** A block of needs, and the best of each of their properties. */
final class NeedBlock extends Block {

    /** What its own properties take. */
    private static final int OWN = 56;

    int fields;
    short modes;
    short levels;
    short types;
    boolean single = true;
    boolean splittable;

    /** Of the most urgent. */
    byte urgency = Byte.MAX_VALUE;

    /** Of what is wanted least narrowly. */
    int depth = Integer.MAX_VALUE;

    /** Of what is wanted least. */
    long quantity = Long.MAX_VALUE;

    long leastValue = Long.MAX_VALUE;
    long mostValue;
    int deadline = Integer.MIN_VALUE;

    NeedBlock(int room) {
        super(room);
    }

    @Override
    long bytes() {
        return super.bytes() + OWN;
    }
}
