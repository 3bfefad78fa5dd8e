package org.duijie.chassis.testing.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.duijie.chassis.testing.DatabaseState;
import org.duijie.chassis.testing.openapi.ServiceUnderTest;
import org.junit.jupiter.api.Test;

/** The tests of hostile input, for each service to inherit. */
public abstract class HostileInputTests {

    /** As many as the files of JSONTestSuite. */
    private static final int ENOUGH = 318;

    /** The service to send it to. */
    protected abstract ServiceUnderTest service();

    protected abstract DataSource database();

    /** What the tables hold when nothing of earlier requests is still being worked on. */
    protected DatabaseState state() {
        return DatabaseState.of(database());
    }

    @Test
    void refusesBodiesThatAreBroken() {
        HostileReport report = told("Hostile bodies", input().bodies());

        assertThat(report.kinds()).isGreaterThanOrEqualTo(ENOUGH);
    }

    @Test
    void keepsStringsAsTheyAreOrRefusesThem() {
        told("Naughty strings", input().strings());
    }

    @Test
    void isNotLedAstrayByPathQueryOrHeaders() {
        told("Hostile parameters", input().parameters());
    }

    @Test
    void takesNoMemberThatIsNotTheCallersToSet() {
        told("Coveted members", input().covetedMembers());
    }

    private HostileInput input() {
        return new HostileInput(service(), this::state);
    }

    private static HostileReport told(String what, HostileReport report) {
        System.out.println(what + ": " + report.kinds() + " kinds, " + report.sent() + " sent");
        assertThat(report.faults()).isEmpty();
        assertThat(report.sent()).isPositive();
        return report;
    }
}
