package org.duijie.organization.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "53110000675052650A",
                "53110000500309522J",
                "53110000500302806B",
                "5332000050917103XB",
                "531100005790000840",
                "521101127376501200",
                "51110000MJ0121629F",
                "52110000E00664300A",
                "91350100M000100Y43",
                "9131000063159284XQ",
                "53100000500009167K"
            })
    void acceptsTheCheckCharacterOfRealCodes(String code) {
        assertThat(new CreditCode(code).checks()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y4Z", "91350100M000100Y4I", "91350100m000100y43", "９1350100M000100Y43"})
    void refusesWhatIsNotOfTheStandardsAlphabet(String code) {
        assertThatThrownBy(() -> new CreditCode(code)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "53110000675052650", "53110000675052650AA", "5311000A675052650A", "53010000675052650A"})
    void refusesWhatHasNotTheStandardsForm(String code) {
        assertThatThrownBy(() -> new CreditCode(code)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // made up in public
                "531000005000074012",
                "53100000500000123X",
                // issued in good faith, it is said, and admitted only by an operator's decision
                "91350211M0000XUF46",
                "91350100M0001TGQXM"
            })
    void tellsACheckCharacterThatDoesNotFit(String code) {
        assertThat(new CreditCode(code).checks()).isFalse();
    }

    /** Copied snippets write the remainder itself, count modulo 37, or give letters the values from ten on in order. */
    @Test
    void takesThirtyOneMinusTheRemainder() {
        String code = "91350100M000100Y4";
        assertThat(CreditCode.checkCharacter(code)).isEqualTo('3');
        assertThat(ALPHABET.charAt((31 - 3) % 31)).as("the bare remainder").isEqualTo('W');
    }

    @Test
    void writesTheRemainderZeroAsZero() {
        assertThat(CreditCode.checkCharacter("53110000579000084")).isEqualTo('0');
        assertThat(CreditCode.checkCharacter("52110112737650120")).isEqualTo('0');
    }

    @RepeatedTest(20)
    void catchesEverySingleErrorAndEverySwapOfNeighbours() {
        long seed = new Random().nextLong();
        String code = anyCode(new Random(seed));
        assertThat(new CreditCode(code).checks()).isTrue();
        for (int i = 0; i < code.length(); i++) {
            for (int value = 0; value < ALPHABET.length(); value++) {
                char wrong = ALPHABET.charAt(value);
                if (wrong != code.charAt(i)) {
                    assertCaught(seed, code.substring(0, i) + wrong + code.substring(i + 1));
                }
            }
            if (i > 0 && code.charAt(i) != code.charAt(i - 1)) {
                assertCaught(
                        seed, code.substring(0, i - 1) + code.charAt(i) + code.charAt(i - 1) + code.substring(i + 1));
            }
        }
    }

    /** Either the form gives it away (a letter where the registrar's digits are) or the check character does. */
    private static void assertCaught(long seed, String wrong) {
        boolean passes = wrong.matches(CreditCode.FORM) && new CreditCode(wrong).checks();
        assertThat(passes).as("%s of seed %d", wrong, seed).isFalse();
    }

    private static String anyCode(Random chance) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < 17; i++) {
            int from = i == 2 ? 1 : 0;
            int until = i >= 2 && i < 8 ? 10 : ALPHABET.length();
            code.append(ALPHABET.charAt(chance.nextInt(from, until)));
        }
        return code.append(CreditCode.checkCharacter(code.toString())).toString();
    }

    @ParameterizedTest
    @CsvSource({
        "51110000MJ0121629F, ASSOCIATION, PROVINCIAL, 110000",
        "521101127376501200, SERVICE_INSTITUTION, COUNTY, 110112",
        "52110000E00664300A, SERVICE_INSTITUTION, PROVINCIAL, 110000",
        "53110000500302806B, FOUNDATION, PROVINCIAL, 110000",
        "5332000050917103XB, FOUNDATION, PROVINCIAL, 320000",
        "53100000500009167K, FOUNDATION, NATIONAL, 100000"
    })
    void readsTypeLevelAndRegistrar(String value, OrganizationType type, OrganizationLevel level, String registrar) {
        CreditCode code = new CreditCode(value);
        assertThat(code.type()).contains(type);
        assertThat(code.level()).isEqualTo(level);
        assertThat(code.registrarDivision()).isEqualTo(registrar);
    }

    @ParameterizedTest
    @CsvSource({"100000, NATIONAL", "130000, PROVINCIAL", "130700, MUNICIPAL", "130722, COUNTY", "110101, COUNTY"})
    void readsTheLevelFromTheRegistrar(String registrar, OrganizationLevel level) {
        assertThat(OrganizationLevel.ofRegistrar(registrar)).isEqualTo(level);
    }

    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y43", "9131000063159284XQ", "54110000675052650A", "11110000675052650A"})
    void knowsWhatIsNoSocialOrganization(String code) {
        assertThat(new CreditCode(code).type()).isEmpty();
    }

    @Test
    void readsOtherSocialOrganizations() {
        assertThat(new CreditCode("59110000675052650A").type()).contains(OrganizationType.OTHER);
    }
}
