package org.duijie.journeys;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.duijie.sample.demo.LineWalk;
import org.duijie.sample.demo.RolesWalk;
import org.duijie.sample.http.Gateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The line as its users walk it: each walk throws at the first thing that is not seen. */
@ExtendWith(RunningSuite.class)
class NeedToMatchJourneyIT {

    private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);

    @Test
    void leadsFromANeedToItsMatchAndTheReasons(Gateway gateway) {
        new LineWalk(gateway, RunningSuite.today(), out).walk();
    }

    @Test
    void letsEachRoleDoItsPartAndNoOther(Gateway gateway) {
        new RolesWalk(gateway, RunningSuite.today(), out).walk();
    }
}
