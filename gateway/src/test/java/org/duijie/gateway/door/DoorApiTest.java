package org.duijie.gateway.door;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.duijie.chassis.testing.Tokens;
import org.duijie.gateway.service.Service;
import org.duijie.gateway.testing.ServiceStub;
import org.duijie.gateway.testing.Suite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Suite.class)
class DoorApiTest {

    @TestHTTPResource
    URI root;

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
    void letsThePublicThrough() {
        given().get("/needs").then().statusCode(200);

        assertThat(project.last().headers()).doesNotContainKey("authorization");
    }

    @Test
    void letsAGoodTokenThroughAndPassesItOn() {
        String token = Tokens.countyBureau("130722");

        given().auth().oauth2(token).get("/needs").then().statusCode(200);

        assertThat(project.last().headers()).containsEntry("authorization", "Bearer " + token);
    }

    @Test
    void refusesWhatIsNoGoodToken() {
        String good = Tokens.leadingGroup();
        String forged = good.substring(0, good.length() - 6) + "AAAAAA";
        for (String credentials : new String[] {
            "Bearer " + Tokens.expired(), "Bearer " + forged, "Bearer nonsense", "Bearer ", "Basic YTpi", "nonsense"
        }) {
            for (String path : new String[] {"/needs", "/", "/health"}) {
                refused(given().header("Authorization", credentials), path);
            }
        }
        assertThat(project.received()).isEmpty();
    }

    private static void refused(RequestSpecification request, String path) {
        request.header("Accept-Language", "en")
                .get(path)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Bearer"))
                .header("Content-Language", "en")
                .body("type", equalTo("/problems/access-unauthenticated"));
    }

    @Test
    void dressesEveryAnswer() {
        for (String path : new String[] {"/needs", "/nowhere", "/version", "/q/health/live"}) {
            given().get(path)
                    .then()
                    .header(
                            "Date",
                            matchesPattern("[A-Z][a-z]{2}, \\d{2} [A-Z][a-z]{2} \\d{4} \\d{2}:\\d{2}:\\d{2} GMT"))
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Duijie-Environment", "production")
                    .header("Referrer-Policy", "no-referrer")
                    .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                    .header("Cache-Control", "no-store");
        }
        for (String page : new String[] {"/", "/api", "/problems", "/health"}) {
            given().accept("text/html")
                    .get(page)
                    .then()
                    .statusCode(200)
                    .header("Content-Security-Policy", startsWith("default-src 'none'; script-src 'self'"))
                    .header("Cache-Control", not("no-store"));
        }
    }

    @Test
    void givesEveryRequestATrace() {
        String made = given().get("/needs").header("traceparent");
        String callers = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00";

        assertThat(made).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        assertThat(project.last().headers()).containsEntry("traceparent", made);

        given().header("traceparent", callers)
                .header("tracestate", "a=b")
                .get("/needs")
                .then()
                .header("traceparent", callers);
        assertThat(project.last().headers())
                .containsEntry("traceparent", callers)
                .containsEntry("tracestate", "a=b");

        for (String bad : new String[] {
            "nonsense",
            "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
            "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
            "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
        }) {
            given().header("traceparent", bad)
                    .header("tracestate", "a=b")
                    .get("/nowhere")
                    .then()
                    .statusCode(404)
                    .header("traceparent", matchesPattern("00-[0-9a-f]{32}-[0-9a-f]{16}-01"));
            given().header("traceparent", bad).header("tracestate", "a=b").get("/needs");
            assertThat(project.last().headers())
                    .doesNotContainEntry("traceparent", bad)
                    .doesNotContainKey("tracestate");
        }
    }

    @Test
    void refusesWhatOnlyBeginsLikeAGoodToken() {
        String token = Tokens.organization("91110000MA01ABCD1X");
        given().auth().oauth2(token).get("/needs").then().statusCode(200);
        given().auth().oauth2(token).get("/needs").then().statusCode(200);
        given().auth().oauth2(token + "A").get("/needs").then().statusCode(401);
    }

    @Test
    void refusesToEchoRequests() {
        for (String path : new String[] {"/", "/needs"}) {
            given().request("TRACE", path)
                    .then()
                    .statusCode(405)
                    .header("Allow", startsWith("GET, HEAD"))
                    .body("type", equalTo("/problems/request-method-not-allowed"));
        }
    }

    @Test
    void answersWrongMethodsAndMediaTypesAsProblems() {
        for (String path : new String[] {"/version", "/health", "/openapi", "/problems", "/problems/x", "/"}) {
            given().delete(path)
                    .then()
                    .statusCode(405)
                    .contentType("application/problem+json")
                    .header("Allow", allOf(containsString("GET"), containsString("HEAD"), containsString("OPTIONS")))
                    .body("type", equalTo("/problems/request-method-not-allowed"));
        }
        for (String path : new String[] {"/version", "/health", "/openapi", "/openapi.yaml"}) {
            given().accept("image/png")
                    .get(path)
                    .then()
                    .statusCode(406)
                    .contentType("application/problem+json")
                    .body("type", equalTo("/problems/request-not-acceptable"));
        }
    }

    @Test
    void answersHeadAsGetAndSaysWhatElseThereIs() {
        for (String path : new String[] {"/version", "/", "/openapi.yaml"}) {
            given().head(path).then().statusCode(200).body(emptyString());
            given().options(path)
                    .then()
                    .statusCode(anyOf(equalTo(200), equalTo(204)))
                    .header("Allow", allOf(containsString("GET"), containsString("HEAD"), containsString("OPTIONS")));
        }
    }

    @Test
    void understandsARequestThatNamesTheWholeAddress() throws IOException {
        assertThat(raw("GET http://elsewhere.example/version HTTP/1.1")).startsWith("HTTP/1.1 200");
        assertThat(raw("GET http://elsewhere.example/needs HTTP/1.1")).startsWith("HTTP/1.1 200");
        assertThat(project.last().headers().get("x-forwarded-host")).doesNotContain("elsewhere");
    }

    /** As they come here: the wire gives a path to what has none. */
    @Test
    void dressesItsAnswerToWhatIsAboutNoResource() throws IOException {
        assertThat(raw("OPTIONS / HTTP/1.1"))
                .startsWith("HTTP/1.1 20")
                .containsPattern("(?i)\r\nallow: .*GET")
                .satisfies(DoorApiTest::isDressed);
        assertThat(raw("CONNECT / HTTP/1.1"))
                .startsWith("HTTP/1.1 405")
                .contains("/problems/request-method-not-allowed")
                .satisfies(DoorApiTest::isDressed);
    }

    private static void isDressed(String answer) {
        assertThat(answer.toLowerCase(Locale.ROOT))
                .contains("x-content-type-options: nosniff")
                .contains("referrer-policy: no-referrer")
                .contains("content-security-policy: ")
                .contains("traceparent: 00-")
                .contains("ratelimit: ");
    }

    private String raw(String requestLine) throws IOException {
        try (Socket socket = new Socket(root.getHost(), root.getPort())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream()
                    .write((requestLine + "\r\nHost: here.example\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
