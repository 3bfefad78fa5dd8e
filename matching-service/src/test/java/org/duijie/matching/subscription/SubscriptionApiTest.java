package org.duijie.matching.subscription;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.duijie.chassis.testing.Problem.problem;
import static org.duijie.chassis.testing.Problem.problemAt;
import static org.duijie.chassis.testing.Tokens.countyBureau;
import static org.duijie.chassis.testing.Tokens.leadingGroup;
import static org.duijie.chassis.testing.Tokens.organization;
import static org.duijie.chassis.testing.Tokens.partnerPlatform;
import static org.duijie.chassis.testing.Tokens.superiorOffice;
import static org.duijie.chassis.testing.Tokens.supervisor;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.matching.testing.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Subscriptions over HTTP: what is taken, what is refused, and whose they are. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class SubscriptionApiTest {

    private static final String STRANGER = "51110105MJ0000000A";

    private final String creditCode = new Scene().creditCode;

    @Test
    void keepsWhatWasAskedFor() {
        String location = post(
                        organization(creditCode),
                        Map.of(
                                "organization", creditCode,
                                "name", "张家口教育需求",
                                "fields", List.of("EDUCATION", "EDUCATION"),
                                "divisions", List.of("130700"),
                                "modes", List.of("CAPACITY_BUILDING"),
                                "categories", List.of("DEVELOPMENT"),
                                "minimumScore", "0.3"))
                .statusCode(201)
                .extract()
                .header("Location");

        as(organization(creditCode))
                .get(URI.create(location).getPath())
                .then()
                .statusCode(200)
                .body("organization", equalTo(creditCode))
                .body("name", equalTo("张家口教育需求"))
                .body("fields", contains("EDUCATION"))
                .body("divisions", contains("130700"))
                .body("minimumScore", equalTo("0.300000"))
                .body("last", equalTo(0))
                .body("createdAt", notNullValue());
    }

    @Test
    void wantsEverythingUnlessToldOtherwise() {
        post(organization(creditCode), Map.of("organization", creditCode, "name", "全部"))
                .statusCode(201)
                .body("fields", empty())
                .body("divisions", empty())
                .body("minimumScore", equalTo("0.000000"));
    }

    @ParameterizedTest
    @CsvSource({
        "organization, 123, #/organization",
        "name, '', #/name",
        "name, 联系 １３８ ０１２３ ４５６７, #/name",
        "name, 联系 11010519491231002X, #/name",
        "minimumScore, 1.5, #/minimumScore",
        "minimumScore, .3, #/minimumScore",
        "minimumScore, 0.1234567, #/minimumScore"
    })
    void refusesWhatIsNotInOrder(String member, String value, String pointer) {
        Map<String, Object> body = new HashMap<>(Map.of("organization", creditCode, "name", "全部"));
        body.put(member, value);
        post(leadingGroup(), body).spec(problemAt(400, "request-invalid", pointer));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        post(leadingGroup(), Map.of("organization", creditCode, "name", "全部", "divisions", List.of("张北")))
                .spec(problemAt(400, "request-invalid", "#/divisions/0"));
        post(leadingGroup(), Map.of("organization", creditCode, "name", "全部", "fields", List.of("MAGIC")))
                .spec(problem(400, "request-malformed"));
        post(leadingGroup(), Map.of("organization", creditCode, "name", "全部", "owner", "me"))
                .spec(problem(400, "request-malformed"));
        post(leadingGroup(), Map.of("name", "全部")).spec(problemAt(400, "request-invalid", "#/organization"));
    }

    @Test
    void onlyWhoActsForTheOrganizationSubscribesForIt() {
        Map<String, Object> body = Map.of("organization", creditCode, "name", "全部");
        post(organization(creditCode), body).statusCode(201);
        post(partnerPlatform(List.of(), List.of(creditCode)), body).statusCode(201);
        post(leadingGroup(), body).statusCode(201);
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/subscriptions")
                .then()
                .spec(problem(401, "access-unauthenticated"));
        for (String token : List.of(
                organization(STRANGER),
                partnerPlatform(List.of("130722"), List.of(STRANGER)),
                countyBureau("130722"),
                superiorOffice("130000"),
                supervisor())) {
            post(token, body).spec(problem(403, "access-forbidden"));
        }
    }

    @Test
    void anOrganizationHasAHundredAtTheMost() {
        UUID one = subscribe();
        for (int i = 1; i < 100; i++) {
            subscribe();
        }
        Map<String, Object> body = Map.of("organization", creditCode, "name", "第一百零一个");
        post(organization(creditCode), body).spec(problem(409, "subscription-too-many"));

        as(organization(creditCode))
                .header("If-Match", "*")
                .delete("/subscriptions/{id}", one)
                .then()
                .statusCode(204);
        post(organization(creditCode), body).statusCode(201);
    }

    @Test
    void aSubscriptionIsHiddenFromOthers() {
        UUID id = subscribe();
        for (String path : List.of("/subscriptions/" + id, "/subscriptions/" + id + "/events")) {
            for (String token : List.of(
                    organization(creditCode),
                    partnerPlatform(List.of(), List.of(creditCode)),
                    leadingGroup(),
                    supervisor())) {
                as(token).get(path).then().statusCode(200);
            }
            as(organization(STRANGER)).get(path).then().spec(problem(404, "subscription-not-found"));
            as(countyBureau("130722")).get(path).then().spec(problem(403, "access-forbidden"));
            given().get(path).then().spec(problem(401, "access-unauthenticated"));
        }
        as(organization(STRANGER))
                .accept("text/event-stream")
                .get("/subscriptions/{id}/events", id)
                .then()
                .spec(problem(404, "subscription-not-found"));
        given().accept("text/event-stream")
                .get("/subscriptions/{id}/events", id)
                .then()
                .spec(problem(401, "access-unauthenticated"));
    }

    @Test
    void onlyItsOwnEndIt() {
        UUID id = subscribe();
        as(organization(STRANGER))
                .header("If-Match", "*")
                .delete("/subscriptions/{id}", id)
                .then()
                .spec(problem(404, "subscription-not-found"));
        as(supervisor())
                .header("If-Match", "*")
                .delete("/subscriptions/{id}", id)
                .then()
                .spec(problem(403, "access-forbidden"));
        as(countyBureau("130722"))
                .header("If-Match", "*")
                .delete("/subscriptions/{id}", id)
                .then()
                .spec(problem(403, "access-forbidden"));
        given().delete("/subscriptions/{id}", id).then().spec(problem(401, "access-unauthenticated"));

        as(organization(creditCode))
                .header("If-Match", "*")
                .delete("/subscriptions/{id}", id)
                .then()
                .statusCode(204);
        as(organization(creditCode)).get("/subscriptions/{id}", id).then().spec(problem(404, "subscription-not-found"));
        as(organization(creditCode))
                .header("If-Match", "*")
                .delete("/subscriptions/{id}", id)
                .then()
                .spec(problem(404, "subscription-not-found"));
    }

    @Test
    void theSupervisorReadsWhoBeganChangedAndEndedIt() {
        UUID id = subscribe();
        patch(id, "*", "{\"name\":\"卫生需求\"}").statusCode(200);
        patch(id, "*", "{\"name\":\"卫生需求\"}").statusCode(200);
        as(partnerPlatform(List.of(), List.of(creditCode)))
                .header("If-Match", "*")
                .delete("/subscriptions/{id}", id)
                .then()
                .statusCode(204);

        as(supervisor())
                .queryParam("subject", id)
                .get("/audit-records")
                .then()
                .statusCode(200)
                .body("items.action", contains("subscription.ended", "subscription.changed", "subscription.began"))
                .body("items[0].onBehalfOf", equalTo(creditCode))
                .body("items[1].actor", equalTo("organization-" + creditCode))
                .body("items[1].onBehalfOf", nullValue());
    }

    @Test
    void everyoneListsTheirOwn() {
        UUID one = subscribe();
        UUID other = subscribe();

        as(organization(creditCode))
                .get("/subscriptions")
                .then()
                .statusCode(200)
                .body("items.id", contains(one.toString(), other.toString()));
        String cursor = as(organization(creditCode))
                .get("/subscriptions?limit=1")
                .then()
                .body("items.id", contains(one.toString()))
                .extract()
                .path("nextCursor");
        as(organization(creditCode))
                .get("/subscriptions?limit=1&cursor={cursor}", cursor)
                .then()
                .body("items.id", contains(other.toString()));
        as(organization(STRANGER)).get("/subscriptions").then().statusCode(200).body("items", empty());
        // The supervisor sees all; there may be more than one page of them.
        as(supervisor()).get("/subscriptions").then().statusCode(200).body("items", not(empty()));
        as(supervisor()).get("/subscriptions/{id}", one).then().statusCode(200);
        as(countyBureau("130722")).get("/subscriptions").then().spec(problem(403, "access-forbidden"));
        given().get("/subscriptions").then().spec(problem(401, "access-unauthenticated"));
    }

    @Test
    void isChangedInPart() {
        UUID id = subscribe();
        patch(id, "\"1\"", "{\"name\":\"卫生需求\",\"fields\":[\"HEALTH\"],\"minimumScore\":\"0.5\"}")
                .statusCode(200)
                .header("ETag", "\"2-a\"")
                .body("name", equalTo("卫生需求"))
                .body("fields", contains("HEALTH"))
                .body("minimumScore", equalTo("0.500000"))
                .body("version", equalTo(2));
        patch(id, "\"2-a\"", "{\"name\":\"卫生需求\",\"minimumScore\":null}")
                .statusCode(200)
                .body("fields", contains("HEALTH"))
                .body("minimumScore", equalTo("0.000000"))
                .body("version", equalTo(3));
        // What changes nothing is no change.
        patch(id, "\"3\"", "{\"name\":\"卫生需求\"}").statusCode(200).body("version", equalTo(3));
    }

    @Test
    void isChangedAndEndedByThoseOnlyWhoKnowItsVersion() {
        UUID id = subscribe();
        String change = "{\"name\":\"另一个\"}";
        given().auth()
                .oauth2(organization(creditCode))
                .contentType("application/merge-patch+json")
                .body(change.getBytes(StandardCharsets.UTF_8))
                .patch("/subscriptions/{id}", id)
                .then()
                .spec(problem(428, "precondition-required"));
        patch(id, "\"7\"", change).spec(problem(412, "precondition-failed")).header("ETag", "\"1\"");
        as(organization(creditCode))
                .delete("/subscriptions/{id}", id)
                .then()
                .spec(problem(428, "precondition-required"));
        as(organization(creditCode))
                .header("If-None-Match", "\"1-a\"")
                .get("/subscriptions/{id}", id)
                .then()
                .statusCode(304);
    }

    @Test
    void staysWithItsOrganizationAndItsRules() {
        UUID id = subscribe();
        patch(id, "*", "{\"organization\":\"" + STRANGER + "\"}")
                .spec(problemAt(400, "request-invalid", "#/organization"));
        patch(id, "*", "{\"name\":null}").spec(problemAt(400, "request-invalid", "#/name"));
        patch(id, "*", "{\"name\":\"联系 13801234567\"}").spec(problemAt(400, "request-invalid", "#/name"));
        patch(id, "*", "{\"last\":0}").spec(problem(400, "request-malformed"));
        patch(id, "*", "{\"last\":null}").spec(problem(400, "request-malformed"));
        as(organization(creditCode))
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body("{}")
                .patch("/subscriptions/{id}", id)
                .then()
                .spec(problem(415, "request-unsupported-media-type"))
                .header("Accept-Patch", equalTo("application/merge-patch+json"));
    }

    @Test
    void aSubscriptionSentAgainIsMadeOnce() {
        Map<String, Object> body = Map.of("organization", creditCode, "name", "全部");
        String key = UUID.randomUUID().toString();
        List<String> ids = Stream.of(1, 2)
                .map(time -> as(organization(creditCode))
                        .contentType(ContentType.JSON)
                        .header("Idempotency-Key", key)
                        .body(body)
                        .post("/subscriptions")
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("id"))
                .toList();

        assertThat(ids.get(1)).isEqualTo(ids.get(0));
        as(organization(creditCode)).get("/subscriptions").then().body("items.id", contains(ids.get(0)));
        as(organization(creditCode))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/subscriptions")
                .then()
                .spec(problem(400, "idempotency-key-missing"));
    }

    private ValidatableResponse patch(UUID id, String version, String change) {
        return as(organization(creditCode))
                .contentType("application/merge-patch+json")
                .header("If-Match", version)
                .body(change.getBytes(StandardCharsets.UTF_8))
                .patch("/subscriptions/{id}", id)
                .then();
    }

    @Test
    void readsEventsWithinBounds() {
        UUID id = subscribe();
        as(organization(creditCode))
                .get("/subscriptions/{id}/events?after=0&limit=10", id)
                .then()
                .statusCode(200)
                .body("items", empty())
                .body("last", equalTo(0));
        as(organization(creditCode))
                .get("/subscriptions/{id}/events?after=-1", id)
                .then()
                .spec(problemAt(400, "request-invalid", "?after"));
        as(organization(creditCode))
                .get("/subscriptions/{id}/events?limit=201", id)
                .then()
                .spec(problemAt(400, "request-invalid", "?limit"));
        as(organization(creditCode))
                .get("/subscriptions/{id}/events?after=first", id)
                .then()
                .spec(problem(400, "request-invalid"));
        as(organization(creditCode))
                .accept("text/event-stream")
                .header("Last-Event-ID", "the last")
                .get("/subscriptions/{id}/events", id)
                .then()
                .spec(problem(400, "request-invalid"));
    }

    private UUID subscribe() {
        String id = post(organization(creditCode), Map.of("organization", creditCode, "name", "全部"))
                .statusCode(201)
                .extract()
                .path("id");
        return UUID.fromString(id);
    }

    private static ValidatableResponse post(String token, Map<String, ?> body) {
        return as(token)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(body)
                .post("/subscriptions")
                .then();
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }
}
