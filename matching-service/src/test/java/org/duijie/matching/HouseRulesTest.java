package org.duijie.matching;

import org.duijie.chassis.testing.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check("org.duijie.matching");
    }
}
