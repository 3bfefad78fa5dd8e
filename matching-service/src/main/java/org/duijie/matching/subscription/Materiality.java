package org.duijie.matching.subscription;

/**
 * Which change of a score is told. Began and ended are always told; a score, when it has moved by a whole step since it
 * was last told, so that many small moves are told when they add up to one.
 */
final class Materiality {

    /** One hundredth: less than the smallest step of any factor under the weights of policy 1. */
    static final int STEP_PPM = 10_000;

    private Materiality() {}

    static boolean differs(int toldPpm, int nowPpm) {
        return Math.abs(nowPpm - toldPpm) >= STEP_PPM;
    }
}
