package org.duijie.gateway.route;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.duijie.chassis.testing.hostile.HostileInput;
import org.duijie.chassis.testing.openapi.Answer;
import org.duijie.chassis.testing.openapi.Wire;
import org.duijie.gateway.service.Service;
import org.duijie.gateway.testing.ServiceStub;
import org.duijie.gateway.testing.Suite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the services are tried with comes to them as it was sent, and breaks nothing on its way. */
@QuarkusTest
@WithTestResource(Suite.class)
class HostileInputTest {

    private static final String WORKING = "{\"title\":\"图书角\",\"items\":[{\"quantity\":\"2000\",\"unit\":\"册\"}]}";
    private static final int SERVER_ERROR = 500;

    /** Longer ones do not fit into a request line when they are encoded. */
    private static final int LONGEST_PARAMETER = 1_200;

    private Wire wire;
    private ServiceStub project;

    @BeforeEach
    void startService() {
        wire = Wire.to(RestAssured.port);
        project = ServiceStub.of(Service.PROJECT).on("/needs", request -> request.body()
                .onSuccess(body -> request.response().end(digest(body.getBytes()))));
    }

    @AfterEach
    void stopService() {
        project.close();
    }

    @Test
    void passesBrokenBodiesOnAsTheyAre() {
        List<byte[]> bodies = HostileInput.bodiesLike(WORKING);
        assertThat(bodies).hasSizeGreaterThan(318);
        for (byte[] body : bodies) {
            Answer answer = wire.send(wire.request("/needs")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(body))
                    .build());
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(digest(body));
        }
    }

    @Test
    void isNotLedAstrayByNaughtyStrings() {
        List<String> faults = new ArrayList<>();
        List<String> strings = HostileInput.naughtyStrings().stream()
                .filter(text -> text.getBytes(UTF_8).length < LONGEST_PARAMETER)
                .toList();
        assertThat(strings).hasSizeGreaterThan(180);
        for (String text : strings) {
            String encoded = URLEncoder.encode(text, UTF_8).replace("+", "%20");
            for (String target : List.of(
                    "/needs/" + encoded,
                    "/needs?title=" + encoded,
                    "/services/" + encoded + "/dead-letters",
                    "/problems/" + encoded,
                    "/" + encoded)) {
                check(wire.request(target).GET().build(), faults);
            }
            if (US_ASCII.newEncoder().canEncode(text) && text.chars().allMatch(c -> c >= ' ' && c < 0x7F)) {
                for (String header :
                        List.of("Accept", "Accept-Language", "Authorization", "Content-Type", "traceparent", "Range")) {
                    check(wire.request("/needs").setHeader(header, text).GET().build(), faults);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void passesAQueryOnAsItIs() {
        for (String text : List.of("' or '1'='1", "../../etc/passwd", "a&b=c#d", "%00", "图书角", "{\"a\":1}")) {
            String encoded = URLEncoder.encode(text, UTF_8);
            wire.send(wire.request("/needs/x?title=" + encoded).GET().build());
            assertThat(project.last().uri()).isEqualTo("/needs/x?title=" + encoded);
        }
    }

    private void check(HttpRequest request, List<String> faults) {
        Answer answer = wire.send(request);
        boolean own = answer.header("Content-Type").startsWith("application/problem+json");
        if (answer.status() >= SERVER_ERROR || (answer.status() >= 400 && !own)) {
            faults.add(request.uri() + " " + request.headers().map() + ": " + answer);
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
