package org.duijie.matching.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PairingsTest {

    @Test
    void readsEveryLineOfTheReferenceWithItsSource() {
        assertThat(PairingLine.all()).hasSize(19).allSatisfy(line -> {
            assertThat(line.districtCode()).matches("1[12]01\\d\\d");
            assertThat(line.countyCode()).matches("13\\d{4}");
            assertThat(line.source()).startsWith("http");
            assertThat(line.statedAs()).isNotBlank();
            assertThat(line.since() == null).isEqualTo(line.precision() == SincePrecision.NOT_STATED);
        });
    }

    @Test
    void oneDistrictMayHelpTwoCounties() {
        Pairings pairings = Pairings.ofReference();
        LocalDate day = LocalDate.of(2018, 9, 1);

        assertThat(pairings.ofDistrict("110113", "130708", day)).isPresent();
        assertThat(pairings.ofDistrict("110113", "130724", day)).isPresent();
        assertThat(pairings.ofDistrict("110113", "130722", day)).isEmpty();
    }

    @Test
    void aMunicipalityHasTheTiesOfItsDistricts() {
        Pairings pairings = Pairings.ofReference();
        LocalDate day = LocalDate.of(2018, 9, 1);

        assertThat(pairings.under("110000", "130722", day)).isPresent();
        assertThat(pairings.under("120000", "130722", day)).isEmpty();
        assertThat(pairings.under("120000", "130825", day)).isPresent();
    }

    @Test
    void aTieOfUnknownDateIsInForceAndAFutureOneIsNot() {
        Pairings pairings = Pairings.ofReference();

        assertThat(pairings.ofDistrict("110102", "130722", LocalDate.of(2000, 1, 1)))
                .isPresent();
        assertThat(pairings.ofDistrict("110116", "130728", LocalDate.of(2018, 3, 31)))
                .isEmpty();
    }
}
