package org.duijie.matching.policy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.duijie.chassis.testing.Problem.problem;
import static org.duijie.chassis.testing.Problem.problemAt;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.TestClock;
import org.duijie.chassis.testing.Tokens;
import org.duijie.matching.replica.FactMother;
import org.duijie.matching.testing.FactPublisher;
import org.duijie.matching.testing.Scene;
import org.junit.jupiter.api.Test;

/** A policy from its proposal over its rehearsal to the moment at which it takes force. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class PolicyApiTest {

    private static final String REASON = "让近处的组织排得更前。";

    private final Scene scene = new Scene();
    private final FactPublisher publisher;
    private final PolicyService policies;
    private final TestClock clock;

    @Inject
    PolicyApiTest(FactPublisher publisher, PolicyService policies, TestClock clock) {
        this.publisher = publisher;
        this.policies = policies;
        this.clock = clock;
    }

    @Test
    void isKeptAsItWasProposedWithWhoDidAndWhy() {
        int version = propose(inDays(30));

        given().get("/policies/{version}", version)
                .then()
                .statusCode(200)
                .body("status", equalTo("PROPOSED"))
                .body("reason", equalTo(REASON))
                .body("proposedAt", notNullValue())
                .body("proposedBy", nullValue())
                .body("weights.find { it.factor == 'NEARNESS' }.weight", equalTo(20))
                .body("weights.find { it.factor == 'RECORD' }.weight", equalTo(0));
        given().auth()
                .oauth2(Tokens.supervisor())
                .get("/policies/{version}", version)
                .then()
                .body("proposedBy", equalTo("leading-group"));
        given().auth()
                .oauth2(Tokens.countyBureau("130722"))
                .get("/policies?limit=200")
                .then()
                .statusCode(200)
                .body("items.version", hasItem(1))
                .body("items.proposedBy", not(hasItem("leading-group")));
        given().get("/policies/current").then().body("version", equalTo(1)).body("status", equalTo("IN_FORCE"));
    }

    @Test
    void refusesWhatCouldNotTakeForce() {
        post(Tokens.leadingGroup(), body(Instant.now().minusSeconds(60), Map.of("NEARNESS", 1)))
                .spec(problemAt(400, "request-invalid", "#/inForceFrom"));
        post(Tokens.leadingGroup(), body(inDays(400), Map.of("NEARNESS", 1)))
                .spec(problemAt(400, "request-invalid", "#/inForceFrom"));
        post(Tokens.leadingGroup(), body(inDays(1), Map.of("NEARNESS", 0)))
                .spec(problemAt(400, "request-invalid", "#/weights"));
        post(Tokens.leadingGroup(), body(inDays(1), Map.of("NEARNESS", 1001)))
                .spec(problemAt(400, "request-invalid", "#/weights/0/weight"));
        post(Tokens.leadingGroup(), body(inDays(1), Map.of("BEAUTY", 1))).spec(problem(400, "request-malformed"));
        Map<String, Object> twice = body(inDays(1), Map.of("NEARNESS", 1));
        twice.put("weights", List.of(Map.of("factor", "RECORD", "weight", 1), Map.of("factor", "RECORD", "weight", 2)));
        post(Tokens.leadingGroup(), twice).spec(problemAt(400, "request-invalid", "#/weights/1/factor"));
        Map<String, Object> personal = body(inDays(1), Map.of("NEARNESS", 1));
        personal.put("reason", "联系 13801234567");
        post(Tokens.leadingGroup(), personal).spec(problemAt(400, "request-invalid", "#/reason"));
        post(Tokens.supervisor(), body(inDays(1), Map.of("NEARNESS", 1))).spec(problem(403, "access-forbidden"));
    }

    @Test
    void isRehearsedBeforeItTakesForce() {
        publisher.publish("defined", FactMother.zhangbei());
        publisher.publish("verified", scene.organization(o -> {}));
        publisher.publish("opened", scene.offer(o -> {}));
        publisher.publish("published", scene.need(n -> {}));
        int version = propose(inDays(30));

        given().auth()
                .oauth2(Tokens.leadingGroup())
                .get("/policies/{version}/rehearsal", version)
                .then()
                .statusCode(200)
                .body("version", equalTo(version))
                .body("comparedWith", equalTo(1))
                .body("status", equalTo("DONE"))
                .body("outcome.giniBefore", notNullValue())
                .body("outcome.counties.divisionCode", hasItem("130722"))
                .body("outcome.levels.kind", hasItem("COUNTY"));

        String cursor = null;
        Map<String, Object> own = null;
        do {
            var page = given().auth()
                    .oauth2(Tokens.supervisor())
                    .queryParam("limit", 200)
                    .queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
                    .get("/policies/{version}/rehearsal/needs", version)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            own = page.getMap("items.find { it.need.id == '" + scene.needId + "' }");
            cursor = page.getString("nextCursor");
        } while (own == null && cursor != null);
        assertThat(own).isNotNull();
        assertThat((List<?>) own.get("offers")).hasSize(1);
        given().auth()
                .oauth2(Tokens.leadingGroup())
                .get("/policies/999999/rehearsal")
                .then()
                .spec(problem(404, "policy-not-found"));
        given().auth()
                .oauth2(Tokens.countyBureau("130722"))
                .get("/policies/{version}/rehearsal", version)
                .then()
                .spec(problem(403, "access-forbidden"));
    }

    @Test
    void takesForceByTheClockAndNotBefore() {
        // Later than any other test looks ahead.
        int version = propose(inDays(100));

        policies.load();
        assertThat(policies.current().version()).isEqualTo(1);
        clock.inDays(101, () -> {
            policies.load();
            assertThat(policies.current().version()).isEqualTo(version);
            given().get("/policies/1").then().body("status", equalTo("SUPERSEDED"));
        });
        policies.load();
        assertThat(policies.current().version()).isEqualTo(1);
        given().get("/policies/{version}", version).then().body("weights", hasSize(Factor.values().length));
    }

    private int propose(Instant inForceFrom) {
        return post(Tokens.leadingGroup(), body(inForceFrom, Map.of("NEARNESS", 20)))
                .statusCode(201)
                .extract()
                .path("version");
    }

    private static Instant inDays(int days) {
        return Instant.now().plus(Duration.ofDays(days)).truncatedTo(ChronoUnit.SECONDS);
    }

    private static Map<String, Object> body(Instant inForceFrom, Map<String, Integer> weights) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("inForceFrom", inForceFrom.toString());
        body.put("reason", REASON);
        body.put(
                "weights",
                weights.entrySet().stream()
                        .map(weight -> Map.of("factor", weight.getKey(), "weight", weight.getValue()))
                        .toList());
        return body;
    }

    private static ValidatableResponse post(String token, Map<String, Object> body) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(body)
                .post("/policies")
                .then();
    }
}
