package org.duijie.matching.likeness;

/** From the product of two vectors to the factor's value. */
final class Calibration {

    private static final int STEP = 50_000;
    private static final int ONE = 1_000_000;

    private Calibration() {}

    static int ppm(int product) {
        long cosine = (long) product * ONE / (TextVector.LENGTH * TextVector.LENGTH);
        return (int) Math.clamp(cosine, 0, ONE) / STEP * STEP;
    }
}
