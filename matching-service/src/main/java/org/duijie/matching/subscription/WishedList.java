package org.duijie.matching.subscription;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.IntConsumer;
import org.duijie.matching.filter.Screen;
import org.duijie.matching.match.index.MatchIndex;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;

/**
 * Offers in no particular order, each with a word of 64 bits that leaves out most of those that do not match without their
 * being looked up: what they reach, their days and the magnitude of what they give at the least.
 */
final class WishedList {

    private static final int FIRST_SIZE = 2;

    /** Of the list and its two arrays. */
    private static final int HEADERS = 64;

    /** From the lowest bit: reach, last day, first day, magnitude. */
    private static final int UNTIL_SHIFT = Screen.named();

    private static final int DAY_BITS = 17;
    private static final long DAY_MASK = (1L << DAY_BITS) - 1;
    private static final int FROM_SHIFT = UNTIL_SHIFT + DAY_BITS;
    private static final int LEAST_SHIFT = FROM_SHIFT + DAY_BITS;

    private int[] entries = new int[FIRST_SIZE];
    private long[] words = new long[FIRST_SIZE];
    private int size;

    /**
     * What of a need a word is held against.
     *
     * @param asked its names, as {@link Screen#asked} has them
     * @param begin the offer must be valid from this day on at the latest
     * @param end and must not have ended before this day
     * @param magnitude of all that it is worth; the highest where sums cannot be relied on
     */
    record Question(int asked, int begin, int end, int magnitude) {

        static Question of(int asked, NeedFact need) {
            LocalDate last = need.deadline().isBefore(need.periodEnd()) ? need.deadline() : need.periodEnd();
            int magnitude = MatchIndex.admits(need) ? bits(need.valueFen()) : Long.SIZE;
            return new Question(asked, day(last), day(need.periodStart()), magnitude);
        }

        private boolean admits(long word) {
            return ((int) word & asked) == asked
                    && ((word >>> FROM_SHIFT) & DAY_MASK) <= begin
                    && ((word >>> UNTIL_SHIFT) & DAY_MASK) >= end
                    && (word >>> LEAST_SHIFT) <= magnitude;
        }
    }

    static long word(int reach, OfferFact offer) {
        Long least = offer.smallestCommitmentFen();
        return reach
                | ((long) day(offer.validUntil()) << UNTIL_SHIFT)
                | ((long) day(offer.validFrom()) << FROM_SHIFT)
                | ((long) (least == null ? 0 : bits(least)) << LEAST_SHIFT);
    }

    /** Days since 1970; what is beyond the years that fit is as good as the last of them. */
    private static int day(LocalDate date) {
        return (int) Math.clamp(date.toEpochDay(), 0, DAY_MASK);
    }

    private static int bits(long fen) {
        return Long.SIZE - Long.numberOfLeadingZeros(Math.max(0, fen));
    }

    void add(int entry, long word) {
        if (size == entries.length) {
            resize(size + size / 2 + 1);
        }
        entries[size] = entry;
        words[size++] = word;
    }

    /** Puts the last in its place. */
    void remove(int entry) {
        int at = 0;
        while (entries[at] != entry) {
            at++;
        }
        size--;
        entries[at] = entries[size];
        words[at] = words[size];
        if (size * 3 < entries.length) {
            resize(size + size / 2 + 1);
        }
    }

    private void resize(int room) {
        entries = Arrays.copyOf(entries, room);
        words = Arrays.copyOf(words, room);
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Those that the question's word admits. */
    void forEach(Question question, IntConsumer taker) {
        for (int i = 0; i < size; i++) {
            if (question.admits(words[i])) {
                taker.accept(entries[i]);
            }
        }
    }

    long bytes() {
        return HEADERS + (long) entries.length * (Integer.BYTES + Long.BYTES);
    }
}
