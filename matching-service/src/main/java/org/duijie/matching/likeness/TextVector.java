package org.duijie.matching.likeness;

/**
 * The meaning of a text as a direction in space, in whole numbers: how alike two are is the same on every machine.
 *
 * <p>Every direction is drawn at the same length before it is rounded, so the product of two is the cosine of their angle
 * at one fixed scale, and nothing is divided or rooted when thousands are compared. Never changes; safe to share.
 */
public final class TextVector {

    /** How long each direction is drawn: long enough that rounding matters little, short enough for a byte. */
    static final int LENGTH = 300;

    private final byte[] values;

    private TextVector(byte[] values) {
        this.values = values;
    }

    /** Rounds a direction to whole numbers; its own length does not matter. */
    static TextVector of(float[] direction) {
        double square = 0;
        for (float value : direction) {
            square += (double) value * value;
        }
        double scale = LENGTH / StrictMath.sqrt(square);
        byte[] values = new byte[direction.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) Math.clamp(StrictMath.rint(direction[i] * scale), -Byte.MAX_VALUE, Byte.MAX_VALUE);
        }
        return new TextVector(values);
    }

    /** Takes back what {@link #toBytes} gave. */
    static TextVector ofBytes(byte[] bytes) {
        return new TextVector(bytes.clone());
    }

    /** As it is stored: one signed byte a coordinate. */
    public byte[] toBytes() {
        return values.clone();
    }

    /** The product of both: {@code LENGTH²} times the cosine of the angle between them. */
    int product(TextVector other) {
        int sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * other.values[i];
        }
        return sum;
    }

    /** The factor's value for two texts, in parts per million: grows with their likeness, in steps. */
    public int likenessPpm(TextVector other) {
        return Calibration.ppm(product(other));
    }
}
