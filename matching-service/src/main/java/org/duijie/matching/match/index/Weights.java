package org.duijie.matching.match.index;

import org.duijie.matching.match.Scale;
import org.duijie.matching.policy.Factor;
import org.duijie.matching.policy.Policy;

/**
 * What each value adds to a score, by the arithmetic of the score itself. The weight of all factors present differs with
 * those that a pair may lack, so there is one whole for each combination of them.
 */
@SuppressWarnings("EnumOrdinal") // a map would cost more than all the arithmetic
final class Weights {

    static final int RECORD = 1;
    static final int NEARNESS = 2;
    static final int LIKENESS = 4;
    static final int PRIORITY = 8;
    static final int ATTENTION = 16;
    static final int COMBINATIONS = 32;

    private static final Factor[] FACTORS = Factor.values();

    /** By combination and factor; one that the pair lacks weighs nothing. */
    private final long[][] weights = new long[COMBINATIONS][FACTORS.length];

    private final long[] wholes = new long[COMBINATIONS];

    /** What a record adds, by combination and number. */
    private final int[][] records = new int[COMBINATIONS][Traits.RECORD.length];

    Weights(Policy policy) {
        for (int combination = 0; combination < COMBINATIONS; combination++) {
            for (Factor factor : FACTORS) {
                boolean present = (combination & bit(factor)) == bit(factor);
                weights[combination][factor.ordinal()] = present ? policy.weight(factor) : 0;
                wholes[combination] += weights[combination][factor.ordinal()];
            }
            for (int number = 0; number < Traits.RECORD.length; number++) {
                records[combination][number] = of(Factor.RECORD, Traits.RECORD[number], combination);
            }
        }
    }

    /** The bit of a factor that a pair may lack; 0 for the others. */
    private static int bit(Factor factor) {
        return switch (factor) {
            case RECORD -> RECORD;
            case NEARNESS -> NEARNESS;
            case TEXT_LIKENESS -> LIKENESS;
            case PRIORITY -> PRIORITY;
            case ATTENTION -> ATTENTION;
            case FIELD_FIT, PAIRING, COVERAGE, URGENCY -> 0;
        };
    }

    /** What a value of a factor adds to the score of a pair with such a combination; nothing where it is absent. */
    int of(Factor factor, int ppm, int combination) {
        long whole = wholes[combination];
        return ppm == Scale.ABSENT || whole == 0 ? 0 : (int) (ppm * weights[combination][factor.ordinal()] / whole);
    }

    /** What each record adds, by its number among the {@link Traits}. */
    int[] records(int combination) {
        return records[combination];
    }
}
