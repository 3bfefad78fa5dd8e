package org.duijie.matching.replica;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DivisionCodeTest {

    @ParameterizedTest
    @CsvSource({
        "130000, 130722, true",
        "130700, 130722, true",
        "130722, 130722, true",
        "130800, 130722, false",
        "130722, 130700, false",
        "130700, 130000, false",
        "110000, 130722, false"
    })
    void coversWhatLiesBelow(String upper, String code, boolean covers) {
        assertThat(DivisionCode.covers(upper, code)).isEqualTo(covers);
    }

    @ParameterizedTest
    @CsvSource({
        "130722, 130722, 3",
        "130722, 130723, 2",
        "130700, 130722, 2",
        "130100, 130722, 1",
        "130000, 130722, 1",
        "110102, 130722, 0"
    })
    void countsTheLevelsThatTwoShare(String one, String other, int shared) {
        assertThat(DivisionCode.sharedLevels(one, other)).isEqualTo(shared);
    }
}
