package org.duijie.matching.exposure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.duijie.chassis.testing.Problem.problem;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.Tokens;
import org.duijie.matching.replica.FactMother;
import org.duijie.matching.testing.FactPublisher;
import org.duijie.matching.testing.Scene;
import org.junit.jupiter.api.Test;

/** Attention over HTTP: measured, shown, and told to whom it touches. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class AttentionApiTest {

    private final Scene scene = new Scene();
    private final String county = "13" + (1000 + Math.floorMod(scene.needId.hashCode(), 8999));
    private final FactPublisher publisher;

    @Inject
    AttentionApiTest(FactPublisher publisher) {
        this.publisher = publisher;
    }

    @Test
    void aMeasurementIsShownWeighedAndToldWithItsReason() {
        publisher.publish("defined", FactMother.aDivision(county, "NATIONAL", null, false));
        publisher.publish("verified", scene.organization(o -> {}));
        publisher.publish("opened", scene.offer(o -> {}));
        publisher.publish("published", scene.need(need -> need.divisionCode = county));
        String subscription = subscribe();
        int before = attention().getInt("edition");

        given().auth()
                .oauth2(Tokens.leadingGroup())
                .post("/attention/measurements")
                .then()
                .statusCode(202)
                .header("Location", "/attention");
        await().atMost(Duration.ofSeconds(30)).until(() -> attention().getInt("edition") > before);

        JsonPath measured = attention();
        int edition = measured.getInt("edition");
        assertThat(measured.getString("gini")).matches("[01]\\.\\d{6}");
        assertThat(measured.getString("giniWithoutLift")).matches("[01]\\.\\d{6}");
        assertThat(measured.getInt("offers")).isPositive();
        Map<String, Object> own = measured.getMap("counties.find { it.divisionCode == '" + county + "' }");
        assertThat(own)
                .containsEntry("divisionName", "县" + county)
                .containsEntry("needs", 1)
                .containsKeys("shareOfNeed", "shareOfExposure", "shareOfExposureNow", "lack");

        given().auth()
                .oauth2(Tokens.organization(scene.creditCode))
                .get("/explanations?need={need}&offer={offer}", scene.needId, scene.offerId)
                .then()
                .statusCode(200)
                .body("factors.find { it.factor == 'ATTENTION' }.present", equalTo(true))
                .body("factors.find { it.factor == 'ATTENTION' }.value", equalTo(own.get("lack")))
                .body("versions.attention", equalTo(edition));

        // Whatever comes next finds that another edition holds; it is told after that.
        publisher.publish("verified", new Scene().organization(o -> {}));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> given().auth()
                .oauth2(Tokens.organization(scene.creditCode))
                .get("/subscriptions/{id}/events", subscription)
                .then()
                .statusCode(200)
                .body("items.reason.code", hasItem("ATTENTION_CHANGED"))
                .body("items.find { it.reason.code == 'ATTENTION_CHANGED' }.type", equalTo("MATCH_CHANGED"))
                .body(
                        "items.find { it.reason.code == 'ATTENTION_CHANGED' }.reason.zh",
                        matchesPattern("各县所获关注已重新测量（.*")));
        given().get("/q/metrics").then().statusCode(200).body(containsString("duijie_attention_gini"));
    }

    @Test
    void isReadByAllAndMeasuredByTheLeadingGroupOnly() {
        given().get("/attention").then().statusCode(200);
        given().post("/attention/measurements").then().spec(problem(401, "access-unauthenticated"));
        given().auth()
                .oauth2(Tokens.supervisor())
                .post("/attention/measurements")
                .then()
                .spec(problem(403, "access-forbidden"));
    }

    private static JsonPath attention() {
        return given().get("/attention").then().statusCode(200).extract().jsonPath();
    }

    private String subscribe() {
        return given().auth()
                .oauth2(Tokens.organization(scene.creditCode))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("organization", scene.creditCode, "name", "试订阅"))
                .post("/subscriptions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
