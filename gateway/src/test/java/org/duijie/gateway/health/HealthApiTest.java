package org.duijie.gateway.health;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.duijie.gateway.service.Service;
import org.duijie.gateway.testing.ServiceStub;
import org.duijie.gateway.testing.Suite;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Suite.class)
class HealthApiTest {

    private static final String HEALTH = "/q/health";

    @Test
    void isUpWhenEveryPartIs() {
        try (ServiceStub project = ServiceStub.of(Service.PROJECT).onJson(HEALTH, up());
                ServiceStub organization = ServiceStub.of(Service.ORGANIZATION).onJson(HEALTH, up());
                ServiceStub matching = ServiceStub.of(Service.MATCHING).onJson(HEALTH, up())) {
            given().get("/health")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("UP"))
                    .body("parts.name", contains("project-service", "organization-service", "matching-service"))
                    .body("parts.status", contains("UP", "UP", "UP"));
        }
    }

    @Test
    void saysWhichPartIsDownAndWhatFailsInIt() {
        JsonObject brokerGone = new JsonObject()
                .put("status", "DOWN")
                .put(
                        "checks",
                        new JsonArray()
                                .add(new JsonObject().put("name", "Database").put("status", "UP"))
                                .add(new JsonObject().put("name", "Kafka").put("status", "DOWN")));
        try (ServiceStub project = ServiceStub.of(Service.PROJECT).onJson(HEALTH, up());
                ServiceStub matching = ServiceStub.of(Service.MATCHING).on(HEALTH, request -> request.response()
                        .setStatusCode(503)
                        .putHeader("Content-Type", "application/json")
                        .end(brokerGone.encode()))) {
            given().get("/health")
                    .then()
                    .statusCode(503)
                    .contentType("application/json")
                    .body("status", equalTo("DEGRADED"))
                    .body("parts.find { it.name == 'project-service' }.failing", hasSize(0))
                    .body("parts.find { it.name == 'organization-service' }.failing", contains("unreachable"))
                    .body("parts.find { it.name == 'matching-service' }.failing", contains("Kafka"));
            given().accept("text/html")
                    .header("Accept-Language", "en")
                    .get("/health")
                    .then()
                    .statusCode(200)
                    .body(containsString("Partly down"))
                    .body(containsString("Kafka"));
        }
    }

    @Test
    void isDownWhenEveryPartIs() {
        given().get("/health").then().statusCode(503).body("status", equalTo("DOWN"));
    }

    @Test
    void tellsTheVersionOfEveryPartThatAnswers() {
        given().get("/version")
                .then()
                .statusCode(200)
                .body("parts.name", contains("gateway", "project-service", "organization-service", "matching-service"))
                .body("parts[0].version", containsString("0.1"));
    }

    private static JsonObject up() {
        return new JsonObject().put("status", "UP").put("checks", new JsonArray());
    }
}
