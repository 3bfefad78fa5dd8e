package org.duijie.matching.subscription;

import static io.restassured.RestAssured.given;
import static org.duijie.chassis.testing.Tokens.organization;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.matching.testing.FactPublisher;
import org.duijie.matching.testing.Scene;
import org.junit.jupiter.api.Test;

/** What a subscription would bring is what it brings. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class SubscriptionPreviewApiTest {

    private final FactPublisher facts;
    private final Scene scene = new Scene();

    @Inject
    SubscriptionPreviewApiTest(FactPublisher facts) {
        this.facts = facts;
    }

    @Test
    void countsWhatTheSubscriptionIsToldFirst() {
        open();
        facts.publish("published", scene.need(need -> {}));

        int pairs = preview(Map.of())
                .statusCode(200)
                .body("never", empty())
                .extract()
                .path("pairs");

        String id = given().auth()
                .oauth2(organization(scene.creditCode))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", java.util.UUID.randomUUID())
                .body(Map.of("organization", scene.creditCode, "name", "全部"))
                .post("/subscriptions")
                .then()
                .statusCode(201)
                .body("last", equalTo(pairs))
                .extract()
                .path("id");
        given().auth()
                .oauth2(organization(scene.creditCode))
                .header("If-Match", "*")
                .delete("/subscriptions/{id}", id)
                .then()
                .statusCode(204);
    }

    @Test
    void saysThatItCanNeverMatchWithoutAnOffer() {
        facts.publish("verified", scene.organization(o -> {}));

        preview(Map.of())
                .statusCode(200)
                .body("pairs", equalTo(0))
                .body("never", hasSize(1))
                .body("never[0].en", containsString("no open offer"));
    }

    @Test
    void saysWhatOfItCanNeverMatch() {
        facts.publish("verified", scene.organization(o -> {}));
        facts.publish("opened", scene.offer(offer -> {
            offer.fields = List.of("EDUCATION");
            offer.divisions = List.of("130700");
            offer.modes = List.of("RELIEF");
        }));

        never(Map.of("fields", List.of("HEALTH")), "fields");
        never(Map.of("modes", List.of("CAPACITY_BUILDING")), "modes");
        never(Map.of("divisions", List.of("130600", "110000")), "divisions");
        for (Map<String, ?> possible : List.of(
                Map.of("fields", List.of("HEALTH", "EDUCATION")),
                Map.of("divisions", List.of("130000")),
                Map.of("divisions", List.of("130722")),
                Map.of("modes", List.of("RELIEF")))) {
            preview(possible).statusCode(200).body("never", empty());
        }
    }

    private void open() {
        facts.publish("verified", scene.organization(o -> {}));
        facts.publish("opened", scene.offer(offer -> {}));
    }

    private void never(Map<String, ?> asked, String why) {
        preview(asked)
                .statusCode(200)
                .body("pairs", equalTo(0))
                .body("never", hasSize(1))
                .body("never[0].en", containsString("none of the " + why));
    }

    private ValidatableResponse preview(Map<String, ?> asked) {
        Map<String, Object> body = new HashMap<>(asked);
        body.put("organization", scene.creditCode);
        body.put("name", "设想");
        return given().auth()
                .oauth2(organization(scene.creditCode))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/subscriptions/preview")
                .then();
    }
}
