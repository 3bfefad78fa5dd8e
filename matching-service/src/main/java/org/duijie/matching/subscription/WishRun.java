package org.duijie.matching.subscription;

import java.util.Arrays;

/**
 * The wishes of one organization in a run of numbers, one after the other: to ask all of them is to read on, not to look
 * each of them up. An entry has the wish's number, the score it asks for, its bits, how many divisions it names and
 * whether there is more to it, and these divisions.
 */
final class WishRun {

    static final int[] NONE = {};

    private static final int NUMBER = 0;
    private static final int LEAST = 1;
    private static final int BITS = 2;
    private static final int MORE = 3;
    private static final int CODES = 4;

    private WishRun() {}

    /** @param more does a filter ask for what numbers do not say? */
    static int[] with(int[] run, int number, int leastPpm, int bits, int[] divisions, boolean more) {
        int[] longer = Arrays.copyOf(run, run.length + CODES + divisions.length);
        longer[run.length + NUMBER] = number;
        longer[run.length + LEAST] = leastPpm;
        longer[run.length + BITS] = bits;
        longer[run.length + MORE] = divisions.length << 1 | (more ? 1 : 0);
        System.arraycopy(divisions, 0, longer, run.length + CODES, divisions.length);
        return longer;
    }

    static int[] without(int[] run, int number) {
        int at = find(run, number);
        int end = end(run, at);
        int[] shorter = Arrays.copyOf(run, run.length - (end - at));
        System.arraycopy(run, end, shorter, at, run.length - end);
        return shorter;
    }

    /** Where the entry of a wish begins that is in the run. */
    static int find(int[] run, int number) {
        int at = 0;
        while (number(run, at) != number) {
            at = end(run, at);
        }
        return at;
    }

    /** Where an entry ends, and with it the divisions that it names; there the next begins. */
    static int end(int[] run, int at) {
        return at + CODES + (run[at + MORE] >>> 1);
    }

    static int number(int[] run, int at) {
        return run[at + NUMBER];
    }

    static int leastPpm(int[] run, int at) {
        return run[at + LEAST];
    }

    static int bits(int[] run, int at) {
        return run[at + BITS];
    }

    static boolean asksMore(int[] run, int at) {
        return (run[at + MORE] & 1) != 0;
    }

    static int divisions(int at) {
        return at + CODES;
    }
}
