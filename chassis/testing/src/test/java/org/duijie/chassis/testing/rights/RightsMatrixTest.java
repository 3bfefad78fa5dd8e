package org.duijie.chassis.testing.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.duijie.chassis.testing.openapi.ApiContract;
import org.duijie.chassis.testing.openapi.Call;
import org.duijie.chassis.testing.openapi.Caller;
import org.duijie.chassis.testing.openapi.Caller.Side;
import org.duijie.chassis.testing.openapi.Callers;
import org.duijie.chassis.testing.openapi.Fixtures;
import org.duijie.chassis.testing.openapi.ServiceUnderTest;
import org.duijie.chassis.testing.openapi.Wire;
import org.duijie.chassis.testing.rights.FlawedDoor.Flaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** A matrix that cannot fail guards nothing: it has to find each flaw, and nothing where there is none. */
class RightsMatrixTest {

    private static final String CONTRACT = """
            paths:
              /things/{id}:
                get:
                  operationId: getThing
                  x-access: {open: false, roles: [COUNTY_BUREAU, LEADING_GROUP], tenant: DIVISION, foreign: 404}
                put:
                  operationId: changeThing
                  x-access: {open: false, roles: [COUNTY_BUREAU, LEADING_GROUP], tenant: DIVISION, foreign: 404}
            """;

    private static final Fixtures FIXTURES = new Fixtures()
            .on("getThing", owner -> Call.of("id", 1))
            .on("changeThing", owner -> Call.of("id", 1).body("{}"));

    @Test
    void findsNothingAmissWithADoorThatIsWellKept() {
        RightsMatrix.Report report = report(CONTRACT, FIXTURES, Flaw.NONE);

        assertThat(report.faults()).isEmpty();
        assertThat(report.size()).isEqualTo(2 * 6);
        assertThat(report.table().markdown())
                .contains("| `GET /things/{id}` getThing | – | division | – | all | 404 |");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void findsEachFlaw(Flaw flaw) {
        assertThat(report(CONTRACT, FIXTURES, flaw).faults()).isNotEmpty();
    }

    @Test
    void anOperationWithoutARuleIsAFault() {
        String ruleless = CONTRACT.replaceFirst("x-access.*", "summary: nobody thought of who may");

        assertThat(report(ruleless, FIXTURES, Flaw.NONE).faults())
                .containsExactly("No x-access on getThing (GET /things/{id})");
    }

    @Test
    void anOperationWithoutAFixtureIsAFaultAndSoIsAFixtureWithoutOne() {
        Fixtures others =
                new Fixtures().on("getThing", owner -> Call.of("id", 1)).on("dropThing", owner -> Call.of("id", 1));

        assertThat(report(CONTRACT, others, Flaw.NONE).faults())
                .contains(
                        "No fixture for changeThing (PUT /things/{id})",
                        "A fixture for dropThing, which is no operation",
                        "Nobody could do changeThing (PUT /things/{id}): what is refused to all proves nothing");
    }

    private static RightsMatrix.Report report(String contract, Fixtures fixtures, Flaw flaw) {
        try (FlawedDoor door = new FlawedDoor(flaw)) {
            return new RightsMatrix(
                            new ServiceUnderTest(ApiContract.of(contract), fixtures, CALLERS, Wire.to(door.base())),
                            door::version)
                    .run();
        }
    }

    private static final Callers CALLERS = Callers.of(List.of(
            new Caller(Caller.PUBLIC, Side.UNBOUND, null),
            caller("COUNTY_BUREAU", Side.OWN),
            caller("COUNTY_BUREAU", Side.FOREIGN),
            caller("ORGANIZATION", Side.OWN),
            caller("ORGANIZATION", Side.FOREIGN),
            caller("LEADING_GROUP", Side.UNBOUND)));

    private static Caller caller(String role, Side side) {
        return new Caller(role, side, side == Side.UNBOUND ? role : role + " " + side);
    }
}
