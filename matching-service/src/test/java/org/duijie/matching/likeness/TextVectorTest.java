package org.duijie.matching.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextVectorTest {

    private static final int ONE = TextVector.LENGTH * TextVector.LENGTH;

    private final Random random = new Random(20180901);

    @Test
    void multipliesAsOneByOneWould() {
        for (int round = 0; round < 10_000; round++) {
            byte[] one = coordinates();
            byte[] other = coordinates();

            assertThat(TextVector.ofBytes(one).product(TextVector.ofBytes(other)))
                    .isEqualTo(product(one, other));
        }
    }

    @Test
    void multipliesTheLargestCoordinatesToo() {
        for (byte one : new byte[] {-63, 0, 63}) {
            for (byte other : new byte[] {-63, 0, 63}) {
                assertThat(TextVector.ofBytes(filled(one)).product(TextVector.ofBytes(filled(other))))
                        .isEqualTo(one * other * TextVector.DIMENSIONS);
            }
        }
    }

    @Test
    void isReadBackAsItWasStored() {
        byte[] stored = coordinates();

        assertThat(TextVector.ofBytes(stored).toBytes()).isEqualTo(stored);
        assertThatThrownBy(() -> TextVector.ofBytes(new byte[100])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isLikeItselfHoweverLongItWas() {
        float[] direction = direction();
        float[] longer = direction.clone();
        for (int i = 0; i < longer.length; i++) {
            longer[i] *= 7;
        }

        TextVector vector = TextVector.of(direction);

        assertThat(TextVector.of(longer).toBytes()).isEqualTo(vector.toBytes());
        assertThat(vector.product(vector)).isBetween(ONE * 99 / 100, ONE * 101 / 100);
        assertThat(vector.likenessPpm(vector)).isEqualTo(1_000_000);
    }

    @Test
    void keepsTheAngleBetweenTwo() {
        for (int round = 0; round < 1_000; round++) {
            float[] one = direction();
            float[] other = direction();
            for (int i = 0; i < other.length; i++) {
                other[i] += one[i] * (round % 5);
            }

            double kept = TextVector.of(one).product(TextVector.of(other)) / (double) ONE;

            assertThat(kept).isBetween(cosine(one, other) - 0.02, cosine(one, other) + 0.02);
        }
    }

    @Test
    void doesNotMindWhichSideIsAsked() {
        TextVector one = TextVector.of(direction());
        TextVector other = TextVector.of(direction());

        assertThat(one.product(other)).isEqualTo(other.product(one));
    }

    private byte[] coordinates() {
        byte[] coordinates = new byte[TextVector.DIMENSIONS];
        for (int i = 0; i < coordinates.length; i++) {
            coordinates[i] = (byte) (random.nextInt(127) - 63);
        }
        return coordinates;
    }

    private static byte[] filled(byte value) {
        byte[] coordinates = new byte[TextVector.DIMENSIONS];
        Arrays.fill(coordinates, value);
        return coordinates;
    }

    private float[] direction() {
        float[] direction = new float[TextVector.DIMENSIONS];
        for (int i = 0; i < direction.length; i++) {
            direction[i] = (float) random.nextGaussian();
        }
        return direction;
    }

    private static int product(byte[] one, byte[] other) {
        int sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static double cosine(float[] one, float[] other) {
        double dot = 0;
        double own = 0;
        double others = 0;
        for (int i = 0; i < one.length; i++) {
            dot += one[i] * other[i];
            own += one[i] * one[i];
            others += other[i] * other[i];
        }
        return dot / Math.sqrt(own * others);
    }
}
