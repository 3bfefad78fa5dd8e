package org.duijie.project;

import static org.duijie.project.need.NeedBody.aNeed;

import io.restassured.RestAssured;
import java.util.UUID;
import javax.sql.DataSource;
import org.duijie.chassis.testing.openapi.Answer;
import org.duijie.chassis.testing.openapi.ApiContract;
import org.duijie.chassis.testing.openapi.Call;
import org.duijie.chassis.testing.openapi.Caller;
import org.duijie.chassis.testing.openapi.Callers;
import org.duijie.chassis.testing.openapi.Callers.Party;
import org.duijie.chassis.testing.openapi.ChassisFixtures;
import org.duijie.chassis.testing.openapi.Fixtures;
import org.duijie.chassis.testing.openapi.ServiceUnderTest;
import org.duijie.chassis.testing.openapi.Wire;

/** How each operation of this service is called so that it works. */
final class ProjectFixtures {

    private static final String COUNTY = "130722";
    private static final String NEIGHBOUR = "130723";
    private static final String PATCH = "application/merge-patch+json";
    private static final String REASON = "{\"reason\":\"已由县财政解决\"}";

    private final ApiContract contract = ApiContract.read();
    private final Wire wire = Wire.to(RestAssured.port);
    private final Callers callers = Callers.of(
            new Party(COUNTY, "130700", "53110000500309522J"), new Party("510723", "510700", "51110000MJ0121629F"));

    private ProjectFixtures() {}

    static ServiceUnderTest service(DataSource database) {
        ProjectFixtures made = new ProjectFixtures();
        made.letPublishMuch(COUNTY);
        made.letPublishMuch(made.callers.leadingGroup().subject());
        made.letPublishMuch(made.callers.own("PARTNER_PLATFORM").subject());
        return new ServiceUnderTest(made.contract, made.fixtures(database), made.callers, made.wire);
    }

    private Fixtures fixtures(DataSource database) {
        String published = published();
        return ChassisFixtures.fixtures(database)
                .on("listDivisions", owner -> Call.bare().query("parent", "130700"))
                .on("getDivision", owner -> Call.of("code", COUNTY))
                .on("listNeeds", owner -> Call.bare().query("limit", 5))
                .on("exportNeeds", owner -> Call.bare().query("division", COUNTY))
                .on("followNeeds", owner -> Call.bare().query("limit", 5))
                .on("createNeed", owner -> Call.json(aNeed(COUNTY)))
                .on("getNeed", owner -> Call.of("id", published))
                .on("listNeedChanges", owner -> Call.of("id", published))
                .on("reviseNeed", owner -> any(draft()).body(aNeed(COUNTY).with("/title", "\"乡村小学图书室\"")))
                .on(
                        "patchNeed",
                        owner -> any(draft()).body("{\"title\":\"乡村小学图书室\"}").contentType(PATCH))
                .on("submitNeed", owner -> any(draft()))
                .on("reviewNeed", owner -> any(submitted()).body("{\"decision\":\"RETURN\",\"reasons\":[\"请补充清单\"]}"))
                .on("withdrawNeed", owner -> any(submitted()).body(REASON))
                .on("reopenNeed", owner -> any(withdrawn()).body(REASON))
                .on("amendNeed", owner -> any(published())
                        .body("{\"reason\":\"两所小学已配齐\",\"patch\":{\"summary\":\"为十所小学各建一个图书角。\"}}"))
                .on("putOwnNeed", owner -> Call.of("reference", UUID.randomUUID())
                        .body("{\"need\":" + aNeed(COUNTY) + ",\"reason\":\"首次报送\"}"))
                .on("getOwnNeed", this::ownReference)
                .on("getPublisher", owner -> Call.of("id", COUNTY))
                .on("listNeedHints", owner -> Call.of("id", submitted()))
                .on("listNeedImports", owner -> Call.bare())
                .on("importNeeds", owner -> file())
                .on("getNeedImport", owner -> Call.of("id", imported(owner)))
                .on("listNeedImportLines", owner -> Call.of("id", imported(owner)))
                .on("decidePublisher", owner -> any(NEIGHBOUR).body(trusted("REVIEWED")));
    }

    private void letPublishMuch(String publisher) {
        Answer answer = wire.send(
                contract.operation("decidePublisher"),
                any(publisher).body(trusted("REVIEWED")),
                callers.leadingGroup().token());
        require(answer);
    }

    private static String trusted(String trust) {
        return "{\"trust\":\"" + trust + "\",\"dailyQuota\":1000000,\"reason\":\"所报需求经抽查属实\"}";
    }

    private static Call any(String id) {
        return Call.of("id", id).header("If-Match", "*");
    }

    private Call ownReference(Caller owner) {
        String reference = UUID.randomUUID().toString();
        Call put = Call.of("reference", reference).body("{\"need\":" + aNeed(COUNTY) + "}");
        require(wire.send(contract.operation("putOwnNeed"), put, owner.token()));
        return Call.of("reference", reference);
    }

    private static Call file() {
        return Call.json("{\"reference\":\"" + UUID.randomUUID() + "\",\"need\":" + aNeed(COUNTY) + "}\n")
                .contentType("application/x-ndjson");
    }

    /** The supervisor reads what others hand in. */
    private String imported(Caller owner) {
        String maker = owner.role().equals("SUPERVISOR") ? "COUNTY_BUREAU" : owner.role();
        return require(act("importNeeds", maker, file()));
    }

    private String draft() {
        return require(act("createNeed", "COUNTY_BUREAU", Call.json(aNeed(COUNTY))));
    }

    private String submitted() {
        String id = draft();
        require(act("submitNeed", "COUNTY_BUREAU", any(id)));
        return id;
    }

    private String published() {
        String id = submitted();
        require(act("reviewNeed", "SUPERIOR_OFFICE", any(id).body("{\"decision\":\"PUBLISH\"}")));
        return id;
    }

    private String withdrawn() {
        String id = submitted();
        require(act("withdrawNeed", "COUNTY_BUREAU", any(id).body(REASON)));
        return id;
    }

    private Answer act(String operation, String role, Call call) {
        return wire.send(contract.operation(operation), call, callers.own(role).token());
    }

    /** The id of what an answer shows. */
    private static String require(Answer answer) {
        if (!answer.succeeded()) {
            throw new AssertionError("A fixture does not work: " + answer);
        }
        return answer.json().path("id").asText();
    }
}
