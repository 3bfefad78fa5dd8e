package org.duijie.matching.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    private static final int ONE = TextVector.LENGTH * TextVector.LENGTH;

    @Test
    void givesNothingToTextsThatOnlyShareTheLanguage() {
        assertThat(Calibration.ppm(-ONE)).isZero();
        assertThat(Calibration.ppm(0)).isZero();
        assertThat(Calibration.ppm(ONE * 43 / 100)).isZero();
    }

    @Test
    void givesEverythingToTextsThatSayTheSame() {
        assertThat(Calibration.ppm(ONE * 73 / 100)).isEqualTo(1_000_000);
        assertThat(Calibration.ppm(ONE)).isEqualTo(1_000_000);
    }

    @Test
    void growsInEvenSteps() {
        int[] values = IntStream.rangeClosed(0, ONE).map(Calibration::ppm).toArray();

        assertThat(values).isSorted();
        assertThat(IntStream.of(values).distinct())
                .containsExactly(IntStream.rangeClosed(0, Calibration.STEPS)
                        .mapToObj(step -> step * 50_000)
                        .toArray(Integer[]::new));
        assertThat(Calibration.ppm(ONE * 60 / 100)).isEqualTo(500_000);
    }
}
