package org.duijie.gateway.limit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.duijie.chassis.testing.Tokens;
import org.duijie.gateway.service.Service;
import org.duijie.gateway.testing.MovableClock;
import org.duijie.gateway.testing.ServiceStub;
import org.duijie.gateway.testing.Suite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Suite.class)
class RateLimitApiTest {

    private static final String ANY_REST = "r=\\d+;t=\\d+";

    @Inject
    MovableClock clock;

    private ServiceStub project;

    @BeforeEach
    void startService() {
        project = ServiceStub.of(Service.PROJECT);
    }

    @AfterEach
    void stopService() {
        project.close();
    }

    @Test
    void tellsEveryClientWhatItMaySendAndWhatIsLeft() {
        for (String path : new String[] {"/needs", "/health", "/nowhere", "/", "/problems/x", "/offers"}) {
            given().get(path)
                    .then()
                    .header("RateLimit-Policy", "\"public\";q=100000;w=60")
                    .header("RateLimit", matchesPattern("\"public\";" + ANY_REST));
        }
        given().auth()
                .oauth2("nonsense")
                .get("/needs")
                .then()
                .statusCode(401)
                .header("RateLimit", matchesPattern("\"public\";" + ANY_REST));
        somebody()
                .get("/needs")
                .then()
                .header("RateLimit-Policy", "\"default\";q=" + Suite.REQUESTS_PER_MINUTE + ";w=60")
                .header("RateLimit", "\"default\";r=" + (Suite.REQUESTS_PER_MINUTE - 1) + ";t=1");
        somebody()
                .body("{}")
                .post("/need-imports")
                .then()
                .header("RateLimit-Policy", "\"import\";q=60;w=3600")
                .header("RateLimit", "\"import\";r=59;t=60");
        given().get("/q/health/live").then().statusCode(200).header("RateLimit", nullValue());
    }

    @Test
    void refusesAClientThatHasNothingLeftAndNobodyElse() {
        String greedy = token();
        exhaust(greedy);
        int asked;
        Response answer;
        do {
            // On a slow machine some of it has come back.
            asked = project.received().size();
            answer = bearing(greedy).header("Accept-Language", "en").body("[]").post("/needs");
        } while (answer.statusCode() == 200);

        answer.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", "1")
                .header("RateLimit", "\"default\";r=0;t=60")
                .body("type", equalTo("/problems/gateway-quota-exceeded"))
                .body("title", equalTo("You send more requests than your quota allows"));
        assertThat(project.received()).hasSize(asked);

        somebody().get("/needs").then().statusCode(200);
        given().get("/needs").then().statusCode(200);
        given().get("/q/metrics").then().body(containsString("duijie_gateway_limited_total{class=\"default\"}"));
    }

    @Test
    void givesBackWhatWasUsedEvenlyOverTheWindow() {
        String greedy = token();
        exhaust(greedy);
        clock.putForward(Duration.ofSeconds(30));

        bearing(greedy)
                .get("/needs")
                .then()
                .statusCode(200)
                .header("RateLimit", matchesPattern("\"default\";r=(99|1\\d\\d);t=\\d+"));
    }

    @Test
    void countsAClientOnceWhateverTokensAndWordsItUses() {
        String subject = subject();
        bearing(Tokens.countyBureau(subject)).get("/needs").then().statusCode(200);

        bearing(Tokens.countyBureau(subject, "130000"))
                .header("X-Forwarded-For", "10.1.2.3")
                .get("/needs/../needs")
                .then()
                .header("RateLimit", matchesPattern("\"default\";r=19[89];t=1"));
    }

    private void exhaust(String token) {
        // Half as much again: some of it comes back meanwhile.
        for (int request = 0; request < 3 * Suite.REQUESTS_PER_MINUTE / 2; request++) {
            if (bearing(token).get("/needs").statusCode() == 429) {
                return;
            }
        }
        throw new AssertionError("nothing was refused");
    }

    private static RequestSpecification somebody() {
        return bearing(token());
    }

    private static RequestSpecification bearing(String token) {
        return given().auth().oauth2(token);
    }

    /** Of a client that no test has heard of. */
    private static String token() {
        return Tokens.countyBureau(subject());
    }

    private static String subject() {
        return UUID.randomUUID().toString();
    }
}
