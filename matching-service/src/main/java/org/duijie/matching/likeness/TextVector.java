package org.duijie.matching.likeness;

/**
 * The meaning of a text as a direction in space, in whole numbers: the likeness of two is the same on every machine.
 *
 * @param values each coordinate in [-127, 127]; not changed by anyone
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and a million of them are kept
public record TextVector(byte[] values) {

    private static final int ONE = 1_000_000;

    /** How alike two texts are, in parts per million: the cosine of the angle between them, 0 where that is negative. */
    public int likenessPpm(TextVector other) {
        long dot = 0;
        long own = 0;
        long others = 0;
        for (int i = 0; i < values.length; i++) {
            dot += (long) values[i] * other.values[i];
            own += (long) values[i] * values[i];
            others += (long) other.values[i] * other.values[i];
        }
        if (dot <= 0) {
            return 0;
        }
        // Both are at least 1 where the product is positive. StrictMath gives the same bits everywhere.
        return (int) Math.min(ONE, (long) (dot * (double) ONE / StrictMath.sqrt((double) own * others)));
    }
}
