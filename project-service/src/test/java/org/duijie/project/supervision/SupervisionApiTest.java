package org.duijie.project.supervision;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.duijie.chassis.testing.Problem.problem;
import static org.duijie.project.agreement.ProposalMother.aProposal;
import static org.duijie.project.project.ProjectSteps.aRunningProject;
import static org.duijie.project.project.ProjectSteps.evidence;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.TopicReader;
import org.duijie.project.agreement.ProposalMother;
import org.duijie.project.need.Caller;
import org.duijie.project.need.NeedSteps;
import org.duijie.project.project.ProjectSteps;
import org.junit.jupiter.api.Test;

/** Flags, findings, draws and source control over HTTP. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class SupervisionApiTest {

    @Test
    void publishesItsRules() {
        given().get("/risk-rules")
                .then()
                .statusCode(200)
                .body("items", hasSize(RiskRule.values().length))
                .body("items.code", hasItem("IDLE_MONEY"));
    }

    @Test
    void flagsEvidenceThatAnotherProjectShowsAndHearsTheOtherSide() {
        String one = aRunningProject();
        String file = evidence(one);
        String other = aRunningProject();
        assertThat(evidence(other)).isEqualTo(file);

        Caller.SUPERVISOR
                .calls()
                .get("/projects/{id}/risks", one)
                .then()
                .statusCode(200)
                .body("flags.code", hasItem("DUPLICATE_EVIDENCE"));
        Caller.ORGANIZATION
                .calls()
                .body("{\"code\":\"DUPLICATE_EVIDENCE\",\"reason\":\"同一次运输送达两处\"}")
                .post("/projects/{id}/risks", one)
                .then()
                .statusCode(201)
                .body("flags.find { it.code == 'DUPLICATE_EVIDENCE' }.disputes.reason", contains("同一次运输送达两处"));
    }

    @Test
    void isPutRightAndCheckedAgain() {
        String project = aRunningProject();
        String finding = Caller.SUPERVISOR
                .calls()
                .body(ProjectSteps.FINDING)
                .post("/projects/{id}/findings", project)
                .then()
                .statusCode(201)
                .body("status", equalTo("OPEN"))
                .extract()
                .path("id");
        String path = "/projects/" + project + "/findings/" + finding;
        Caller.SUPERVISOR
                .calls()
                .body("{\"passed\":true,\"remark\":\"好\"}")
                .post(path + "/recheck")
                .then()
                .spec(problem(409, "finding-not-rectified"));
        Caller.BUREAU
                .calls()
                .body("{\"done\":\"已补齐\",\"evidence\":[]}")
                .post(path + "/rectification")
                .then()
                .spec(problem(422, "finding-evidence-missing"));
        String done = "{\"done\":\"已补齐\",\"evidence\":[\"" + evidence(project) + "\"]}";
        Caller.BUREAU.calls().body(done).post(path + "/rectification").then().statusCode(200);
        Caller.SUPERVISOR
                .calls()
                .body("{\"passed\":false,\"remark\":\"仍缺两册\"}")
                .post(path + "/recheck")
                .then()
                .spec(problem(422, "finding-due-day-unfit"));
        Caller.SUPERVISOR
                .calls()
                .body("{\"passed\":false,\"remark\":\"仍缺两册\",\"dueOn\":\"2099-01-01\"}")
                .post(path + "/recheck")
                .then()
                .statusCode(200)
                .body("status", equalTo("OPEN"))
                .body("dueOn", equalTo("2099-01-01"));
        Caller.ORGANIZATION
                .calls()
                .body(done)
                .post(path + "/rectification")
                .then()
                .statusCode(200);
        Caller.SUPERVISOR
                .calls()
                .body("{\"passed\":true,\"remark\":\"齐了\"}")
                .post(path + "/recheck")
                .then()
                .statusCode(200)
                .body("status", equalTo("CLOSED"));
    }

    /** Drawn again by hand from the seed. */
    @Test
    void drawsWhatAnybodyCanDrawAgain() throws Exception {
        String project = aRunningProject();
        var draw = Caller.SUPERVISOR
                .calls()
                .body("{\"seed\":\"2027120期\",\"size\":1000,\"division\":\"130722\"}")
                .post("/spot-checks")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        List<String> drawn = draw.getList("drawn");

        assertThat(drawn).contains(project).isSortedAccordingTo((one, two) -> lot(one).compareTo(lot(two)));
        assertThat(draw.getInt("population")).isGreaterThanOrEqualTo(drawn.size());
        String ids = String.join("\n", drawn.stream().sorted().toList());
        assertThat(draw.getString("populationHash")).isEqualTo(sha256(ids));
        Caller.LEADING_GROUP
                .calls()
                .get("/spot-checks/{id}", draw.getString("id"))
                .then()
                .body("seed", equalTo("2027120期"));
    }

    private static String lot(String project) {
        return sha256("2027120期:" + project);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void raisesAFindingWhereAnOrganizationMayNoLongerTakePart() {
        String code = "53130700576842139U";
        String organization = """
                {"id":"019abd4e-7a10-7c3e-9d51-3f6c0b8a2e01","creditCode":"%s","name":"样例张家口云杉教育基金会0001号",
                 "type":"FOUNDATION","level":"MUNICIPAL","registrarDivision":"130700"}
                """.formatted(code);
        String need = NeedSteps.aPublishedNeed();
        String project = ProjectSteps.agreed(aProposal(need).with("organization", organization));
        findings(project).body("items", hasSize(0));

        ProposalMother.tellOrganization(code, "SUSPENDED", 4);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> findings(project)
                                .extract()
                                .<List<String>>path("items.kind")
                                .size()
                        == 1);
        findings(project)
                .body("items.kind", contains("ORGANIZATION_INELIGIBLE"))
                .body("items.status", contains("OPEN"));
        String refused = aProposal(need).with("organization", organization).tell();
        try (TopicReader topic = TopicReader.of("duijie.project")) {
            assertThat(topic.await(UUID.fromString(refused), 1).getFirst().json())
                    .contains("agreement-organization-ineligible");
        }
        ProposalMother.tellOrganization(code, "VERIFIED", 5);
        ProjectSteps.agreed(aProposal(need).with("organization", organization));
        findings(project).body("items", hasSize(1));
    }

    private static io.restassured.response.ValidatableResponse findings(String project) {
        return Caller.SUPERVISOR
                .calls()
                .get("/projects/{id}/findings", project)
                .then()
                .statusCode(200);
    }

    @Test
    void isNotForTheSidesToRaise() {
        String project = aRunningProject();
        Caller.BUREAU
                .calls()
                .body(ProjectSteps.FINDING)
                .post("/projects/{id}/findings", project)
                .then()
                .spec(problem(403, "access-forbidden"));
        Caller.SUPERVISOR
                .calls()
                .get("/projects/{id}/risks", project)
                .then()
                .body("flags.code", not(hasItem("IDLE_MONEY")));
    }
}
