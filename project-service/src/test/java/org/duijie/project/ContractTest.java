package org.duijie.project;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.duijie.chassis.testing.EventContract;
import org.duijie.chassis.testing.HouseRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What this service promises, and the rules it is built by. */
class ContractTest {

    private static final EventContract CONTRACT = EventContract.of(Path.of("contract"));

    @ParameterizedTest
    @ValueSource(strings = {"need", "division", "project"})
    void showsExamplesThatFitTheSchema(String aggregate) {
        CONTRACT.examples(aggregate).forEach(example -> CONTRACT.check(aggregate, example));
    }

    @Test
    void promisesSomethingThatCanBeBroken() {
        String wrong = CONTRACT.examples("need").getFirst().replace("\"12000.50\"", "12000.50");

        assertThatThrownBy(() -> CONTRACT.check("need", wrong)).hasMessageContaining("amount");
    }

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check("org.duijie.project");
    }
}
