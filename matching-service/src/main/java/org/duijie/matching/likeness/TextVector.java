package org.duijie.matching.likeness;

/**
 * The meaning of a text as a direction in space, in whole numbers: how alike two are is the same on every machine.
 *
 * <p>Every direction is drawn at the same length before it is rounded, so the product of two is the cosine of their angle
 * at one fixed scale, and nothing is divided or rooted when thousands are compared. A coordinate takes seven bits, moved
 * up so that none is negative; eight lie in one {@code long}, and four products are added by a single multiplication
 * (SIMD within a register, Lamport 1975). Never changes; safe to share. 512 bytes.
 */
public final class TextVector {

    /** How many coordinates there are. */
    static final int DIMENSIONS = 512;

    /** How long each direction is drawn. No coordinate of a sentence was seen above 0.39 of it, so none is cut. */
    static final int LENGTH = 150;

    private static final int MOST = 63;
    /** What is added to each coordinate. */
    private static final int MIDDLE = 64;

    private static final int LANES = Long.BYTES;
    private static final long EVERY_SECOND = 0x00FF_00FF_00FF_00FFL;
    /** Where four products of every second coordinate have been added up: at most 4 · 127², which 16 bits hold. */
    private static final int SUM = 48;

    private final long[] packed;
    /** What the moving up adds to a product because of this vector; the other adds its own. */
    private final int excess;

    private TextVector(byte[] coordinates) {
        if (coordinates.length != DIMENSIONS) {
            throw new IllegalArgumentException("A vector has " + DIMENSIONS + " coordinates");
        }
        packed = new long[DIMENSIONS / LANES];
        int sum = 0;
        for (int i = 0; i < DIMENSIONS; i++) {
            packed[i / LANES] |= (long) (coordinates[i] + MIDDLE) << (i % LANES * Byte.SIZE);
            sum += coordinates[i];
        }
        excess = MIDDLE * sum;
    }

    /** Rounds a direction to whole numbers; its own length does not matter. */
    static TextVector of(float[] direction) {
        double square = 0;
        for (float value : direction) {
            square += (double) value * value;
        }
        double scale = LENGTH / StrictMath.sqrt(square);
        byte[] coordinates = new byte[direction.length];
        for (int i = 0; i < coordinates.length; i++) {
            coordinates[i] = (byte) Math.clamp(StrictMath.rint(direction[i] * scale), -MOST, MOST);
        }
        return new TextVector(coordinates);
    }

    /** Takes back what {@link #toBytes} gave. */
    public static TextVector ofBytes(byte[] coordinates) {
        return new TextVector(coordinates);
    }

    /** As it is stored: one coordinate a byte, each in [-63, 63]. */
    public byte[] toBytes() {
        byte[] coordinates = new byte[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            coordinates[i] = (byte) (((packed[i / LANES] >>> (i % LANES * Byte.SIZE)) & 0xFF) - MIDDLE);
        }
        return coordinates;
    }

    /**
     * The product of both: {@code LENGTH²} times the cosine of the angle between them.
     *
     * <p>Of two words of four lanes the product's top lane is the sum of the products of opposite lanes. One side's bytes
     * are turned around, so that opposite lanes are the same coordinates; odd and even ones make two such words.
     */
    int product(TextVector other) {
        long sum = 0;
        for (int i = 0; i < packed.length; i++) {
            long own = packed[i];
            long turned = Long.reverseBytes(other.packed[i]);
            sum += ((own & EVERY_SECOND) * ((turned >>> Byte.SIZE) & EVERY_SECOND)) >>> SUM;
            sum += (((own >>> Byte.SIZE) & EVERY_SECOND) * (turned & EVERY_SECOND)) >>> SUM;
        }
        return (int) sum - excess - other.excess - MIDDLE * MIDDLE * DIMENSIONS;
    }

    /** The factor's value for two texts, in parts per million: grows with their likeness, in steps. */
    public int likenessPpm(TextVector other) {
        return Calibration.ppm(product(other));
    }
}
