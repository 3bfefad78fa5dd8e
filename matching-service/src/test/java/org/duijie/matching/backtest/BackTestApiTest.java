package org.duijie.matching.backtest;

import static io.restassured.RestAssured.given;
import static org.duijie.chassis.testing.Problem.problem;
import static org.duijie.chassis.testing.Problem.problemAt;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.Tokens;
import org.duijie.matching.replica.FactMother;
import org.duijie.matching.testing.FactPublisher;
import org.duijie.matching.testing.Scene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Back-tests over HTTP, on a history that is kept from events. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class BackTestApiTest {

    private static final String STRANGER = "51110105MJ0000000A";

    private final Scene scene = new Scene();
    private final String token = Tokens.organization(scene.creditCode);
    private final FactPublisher publisher;

    @Inject
    BackTestApiTest(FactPublisher publisher) {
        this.publisher = publisher;
    }

    @BeforeEach
    void anOrganizationOffers() {
        publisher.publish("defined", FactMother.zhangbei());
        publisher.publish("verified", scene.organization(o -> {}));
        publisher.publish("opened", scene.offer(o -> {}));
        publisher.publish("published", scene.need(n -> {}));
    }

    @Test
    void whatWasPublicOnceIsCountedEverAfter() {
        given().auth()
                .oauth2(token)
                .get("/back-tests/offers/{offer}", scene.offerId)
                .then()
                .statusCode(200)
                .body("matched", equalTo(1))
                .body("value.amount", equalTo("50000.00"))
                .body("examples.id", contains(scene.needId.toString()))
                .body("months.matched.sum()", equalTo(1))
                .body("months.size()", greaterThanOrEqualTo(12))
                .body("keptSince", notNullValue())
                .body("complete", equalTo(false))
                .body("offers", equalTo(1));

        publisher.publish("withdrawn", scene.need(need -> {
            need.version = 2;
            need.status = "WITHDRAWN";
        }));
        given().auth()
                .oauth2(token)
                .get("/back-tests/offers/{offer}?months=1", scene.offerId)
                .then()
                .statusCode(200)
                .body("matched", equalTo(1))
                .body("examples", empty());
    }

    @Test
    void anOfferIsTriedBeforeItIsOpened() {
        post("/back-tests/offers", token, offer(Map.of()))
                .statusCode(200)
                .body("matched", equalTo(1))
                .body("lost.criterion", hasItem("NO_COMMON_ITEM"));
        post("/back-tests/offers", token, offer(Map.of("fields", List.of("HEALTH"))))
                .statusCode(200)
                .body("matched", equalTo(0))
                .body("lost.find { it.criterion == 'FIELD_NOT_SERVED' }.count", equalTo(1))
                .body(
                        "lost.find { it.criterion == 'FIELD_NOT_SERVED' }.examples.id",
                        contains(scene.needId.toString()));
        given().auth()
                .oauth2(token)
                .get("/matches?offer={offer}", scene.offerId)
                .then()
                .body("items.size()", equalTo(1));
    }

    @Test
    void aSubscriptionIsTriedBeforeItIsMade() {
        post("/back-tests/subscriptions", token, Map.of("organization", scene.creditCode, "name", "全部"))
                .statusCode(200)
                .body("matched", equalTo(1));
        post(
                        "/back-tests/subscriptions",
                        token,
                        Map.of("organization", scene.creditCode, "name", "承德", "divisions", List.of("130800")))
                .statusCode(200)
                .body("matched", equalTo(0))
                .body("lost.find { it.criterion == 'DIVISION_NOT_WANTED' }.count", equalTo(1));
        given().auth().oauth2(token).get("/subscriptions").then().body("items", empty());
    }

    @Test
    void isForTheOrganizationItself() {
        given().auth()
                .oauth2(Tokens.organization(STRANGER))
                .get("/back-tests/offers/{offer}", scene.offerId)
                .then()
                .spec(problem(403, "access-forbidden"));
        post("/back-tests/offers", Tokens.organization(STRANGER), offer(Map.of()))
                .spec(problem(403, "access-forbidden"));
        post("/back-tests/offers", Tokens.leadingGroup(), offer(Map.of("organizationId", UUID.randomUUID())))
                .spec(problem(404, "match-organization-not-found"));
        given().auth()
                .oauth2(token)
                .get("/back-tests/offers/{offer}?months=25", scene.offerId)
                .then()
                .spec(problemAt(400, "request-invalid", "?months"));
        post("/back-tests/offers", token, offer(Map.of("items", List.of())))
                .spec(problemAt(400, "request-invalid", "#/items"));
    }

    private Map<String, Object> offer(Map<String, Object> change) {
        Map<String, Object> body = new HashMap<>();
        body.put("organizationId", scene.organizationId);
        body.put("title", "万册图书进乡村");
        body.put("summary", "捐赠课外读物。");
        body.put(
                "items",
                List.of(Map.of(
                        "kind", "GOODS",
                        "resourceCode", scene.resource,
                        "description", "图书",
                        "quantity", "2000",
                        "unit", "册",
                        "value", Map.of("amount", "50000.00", "currency", "CNY"))));
        body.put("fields", List.of("EDUCATION"));
        body.put("validFrom", "2030-01-01");
        body.put("validUntil", "2030-12-31");
        body.putAll(change);
        return body;
    }

    private static ValidatableResponse post(String path, String token, Map<String, ?> body) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }
}
