package org.duijie.gateway.route;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.duijie.gateway.service.Service;
import org.duijie.gateway.testing.ServiceStub;
import org.duijie.gateway.testing.Suite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Suite.class)
class RouteApiTest {

    private ServiceStub project;
    private ServiceStub organization;
    private ServiceStub matching;

    @BeforeEach
    void startServices() {
        project = ServiceStub.of(Service.PROJECT);
        organization = ServiceStub.of(Service.ORGANIZATION);
        matching = ServiceStub.of(Service.MATCHING);
    }

    @AfterEach
    void stopServices() {
        project.close();
        organization.close();
        matching.close();
    }

    @Test
    void leadsEachCollectionToTheServiceThatOwnsIt() {
        Map<String, ServiceStub> owners = Map.ofEntries(
                Map.entry("/divisions/130722", project),
                Map.entry("/needs?division=1307", project),
                Map.entry("/need-imports/7/lines?outcome=REFUSED", project),
                Map.entry("/publishers/130722", project),
                Map.entry("/organizations", organization),
                Map.entry("/offers/7", organization),
                Map.entry("/delegations", organization),
                Map.entry("/reservations/7", organization),
                Map.entry("/proposals/7/acceptance", matching),
                Map.entry("/response-times", matching),
                Map.entry("/matches?need=1", matching),
                Map.entry("/explanations?need=1&offer=2", matching),
                Map.entry("/near-misses?offer=2", matching),
                Map.entry("/back-tests/offers/2", matching),
                Map.entry("/attention", matching),
                Map.entry("/pairings", matching),
                Map.entry("/policies/current", matching),
                Map.entry("/subscriptions/1/events?after=0", matching));

        owners.forEach((path, owner) -> {
            given().get(path).then().statusCode(200);
            assertThat(owner.last().uri()).isEqualTo(path);
        });
    }

    @Test
    void passesMethodQueryBodyAndToleratedHeadersOn() {
        given().urlEncodingEnabled(false)
                .header("Idempotency-Key", "\"k-1\"")
                .contentType("application/json")
                .body("{\"title\":\"书\"}")
                .put("/needs/7?division=%E6%A1%A5&x=a%20b")
                .then()
                .statusCode(200)
                .body("bytes", equalTo(15));

        assertThat(project.last().method()).isEqualTo("PUT");
        assertThat(project.last().uri()).isEqualTo("/needs/7?division=%E6%A1%A5&x=a%20b");
        assertThat(project.last().headers()).containsEntry("idempotency-key", "\"k-1\"");
    }

    @Test
    void saysWhereARequestCameFromAndBelievesNoCallerAboutThat() {
        given().header("X-Forwarded-For", "10.1.1.1")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Prefix", "/evil")
                .header("Forwarded", "for=10.1.1.1")
                .header("X-User-Id", "leading-group")
                .header("X-User-Roles", "LEADING_GROUP")
                .header("X-Real-IP", "10.1.1.1")
                .header("X-HTTP-Method-Override", "DELETE")
                .get("/needs")
                .then()
                .statusCode(200);

        assertThat(project.last().headers())
                .containsEntry("x-forwarded-for", "127.0.0.1")
                .containsEntry("x-forwarded-proto", "http")
                .hasEntrySatisfying("x-forwarded-host", host -> assertThat(host).startsWith("127.0.0.1:"))
                .doesNotContainKeys(
                        "forwarded",
                        "x-forwarded-prefix",
                        "x-user-id",
                        "x-user-roles",
                        "x-real-ip",
                        "x-http-method-override");
    }

    @Test
    void keepsHopByHopHeadersToTheirHop() {
        project.on("/needs/hop", request -> request.response()
                .putHeader("Connection", "X-Secret")
                .putHeader("X-Secret", "1")
                .putHeader("Keep-Alive", "timeout=5")
                .end());

        given().header("Connection", "close, X-Private")
                .header("X-Private", "1")
                .header("TE", "trailers")
                .get("/needs/hop")
                .then()
                .statusCode(200)
                .header("X-Secret", nullValue())
                .header("Keep-Alive", nullValue());

        assertThat(project.last().headers()).doesNotContainKeys("x-private", "te", "connection");
    }

