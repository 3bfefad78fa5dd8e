package org.duijie.organization.offer;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.duijie.chassis.testing.Problem.problem;
import static org.duijie.chassis.testing.Problem.problemAt;
import static org.duijie.organization.offer.OfferBody.anOffer;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.duijie.chassis.testing.EventContract;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.Tokens;
import org.duijie.chassis.testing.TopicReader;
import org.duijie.chassis.testing.TopicReader.Announced;
import org.duijie.chassis.time.BusinessDay;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Changing an open offer in part: what a merge patch says, what it leaves, and who minds which version. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class OfferAmendmentApiTest {

    private static final String PATCH = "application/merge-patch+json";

    private final BusinessDay day;
    private Giver giver;
    private String id;

    @Inject
    OfferAmendmentApiTest(BusinessDay day) {
        this.day = day;
    }

    @BeforeEach
    void openAnOffer() {
        giver = Giver.verified();
        id = giver.opens(anOffer(giver.id(), day.today()));
    }

    @Test
    void changesWhatIsNamedAndKeepsTheRest() {
        patch("{\"title\":\" 山区小学图书 \",\"divisions\":[\"130722\"],\"largestCommitment\":{\"amount\":\"45000\"}}")
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("version", equalTo(2))
                .body("title", equalTo("山区小学图书"))
                .body("divisions", contains("130722"))
                .body("largestCommitment", equalTo(OfferBody.yuan("45000.00")))
                .body("fields", contains("EDUCATION"))
                .body("items", hasSize(2))
                .body("smallestCommitment", equalTo(OfferBody.yuan("10000.00")));
        given().get("/offers/" + id).then().body("title", equalTo("山区小学图书"));
    }

    @Test
    void takesAwayWhatIsNull() {
        patch("{\"fields\":null,\"excludedDivisions\":null}")
                .statusCode(200)
                .body("fields", hasSize(0))
                .body("excludedDivisions", hasSize(0))
                .body("divisions", contains("130000"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "organizationId",
                "title",
                "summary",
                "items",
                "smallestCommitment",
                "largestCommitment",
                "validFrom",
                "validUntil"
            })
    void doesNotTakeAwayWhatItNeeds(String member) {
        patch("{\"" + member + "\":null}").spec(problemAt(400, "request-invalid", "#/" + member));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"id", "version", "creditCode", "status", "value", "createdAt", "withdrawalReason", "colour"})
    void refusesWhatIsNotTheCallersToSay(String member) {
        patch("{\"" + member + "\":\"1\"}").spec(problemAt(400, "request-malformed", "#/" + member));
        patch("{\"" + member + "\":null}").spec(problemAt(400, "request-malformed", "#/" + member));
        assertUnchanged();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"title\":\" \"} | 400 | request-invalid | #/title",
                "{\"divisions\":[\"1307\"]} | 400 | request-invalid | #/divisions/0",
                "{\"validUntil\":\"2000-01-01\"} | 422 | offer-contradictory | #/validUntil",
                "{\"smallestCommitment\":{\"amount\":\"60000\"}} | 422 | offer-contradictory | #/smallestCommitment/amount",
                "{\"summary\":\"请致电 13800138000\"} | 422 | offer-personal-data | #/summary",
                "{\"organizationId\":\"01890a5d-ac96-774b-bcce-b302099a8057\"} | 422 | offer-organization-fixed | #/organizationId",
                "[] | 400 | request-malformed | #"
            })
    void isHeldToAllThatAWholeOfferIsHeldTo(String patch, int status, String slug, String pointer) {
        patch(patch).spec(problemAt(status, slug, pointer));
        assertUnchanged();
    }

    @Test
    void changesNothingWhereTheSameIsSaidAgain() {
        patch("{\"title\":\"山区小学图书与教师培训\",\"largestCommitment\":{\"amount\":\"50000\"}}")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("version", equalTo(1));
        patch("{}").statusCode(200).body("version", equalTo(1));
    }

    @Test
    void mindsTheVersionThatWasRead() {
        String title = "{\"title\":\"山区小学图书\"}";
        patch(caller(), title).spec(problem(428, "precondition-required"));
        patch(caller().header("If-Match", "\"2\""), title)
                .spec(problem(412, "precondition-failed"))
                .header("ETag", "\"1\"");
        patch(caller().header("If-Match", "W/\"1\""), title).spec(problem(412, "precondition-failed"));
        patch(caller().header("If-Match", "\"1\""), title).statusCode(200).body("version", equalTo(2));
        patch(caller().header("If-Match", "\"1\""), title).spec(problem(412, "precondition-failed"));
    }

    @Test
    void isNotSentAgainToWhoHasIt() {
        String tag = given().get("/offers/" + id).then().extract().header("ETag");
        assertThat(given().header("If-None-Match", tag)
                        .get("/offers/" + id)
                        .then()
                        .statusCode(304)
                        .header("ETag", tag)
                        .extract()
                        .asString())
                .isEmpty();
        patch("{\"title\":\"山区小学图书\"}").statusCode(200);
        given().header("If-None-Match", tag).get("/offers/" + id).then().statusCode(200);
    }

    @Test
    void isNotChangedAfterItsEnd() {
        giver.withdraws(id).statusCode(200);
        patch("{\"title\":\"山区小学图书\"}").spec(problem(409, "offer-not-open"));
    }

    @Test
    void isNotChangedWhileItsOrganizationIsSuspended() {
        giver.office("suspension");
        patch("{\"title\":\"山区小学图书\"}").spec(problem(409, "offer-organization-not-verified"));
    }

    @ParameterizedTest
    @EnumSource(Caller.class)
    void isChangedByItsOrganizationAndByWhoActsForIt(Caller caller) {
        ValidatableResponse answer = patch(caller.calls(giver.creditCode()), "{\"title\":\"山区小学图书\"}");
        if (caller.acts()) {
            answer.statusCode(200).body("version", equalTo(2));
        } else {
            caller.assertRefused(answer);
            assertUnchanged();
        }
    }

    @Test
    void isNotThereForThoseWhoMayNotSeeIt() {
        patch(
                        Caller.ITS_ORGANIZATION.calls(giver.creditCode()),
                        UUID.randomUUID().toString(),
                        "{}")
                .spec(problem(404, "offer-not-found"));
        giver.withdraws(id).statusCode(200);
        patch(Caller.OTHER_ORGANIZATION.calls(giver.creditCode()), "{}").spec(problem(404, "offer-not-found"));
    }

    @Test
    void saysWhichFormAPatchHas() {
        Caller.ITS_ORGANIZATION
                .calls(giver.creditCode())
                .body("{}")
                .patch("/offers/" + id)
                .then()
                .spec(problem(415, "request-unsupported-media-type"))
                .header("Accept-Patch", PATCH);
    }

    @Test
    void isDoneOnceUnderOneKey() {
        String key = "\"" + UUID.randomUUID() + "\"";
        for (int i = 0; i < 2; i++) {
            RequestSpecification again = given().auth()
                    .oauth2(Tokens.organization(giver.creditCode()))
                    .header("Idempotency-Key", key)
                    .header("If-Match", "\"1\"");
            patch(again, "{\"title\":\"山区小学图书\"}").statusCode(200).body("version", equalTo(2));
        }
    }

    @Test
    void announcesEachChangeOnce() {
        patch("{\"title\":\"山区小学图书\"}").statusCode(200);
        patch("{\"title\":\"山区小学图书\"}").statusCode(200);
        giver.withdraws(id).statusCode(200);

        try (TopicReader topic = TopicReader.of("duijie.offer")) {
            List<Announced> announced = topic.await(UUID.fromString(id), 3);
            assertThat(announced)
                    .extracting(Announced::type)
                    .containsExactly(
                            "org.duijie.offer.opened.v1",
                            "org.duijie.offer.amended.v1",
                            "org.duijie.offer.withdrawn.v1");
            assertThat(announced.get(1).json()).contains("\"山区小学图书\"").contains("\"version\":2");
            EventContract contract = EventContract.of(Path.of("contract"));
            announced.forEach(event -> contract.check("offer", event.json()));
        }
    }

    private void assertUnchanged() {
        given().get("/offers/" + id)
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("createdAt", notNullValue());
    }

    private RequestSpecification caller() {
        return Caller.ITS_ORGANIZATION.signed(giver.creditCode());
    }

    private ValidatableResponse patch(String patch) {
        return patch(Caller.ITS_ORGANIZATION.calls(giver.creditCode()), patch);
    }

    private ValidatableResponse patch(RequestSpecification caller, String patch) {
        return patch(caller, id, patch);
    }

    /** In bytes, because the client encodes text of a type that it does not know in a way of its own. */
    private static ValidatableResponse patch(RequestSpecification caller, String id, String patch) {
        return caller.contentType(PATCH)
                .body(patch.getBytes(UTF_8))
                .patch("/offers/" + id)
                .then();
    }
}
