package org.duijie.matching.match.index;

import org.duijie.matching.match.Scale;

/** A block of offers, and the best of each of their properties. */
final class OfferBlock extends Block {

    /** Which there are: bit 0 none with a record, 1 with a record only... see {@link #combination}. */
    byte combinations;

    boolean many;
    byte special;
    int record = Scale.ABSENT;
    int fields;
    byte modes;
    short levels;
    short types;
    int firstHome = Integer.MAX_VALUE;
    int lastHome = -1;
    int until = Integer.MIN_VALUE;
    long quantity;
    long largest;
    long smallest = Long.MAX_VALUE;

    /** Which of the factors that an offer may lack it has: bit 0 the record, bit 1 the nearness. */
    static int combination(boolean record, boolean nearness) {
        return (record ? 1 : 0) | (nearness ? 2 : 0);
    }
}
