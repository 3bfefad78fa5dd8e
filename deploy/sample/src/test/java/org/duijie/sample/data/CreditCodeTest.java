package org.duijie.sample.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class CreditCodeTest {
    @Test
    void findsTheCheckCharacterOfRealCodes() {
        List<String> codes = List.of(
                "53110000675052650A",
                "53110000500309522J",
                "53110000500302806B",
                "5332000050917103XB",
                "531100005790000840",
                "521101127376501200",
                "51110000MJ0121629F",
                "52110000E00664300A",
                "91350100M000100Y43");
        assertThat(codes).allSatisfy(code -> assertThat(CreditCode.check(code)).isEqualTo(code.charAt(17)));
    }

    @Test
    void givesTheNumberItsOwnPlainlySyntheticBodyCode() {
        String code = CreditCode.of(OrganizationType.FOUNDATION, "110000", 42);

        assertThat(code).hasSize(18).startsWith("53110000YL000042");
        assertThat(code.charAt(17)).isEqualTo(CreditCode.check(code));
    }

    @Test
    void checksTheBodyCodeByItsOwnStandard() {
        // The body code of the standard's own example, D2143569-X: its check character is X.
        assertThat(CreditCode.body("D2143569")).isEqualTo("D2143569X");
    }

    @Test
    void refusesANumberBeyondTheRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CreditCode.of(OrganizationType.FOUNDATION, "110000", 1_000_000));
    }
}
