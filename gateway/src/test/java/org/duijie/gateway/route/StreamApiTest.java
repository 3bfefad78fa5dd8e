package org.duijie.gateway.route;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.HttpServerResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.duijie.chassis.testing.Tokens;
import org.duijie.gateway.service.Service;
import org.duijie.gateway.testing.ServiceStub;
import org.duijie.gateway.testing.Suite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Event streams; the idle time-out is three seconds here, where it is thirty outside of tests. */
@QuarkusTest
@WithTestResource(Suite.class)
class StreamApiTest {

    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(3);

    private final BlockingQueue<HttpServerResponse> streams = new LinkedBlockingQueue<>();
    private final AtomicBoolean left = new AtomicBoolean();
    private volatile Runnable whenOpened = () -> {};
    private ServiceStub matching;

    @TestHTTPResource("/subscriptions/1/events")
    URI events;

    @BeforeEach
    void startService() {
        matching = ServiceStub.of(Service.MATCHING).on("/subscriptions/1/events", request -> {
            HttpServerResponse response = request.response();
            response.closeHandler(closed -> left.set(true));
            response.setChunked(true).putHeader("Content-Type", "text/event-stream");
            streams.add(response);
            whenOpened.run();
        });
    }

    @AfterEach
    void stopService() {
        matching.close();
    }

    @Test
    void passesEachEventOnAtOnce() throws Exception {
        // The service sends nothing, not even a head, before the first event: longer than an answer may take.
        whenOpened = () -> matching.later(1_500, () -> send("id: 1\ndata: a\n\n"));
        HttpURLConnection connection = connect();

        try (BufferedReader lines = lines(connection)) {
            assertThat(connection.getContentType()).isEqualTo("text/event-stream");
            assertThat(lines.readLine()).isEqualTo("id: 1");
            assertThat(lines.readLine()).isEqualTo("data: a");
            assertThat(lines.readLine()).isEmpty();
            // Would wait for ever if the gateway kept events back until more of them came.
            send("id: 2\n\n");
            assertThat(lines.readLine()).isEqualTo("id: 2");
        }
        assertThat(matching.last().headers()).containsEntry("last-event-id", "0");
    }

    @Test
    void outlivesTheIdleTimeoutWhileThereAreHeartbeats() throws Exception {
        long heartbeats = 5;
        whenOpened = () -> {
            for (long beat = 1; beat <= heartbeats; beat++) {
                matching.later(beat * IDLE_TIMEOUT.toMillis() / 2, () -> send(":\n"));
            }
        };
        HttpURLConnection connection = connect();

        try (BufferedReader lines = lines(connection)) {
            for (long beat = 1; beat <= heartbeats; beat++) {
                assertThat(lines.readLine()).isEqualTo(":");
            }
        }
    }

    @Test
    void endsTheRequestToTheServiceWhenTheCallerLeaves() throws Exception {
        whenOpened = () -> send("id: 1\n\n");
        HttpURLConnection connection = connect();
        BufferedReader lines = lines(connection);
        assertThat(lines.readLine()).isEqualTo("id: 1");

        connection.disconnect();

        await().atMost(Duration.ofSeconds(2)).untilTrue(left);
    }

    @Test
    void closesAConnectionThatSendsHalfARequestAndNoMore() throws Exception {
        try (Socket socket = new Socket(events.getHost(), events.getPort())) {
            socket.setSoTimeout((int) IDLE_TIMEOUT.multipliedBy(3).toMillis());
            socket.getOutputStream().write("GET /needs HTTP/1.1\r\nHost: half".getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void letsNoCallerTakeThePlacesOfAll() throws Exception {
        whenOpened = () -> send("id: 1\n\n");
        List<HttpURLConnection> open = new ArrayList<>();
        // Those of an earlier test may not all be over.
        await().until(() -> {
            open.add(connect());
            return open.getLast().getResponseCode() == 429 && open.size() > Suite.STREAMS_PER_CALLER;
        });

        given().accept("text/event-stream")
                .get(events)
                .then()
                .statusCode(429)
                .header("Retry-After", "5")
                .body("type", equalTo("/problems/gateway-too-many-streams"));
        given().get("/subscriptions").then().statusCode(200);
        HttpURLConnection another = connect();
        another.setRequestProperty("Authorization", "Bearer " + Tokens.leadingGroup());
        assertThat(another.getResponseCode()).isEqualTo(200);

        another.disconnect();
        open.forEach(HttpURLConnection::disconnect);
        await().until(() -> connect().getResponseCode() == 200);
    }

    @Test
    void holdsToTheClockWhateverIsNoStream() {
        matching.on("/subscriptions/1", request -> {});

        given().accept("text/event-stream")
                .get("/subscriptions/1")
                .then()
                .statusCode(504)
                .body("type", equalTo("/problems/service-timed-out"));
    }

    @Test
    void holdsTheBodyOfAStreamsRequestToTheClock() throws Exception {
        try (Socket socket = new Socket(events.getHost(), events.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("GET " + events.getPath() + " HTTP/1.1\r\nHost: slow\r\nAccept: text/event-stream\r\n"
                                    + "Content-Length: 1000\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readAllBytes();

            assertThat(new String(answer, StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 408")
                    .contains("/problems/upload-too-slow");
        }
    }

    private HttpURLConnection connect() throws IOException {
        HttpURLConnection connection = (HttpURLConnection) events.toURL().openConnection();
        connection.setRequestProperty("Accept", "text/event-stream");
        connection.setRequestProperty("Last-Event-ID", "0");
        connection.setReadTimeout(10_000);
        return connection;
    }

    private static BufferedReader lines(HttpURLConnection connection) throws IOException {
        return new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
    }

    private void send(String text) {
        streams.forEach(stream -> stream.write(text).onFailure(gone -> left.set(true)));
    }
}
