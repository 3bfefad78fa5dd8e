package org.duijie.gateway;

import org.duijie.chassis.testing.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check("org.duijie.gateway");
    }
}
