package org.duijie.matching.match.index;

/** Takes what a search comes upon, and says what it has no use for. */
interface Found {

    /** No pair that scores less is of any use. */
    int least();

    /** Is a pair of any use that scores no more than this, the ids of whose other sides are no smaller than this one's? */
    boolean wants(int ppm, int ordinal);

    /** Takes a match in; the same may come more than once. */
    void take(int ppm, int ordinal);
}
