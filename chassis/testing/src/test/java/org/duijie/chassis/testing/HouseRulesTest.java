package org.duijie.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that cannot fail guards nothing: each must refuse its bad example, and nothing else must. */
class HouseRulesTest {

    private static final String BAD_HOUSE = "org.duijie.badhouse";

    static Stream<String> rules() {
        return HouseRules.of(BAD_HOUSE).keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void refusesItsBadExample(String name) {
        var badHouse = new ClassFileImporter().importPackages(BAD_HOUSE);
        String example = name.equals("cycle") ? "one" : name.replace("-", "");

        assertThatThrownBy(() -> HouseRules.of(BAD_HOUSE).get(name).check(badHouse))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(BAD_HOUSE + "." + example);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void leavesTheOtherExamplesAlone(String name) {
        String example = name.equals("cycle") ? "one" : name.replace("-", "");
        var others = new ClassFileImporter()
                .withImportOption(location -> !location.contains("badhouse/" + example + "/"))
                .importPackages(BAD_HOUSE);

        assertThat(HouseRules.of(BAD_HOUSE)
                        .get(name)
                        .allowEmptyShould(true)
                        .evaluate(others)
                        .hasViolation())
                .isFalse();
    }
}
