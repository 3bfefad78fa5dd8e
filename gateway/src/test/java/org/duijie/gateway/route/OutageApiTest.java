package org.duijie.gateway.route;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import org.duijie.gateway.service.Service;
import org.duijie.gateway.testing.ServiceStub;
import org.duijie.gateway.testing.Suite;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What callers see while a service is away, hangs or breaks off. The breaker looks at four requests here. */
@QuarkusTest
@WithTestResource(Suite.class)
class OutageApiTest {

    private static final int REQUESTS_THE_BREAKER_LOOKS_AT = 4;

    /** Answers until the breaker has forgotten what an earlier test did to it. */
    @BeforeEach
    void closeTheBreaker() {
        try (ServiceStub organization = ServiceStub.of(Service.ORGANIZATION)) {
            organization.on("/offers/fine", request -> request.response().end());
            await().until(() -> given().get("/offers/fine").statusCode() == 200);
            for (int request = 0; request < REQUESTS_THE_BREAKER_LOOKS_AT; request++) {
                given().get("/offers/fine").then().statusCode(200);
            }
        }
    }

    @Test
    void saysThatAServiceIsAway() {
        ask("/offers")
                .statusCode(503)
                .header("Retry-After", "1")
                .body("type", equalTo("/problems/service-unavailable"))
                .body("detail", equalTo("organization-service is down for the moment."));
    }

    @Test
    void sendsRequestsToAllInstancesInTurnsAndPassesOverOneThatIsAway() {
        try (ServiceStub one = ServiceStub.ofInstance(Service.MATCHING, 0)) {
            try (ServiceStub other = ServiceStub.ofInstance(Service.MATCHING, 1)) {
                for (int request = 0; request < 6; request++) {
                    given().get("/pairings").then().statusCode(200);
                }
                assertThat(one.received()).hasSize(3);
                assertThat(other.received()).hasSize(3);
            }
            for (int request = 0; request < 6; request++) {
                given().get("/pairings").then().statusCode(200);
            }
            assertThat(one.received()).hasSize(9);
        }
    }

    @Test
    void saysThatAServiceHangs() {
        try (ServiceStub organization = ServiceStub.of(Service.ORGANIZATION)) {
            organization.on("/offers/slow", request -> {});

            ask("/offers/slow").statusCode(504).body("type", equalTo("/problems/service-timed-out"));
        }
    }

    @Test
    void saysThatAServiceBrokeOff() {
        try (ServiceStub organization = ServiceStub.of(Service.ORGANIZATION)) {
            organization.on("/offers/broken", request -> request.connection().close());

            ask("/offers/broken").statusCode(502).body("type", equalTo("/problems/service-answer-broken"));
        }
    }

    @Test
    void sparesCallersTheWaitForAServiceThatHangsAndTriesItAgainLater() {
        try (ServiceStub organization = ServiceStub.of(Service.ORGANIZATION)) {
            organization.on("/offers/slow", request -> {});
            organization.on("/offers/fine", request -> request.response().end());
            for (int request = 0; request < REQUESTS_THE_BREAKER_LOOKS_AT / 2; request++) {
                ask("/offers/slow").statusCode(504);
            }
            int asked = organization.received().size();

            ask("/offers/fine")
                    .statusCode(503)
                    .header("Retry-After", "1")
                    .body("type", equalTo("/problems/service-unavailable"));
            assertThat(organization.received()).hasSize(asked);

            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(() -> ask("/offers/fine").statusCode(200));
        }
    }

    @Test
    void doesNotTakeRefusalsAndFailuresOfAServiceForItsAbsence() {
        try (ServiceStub organization = ServiceStub.of(Service.ORGANIZATION)) {
            organization.on(
                    "/offers/failing",
                    request -> request.response().setStatusCode(500).end());
            organization.on("/offers/broken", request -> request.connection().close());
            organization.on("/offers/fine", request -> request.response().end());
            for (int request = 0; request < 2 * REQUESTS_THE_BREAKER_LOOKS_AT; request++) {
                ask("/offers/failing").statusCode(500);
                ask("/offers/broken").statusCode(502);
            }

            ask("/offers/fine").statusCode(200);
        }
    }

    private static ValidatableResponse ask(String path) {
        return given().header("Accept-Language", "en").get(path).then();
    }
}
