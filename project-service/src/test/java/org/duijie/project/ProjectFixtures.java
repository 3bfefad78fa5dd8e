package org.duijie.project;

import static org.duijie.project.agreement.ProposalMother.aProposal;
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
import org.duijie.project.project.ProjectSteps;

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

    /** A project that what is only looked at or added to may share. */
    private String shared = "";

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
        shared = project();
        require(act("startProject", "COUNTY_BUREAU", any(shared)));
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
                .on("listProjects", owner -> Call.bare().query("limit", 5))
                .on("getProject", owner -> Call.of("id", shared))
                .on("startProject", owner -> any(project()))
                .on("completeProject", owner -> any(done()))
                .on("dedicateLeftover", owner -> any(completed()).body("{\"purpose\":\"用于同一县另外两所小学\"}"))
                .on("closeProject", owner -> any(completed()).body(ProjectSteps.CLOSING))
                .on("terminateProject", owner -> any(project()).body(ProjectSteps.REASON))
                .on("getLedger", owner -> Call.of("id", shared))
                .on("listEntries", owner -> Call.of("id", shared).query("limit", 5))
                .on("getEntry", owner -> Call.of("id", shared).path("number", 1))
                .on("reportEntry", owner -> Call.of("id", shared).body(pledge(owner)))
                .on("correctEntry", owner -> Call.of("id", shared)
                        .path("number", reported(owner))
                        .body("{\"reason\":\"记错了\"}"))
                .on("listEvidence", owner -> Call.of("id", shared))
                .on("getEvidence", owner -> Call.of("id", shared).path("sha256", handedIn()))
                .on("handInEvidence", owner -> document(shared))
                .on("listMilestones", owner -> Call.of("id", shared))
                .on("listProgressReports", owner -> Call.of("id", shared).query("limit", 5))
                .on("getProgressReport", owner -> Call.of("id", shared).path("number", progressReport()))
                .on("reportProgress", owner -> Call.of("id", shared).body(ProjectSteps.progress(handedIn(), false)))
                .on("getAgreementDocument", owner -> Call.of("id", shared))
                .on("verifyAgreement", owner -> Call.of("id", shared).path("code", code()))
                .on("listRiskRules", owner -> Call.bare())
                .on("listRisks", owner -> Call.of("id", shared))
                .on("disputeRisk", owner -> Call.of("id", shared)
                        .body("{\"code\":\"IDLE_MONEY\",\"reason\":\"合同约定一年后支付\"}"))
                .on("listFindings", owner -> Call.of("id", shared).query("limit", 5))
                .on("raiseFinding", owner -> Call.of("id", shared).body(ProjectSteps.FINDING))
                .on(
                        "rectifyFinding",
                        owner -> any(shared).path("finding", finding()).body(rectification()))
                .on("recheckFinding", owner -> any(shared)
                        .path("finding", rectified())
                        .body("{\"passed\":true,\"remark\":\"现场核对无误\"}"))
                .on("listSpotChecks", owner -> Call.bare().query("limit", 5))
                .on("getSpotCheck", owner -> Call.of("id", spotCheck()))
                .on("drawSpotCheck", owner -> Call.json(ProjectSteps.DRAW))
                .on("readStatistics", owner -> Call.bare().query("by", "CATEGORY"))
                .on("readModeShares", owner -> Call.bare())
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

    private String project() {
        return ProjectSteps.agreed(aProposal(published()));
    }

    /** One of which every milestone is reached. */
    private String done() {
        String id = ProjectSteps.agreed(aProposal(published()).with("milestones", "[]"));
        require(act("startProject", "COUNTY_BUREAU", any(id)));
        return id;
    }

    private String completed() {
        String id = done();
        require(act("completeProject", "COUNTY_BUREAU", any(id)));
        return id;
    }

    /** A platform and the leading group may write into either book. */
    private static String pledge(Caller owner) {
        String book = owner.role().equals("ORGANIZATION") ? "DONOR" : "COUNTY";
        return ProjectSteps.entry(book, "PLEDGE", UUID.randomUUID(), "1.00", "");
    }

    private String reported(Caller owner) {
        Answer answer = wire.send(
                contract.operation("reportEntry"), Call.of("id", shared).body(pledge(owner)), owner.token());
        require(answer);
        return answer.json().path("number").asText();
    }

    private String handedIn() {
        Answer answer = act("handInEvidence", "COUNTY_BUREAU", document(shared));
        require(answer);
        return answer.json().path("sha256").asText();
    }

    private String progressReport() {
        Answer answer = act(
                "reportProgress",
                "COUNTY_BUREAU",
                Call.of("id", shared).body(ProjectSteps.progress(handedIn(), false)));
        require(answer);
        return answer.json().path("number").asText();
    }

    private String code() {
        return ProjectSteps.verificationCode(shared);
    }

    private String finding() {
        return require(act("raiseFinding", "SUPERVISOR", Call.of("id", shared).body(ProjectSteps.FINDING)));
    }

    private String rectification() {
        return "{\"done\":\"已补齐并重新签收\",\"evidence\":[\"" + handedIn() + "\"]}";
    }

    private String rectified() {
        String finding = finding();
        require(act(
                "rectifyFinding",
                "COUNTY_BUREAU",
                any(shared).path("finding", finding).body(rectification())));
        return finding;
    }

    private String spotCheck() {
        return require(act("drawSpotCheck", "SUPERVISOR", Call.json(ProjectSteps.DRAW)));
    }

    private static Call document(String project) {
        return Call.of("id", project)
                .query("title", "签收单")
                .contentType("application/pdf")
                .body(ProjectSteps.DOCUMENT);
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
