package org.duijie.matching.subscription;

/**
 * What needs the wishes of one organization can want at the most: all that {@link WishedOffers} knows of wishes. It may
 * admit more than they do – each wish is asked itself in the end – but never less.
 *
 * @param organization its number, as {@link Wishes} has it
 * @param bits as {@link org.duijie.matching.filter.Screen#asked} has them
 * @param divisions GB/T 2260 codes, each with all below it; none for all
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Reach(int organization, int bits, int[] divisions) {

    /** Of no wish. */
    static final Reach NONE = new Reach(PairKeys.ABSENT, 0, new int[0]);
}
