package org.duijie.matching.likeness;

/**
 * From the angle between two texts to the factor's value. The model puts all sentences into a narrow cone: even texts
 * that have nothing to do with each other have a cosine of about 0.43, and hardly any two pass 0.85. What lies between
 * is spread over [0, 1] by two marks that were read off the judged pairs of {@code deploy/bench}, those of its training
 * half only:
 *
 * <ul>
 *   <li>{@link #NOTHING}: three of four pairs that are of no use to each other lie below;
 *   <li>{@link #EVERYTHING}: half of the pairs that are just what is asked for lie above.
 * </ul>
 *
 * <p>Steps, not a curve: processors round the model's arithmetic a little differently, and a text that was read on
 * another machine should rarely make another score.
 */
final class Calibration {

    /** Both in ten-thousandths of a cosine. */
    static final int NOTHING = 4_750;

    static final int EVERYTHING = 7_250;

    /** How many steps lead from nothing to everything. */
    static final int STEPS = 20;

    private static final int WHOLE = 10_000;
    private static final int ONE = 1_000_000;

    private Calibration() {}

    /** @param product of two vectors */
    static int ppm(int product) {
        int cosine = product * WHOLE / (TextVector.LENGTH * TextVector.LENGTH);
        int steps = (cosine - NOTHING) * STEPS / (EVERYTHING - NOTHING);
        return Math.clamp(steps, 0, STEPS) * (ONE / STEPS);
    }
}