    @Test
    void leadsToTheDeadLettersOfEachService() {
        matching.on("/dead-letters", request -> request.response()
                .putHeader("Link", "</dead-letters?cursor=c>; rel=\"next\"")
                .end());
        project.on("/dead-letters/7/replays", request -> request.response()
                .setStatusCode(201)
                .putHeader("Location", "http://" + request.authority() + "/dead-letters/7")
                .end());

        given().get("/services/matching-service/dead-letters?limit=2")
                .then()
                .statusCode(200)
                .header("Link", "</services/matching-service/dead-letters?cursor=c>; rel=\"next\"");
        given().post("/services/project-service/dead-letters/7/replays")
                .then()
                .statusCode(201)
                .header("Location", "/services/project-service/dead-letters/7");

        assertThat(matching.last().uri()).isEqualTo("/dead-letters?limit=2");
        assertThat(matching.last().headers()).containsEntry("x-forwarded-prefix", "/services/matching-service");
    }

    @Test
    void hidesTheAddressOfAServiceInLocations() {
        project.on("/needs", request -> request.response()
                .setStatusCode(201)
                .putHeader("Location", "http://" + request.authority() + "/needs/7")
                .end());

        given().post("/needs").then().statusCode(201).header("Location", "/needs/7");
    }

    @Test
    void leavesTheAnswerAsTheServiceGaveIt() {
        project.on(
                "/needs/gone", request -> request.response().setStatusCode(204).end());
        project.on("/needs/refused", request -> request.response()
                .setStatusCode(409)
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Cache-Control", "max-age=5")
                .end(new JsonObject().put("type", "/problems/need-not-open").encode()));

        given().delete("/needs/gone")
                .then()
                .statusCode(204)
                .header("Transfer-Encoding", nullValue())
                .header("Content-Length", nullValue());
        given().post("/needs/refused")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .header("Cache-Control", "max-age=5")
                .body("type", equalTo("/problems/need-not-open"));
        project.on(
                "/needs/head",
                request -> request.response().putHeader("Content-Length", "11").end());
        given().head("/needs/head").then().statusCode(200).header("Content-Length", "11");
    }

    @Test
    void passesTheMannersOfTheServicesOn() {
        project.on("/needs/7", request -> request.response()
                .setStatusCode(415)
                .putHeader("Accept-Patch", "application/merge-patch+json")
                .putHeader("Allow", "GET, PATCH")
                .putHeader("ETag", "\"3\"")
                .putHeader("Idempotent-Replayed", "true")
                .putHeader("Retry-After", "7")
                .putHeader("Sunset", "Wed, 31 Dec 2031 23:59:59 GMT")
                .end());

        given().header("If-Match", "\"2\"")
                .header("If-None-Match", "\"1\"")
                .patch("/needs/7")
                .then()
                .statusCode(415)
                .header("Accept-Patch", "application/merge-patch+json")
                .header("Allow", "GET, PATCH")
                .header("ETag", "\"3\"")
                .header("Idempotent-Replayed", "true")
                .header("Retry-After", "7")
                .header("Sunset", "Wed, 31 Dec 2031 23:59:59 GMT");

        assertThat(project.last().headers()).containsEntry("if-match", "\"2\"").containsEntry("if-none-match", "\"1\"");
    }

    @Test
    void asksTheServiceWhatMayBeDoneThere() {
        project.on("/needs", request -> request.response()
                .setStatusCode(204)
                .putHeader("Allow", "GET, HEAD, POST, OPTIONS")
                .end());

        given().options("/needs").then().statusCode(204).header("Allow", "GET, HEAD, POST, OPTIONS");

        assertThat(project.last().method()).isEqualTo("OPTIONS");
    }

    @Test
    void hasNothingAtOtherAddresses() {
        for (String path : new String[] {
            "/needsx",
            "/q/../nothing",
            "/dead-letters",
            "/services/other-service/dead-letters",
            "/services",
            "/needs/../x"
        }) {
            given().header("Accept-Language", "en")
                    .urlEncodingEnabled(false)
                    .get(path)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .header("Content-Language", "en")
                    .body("type", equalTo("/problems/request-route-not-found"));
        }
        assertThat(project.received()).isEmpty();
    }

    @Test
    void givesTheServiceThePathThatItChoseItBy() {
        given().urlEncodingEnabled(false).get("/x/%2e%2e/needs/./7").then().statusCode(200);

        assertThat(project.last().uri()).isEqualTo("/needs/7");
    }

    @Test
    void measuresEachRoute() {
        given().get("/pairings/7").then().statusCode(200);

        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(
                        containsString(
                                "duijie_gateway_answers_seconds_count{route=\"/pairings\",service=\"matching-service\",status=\"200\"}"));
    }
}
