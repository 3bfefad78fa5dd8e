package org.duijie.organization.organization;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.duijie.chassis.testing.Problem.problem;
import static org.duijie.chassis.testing.Problem.problemAt;
import static org.duijie.organization.organization.OrganizationMother.aCreditCode;
import static org.duijie.organization.organization.OrganizationSteps.ZHANGJIAKOU;
import static org.duijie.organization.organization.OrganizationSteps.aRegistration;
import static org.duijie.organization.organization.OrganizationSteps.anOrganization;
import static org.duijie.organization.organization.OrganizationSteps.register;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.duijie.chassis.testing.EventContract;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.TopicReader;
import org.duijie.chassis.testing.TopicReader.Announced;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Changing what an organization says of itself: before its registrar confirmed it, and after. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class OrganizationAmendmentApiTest {

    private static final String PATCH = "application/merge-patch+json";
    private static final String RELATED = "53110000500309522J";

    private final String code = aCreditCode(ZHANGJIAKOU);

    @Test
    void changesWhatIsNamedAndKeepsTheRest() {
        String id = anOrganization(code, "REGISTERED");
        patch(id, "{\"description\":\" 支持山区小学。 \"}")
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("version", equalTo(2))
                .body("description", equalTo("支持山区小学。"))
                .body("name", equalTo("样例张家口云杉教育基金会0001号"))
                .body("relatedParties", contains(RELATED));
        patch(id, "{\"name\":\"样例张家口白桦教育基金会0001号\",\"description\":null,\"relatedParties\":null}")
                .statusCode(200)
                .body("version", equalTo(3))
                .body("name", equalTo("样例张家口白桦教育基金会0001号"))
                .body("$", not(hasKey("description")))
                .body("relatedParties", hasSize(0));
    }

    @Test
    void showsThePublicNoRelatedPartyThatWasAdded() {
        String id = anOrganization(code, "VERIFIED");
        patch(id, "{\"relatedParties\":[\"" + RELATED + "\",\"53110000500302806B\"]}")
                .statusCode(200)
                .body("relatedParties", hasSize(2));
        given().get("/organizations/" + id).then().statusCode(200).body("$", not(hasKey("relatedParties")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id",
                "version",
                "creditCode",
                "type",
                "level",
                "registrarDivision",
                "status",
                "standing",
                "creditCodeOverride",
                "updatedAt",
                "colour"
            })
    void refusesWhatIsNotTheCallersToSay(String member) {
        String id = anOrganization(code, "REGISTERED");
        patch(id, "{\"" + member + "\":\"1\"}").spec(problemAt(400, "request-malformed", "#/" + member));
        patch(id, "{\"" + member + "\":null}").spec(problemAt(400, "request-malformed", "#/" + member));
        assertVersion(id, 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":null} | 400 | request-invalid | #/name",
                "{\"name\":\"两\\n行\"} | 400 | request-invalid | #/name",
                "{\"relatedParties\":[\"5311\"]} | 400 | request-invalid | #/relatedParties/0",
                "{\"relatedParties\":\"53110000500302806B\"} | 400 | request-malformed | #/relatedParties",
                "{\"relatedParties\":[\"531000005000074012\"]} | 422 | organization-credit-code-check-failed | #/relatedParties/0",
                "{\"description\":\"请致电 13800138000\"} | 422 | organization-personal-data | #/description",
                "\"name\" | 400 | request-malformed | #"
            })
    void isHeldToAllThatARegistrationIsHeldTo(String patch, int status, String slug, String pointer) {
        String id = anOrganization(code, "REGISTERED");
        patch(id, patch).spec(problemAt(status, slug, pointer));
        assertVersion(id, 1);
    }

    @Test
    void isNotItsOwnRelatedParty() {
        String id = anOrganization(code, "REGISTERED");
        patch(id, "{\"relatedParties\":[\"" + RELATED + "\",\"" + code + "\"]}")
                .spec(problemAt(422, "organization-related-to-itself", "#/relatedParties/1"));
    }

    @Test
    void keepsARelatedPartyThatWasAdmittedAlthoughItsCodeFails() {
        String registration = aRegistration(code, "531000005000074012")
                .replaceFirst("}$", ",\"creditCodeOverride\":{\"reason\":\"登记证书确为此代码\"}}");
        String id = register(Caller.LEADING_GROUP.calls(code), registration)
                .statusCode(201)
                .extract()
                .path("id");
        patch(id, "{\"relatedParties\":[\"531000005000074012\",\"" + RELATED + "\"]}")
                .statusCode(200);
    }

    @Test
    void keepsWhatItsRegistrarConfirmed() {
        String id = anOrganization(code, "VERIFIED");
        patch(id, "{\"name\":\"样例张家口白桦教育基金会0001号\"}").spec(problemAt(403, "organization-name-confirmed", "#/name"));
        patch(id, "{\"relatedParties\":[]}")
                .spec(problemAt(403, "organization-related-party-confirmed", "#/relatedParties"));
        patch(id, "{\"description\":\"支持山区小学。\"}").statusCode(200);

        patch(Caller.REGISTRAR.calls(code), id, "{\"name\":\"样例张家口白桦教育基金会0001号\",\"relatedParties\":[]}")
                .statusCode(200)
                .body("name", equalTo("样例张家口白桦教育基金会0001号"))
                .body("relatedParties", hasSize(0));
    }

    @Test
    void isNotChangedAfterItsEnd() {
        String id = anOrganization(code, "DEREGISTERED");
        patch(id, "{\"description\":\"支持山区小学。\"}").spec(problem(409, "organization-deregistered"));
    }

    @Test
    void mindsTheVersionThatWasRead() {
        String id = anOrganization(code, "REGISTERED");
        String description = "{\"description\":\"支持山区小学。\"}";
        patch(Caller.ITSELF.signed(code), id, description).spec(problem(428, "precondition-required"));
        patch(Caller.ITSELF.signed(code).header("If-Match", "\"2\""), id, description)
                .spec(problem(412, "precondition-failed"))
                .header("ETag", "\"1\"");
        patch(Caller.ITSELF.signed(code).header("If-Match", "\"1-public\""), id, description)
                .statusCode(200);
        patch(Caller.ITSELF.signed(code).header("If-Match", "\"1\""), id, description)
                .spec(problem(412, "precondition-failed"));
    }

    @Test
    void isNotSentAgainToWhoHasIt() {
        String id = anOrganization(code, "REGISTERED");
        String seen = given().get("/organizations/" + id).header("ETag");
        assertThat(seen).isEqualTo("\"1-public\"");
        given().header("If-None-Match", seen).get("/organizations/" + id).then().statusCode(304);
        // The organization itself sees more under the same version.
        Caller.ITSELF
                .signed(code)
                .header("If-None-Match", seen)
                .get("/organizations/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        patch(id, "{\"description\":\"支持山区小学。\"}").statusCode(200);
        given().header("If-None-Match", seen).get("/organizations/" + id).then().statusCode(200);
    }

    @ParameterizedTest
    @EnumSource(Caller.class)
    void isChangedByItselfByWhoActsForItAndByItsRegistrar(Caller caller) {
        String id = anOrganization(code, "REGISTERED");
        ValidatableResponse answer = patch(caller.calls(code), id, "{\"description\":\"支持山区小学。\"}");
        if (caller.acts() || caller.isItsOffice()) {
            answer.statusCode(200).body("version", equalTo(2));
        } else {
            caller.assertRefused(answer);
            assertVersion(id, 1);
        }
    }

    @Test
    void saysThatThereIsNone() {
        patch(UUID.randomUUID().toString(), "{}").spec(problem(404, "organization-not-found"));
    }

    @Test
    void announcesEachChangeOnce() {
        String id = anOrganization(code, "REGISTERED");
        for (int i = 0; i < 2; i++) {
            patch(id, "{\"description\":\"支持山区小学。\"}").statusCode(200).body("version", equalTo(2));
        }
        OfficeAct.VERIFY.send(Caller.REGISTRAR.calls(code), id).then().statusCode(200);

        try (TopicReader topic = TopicReader.of("duijie.organization")) {
            List<Announced> announced = topic.await(UUID.fromString(id), 3);
            assertThat(announced)
                    .extracting(Announced::type)
                    .containsExactly(
                            "org.duijie.organization.registered.v1",
                            "org.duijie.organization.amended.v1",
                            "org.duijie.organization.verified.v1");
            EventContract contract = EventContract.of(Path.of("contract"));
            announced.forEach(event -> contract.check("organization", event.json()));
        }
    }

    private static void assertVersion(String id, int version) {
        given().get("/organizations/" + id).then().statusCode(200).body("version", equalTo(version));
    }

    private ValidatableResponse patch(String id, String patch) {
        return patch(Caller.ITSELF.calls(code), id, patch);
    }

    /** In bytes, because the client encodes text of a type that it does not know in a way of its own. */
    private static ValidatableResponse patch(RequestSpecification caller, String id, String patch) {
        return caller.contentType(PATCH)
                .body(patch.getBytes(UTF_8))
                .patch("/organizations/" + id)
                .then();
    }
}
