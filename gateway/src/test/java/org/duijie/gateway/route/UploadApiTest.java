package org.duijie.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.duijie.chassis.testing.Tokens;
import org.duijie.gateway.service.Service;
import org.duijie.gateway.testing.ServiceStub;
import org.duijie.gateway.testing.Suite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Suite.class)
class UploadApiTest {

    private static final int MEGABYTE = 1 << 20;
    private static final int JUST_FITS = 30 * MEGABYTE;
    private static final int TOO_LARGE = (Suite.IMPORT_LIMIT_IN_MEGABYTES + 8) * MEGABYTE;

    private ServiceStub project;

    @TestHTTPResource("/needs")
    URI needs;

    @TestHTTPResource("/need-imports")
    URI imports;

    @BeforeEach
    void startService() {
        project = ServiceStub.of(Service.PROJECT);
    }

    @AfterEach
    void stopService() {
        project.close();
    }

    @Test
    void streamsALargeFileThrough() throws Exception {
        assertThat(send(sized(JUST_FITS)).body()).contains("" + JUST_FITS);
        assertThat(send(chunked(JUST_FITS)).body()).contains("" + JUST_FITS);
    }

    @Test
    void takesSmallBodiesElsewhereAndFromThePublic() throws Exception {
        assertThat(post(needs, Tokens.leadingGroup(), chunked(MEGABYTE)).statusCode())
                .isEqualTo(200);
        for (BodyPublisher more : List.of(sized(MEGABYTE + 1), chunked(MEGABYTE + 1))) {
            assertThat(post(needs, Tokens.leadingGroup(), more).statusCode()).isEqualTo(413);
            assertThat(post(imports, "", more).statusCode()).isEqualTo(413);
            assertThat(post(imports.resolve("/x/../needs/./"), Tokens.leadingGroup(), more)
                            .statusCode())
                    .isEqualTo(413);
        }
    }

    @Test
    void asksForTheBodyOfACallerThatWaitsToBeAsked() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(needs)
                            .expectContinue(true)
                            .POST(BodyPublishers.ofByteArray(new byte[MEGABYTE]))
                            .build(),
                    BodyHandlers.ofString());

            assertThat(response.body()).contains("" + MEGABYTE);
        }
    }

    @Test
    void refusesABodyThatSaysItIsTooLarge() throws Exception {
        HttpResponse<String> response = send(sized(TOO_LARGE));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("/problems/request-too-large");
        assertThat(project.received()).isEmpty();
    }

    @Test
    void refusesABodyThatTurnsOutTooLarge() throws Exception {
        HttpResponse<String> response = send(chunked(TOO_LARGE));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("/problems/request-too-large");
    }

    @Test
    void refusesABodyThatDripsForEver() throws Exception {
        try (Socket socket = new Socket(needs.getHost(), needs.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("POST /needs HTTP/1.1\r\nHost: slow\r\nContent-Length: 1000\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            Thread drip = Thread.ofVirtual().start(() -> drip(socket));
            // To the end: the gateway closes the connection although the caller goes on.
            byte[] answer = socket.getInputStream().readAllBytes();
            drip.interrupt();

            assertThat(new String(answer, StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 408")
                    .contains("/problems/upload-too-slow");
        }
    }

    @Test
    void waitsForNoBodyThatTheServiceDidNotWaitFor() throws Exception {
        project.on(
                "/needs/refused",
                request -> request.response().setStatusCode(403).end("no"));
        try (Socket socket = new Socket(needs.getHost(), needs.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("POST /needs/refused HTTP/1.1\r\nHost: slow\r\nContent-Length: 1000\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            Thread drip = Thread.ofVirtual().start(() -> drip(socket));
            byte[] answer = socket.getInputStream().readAllBytes();
            drip.interrupt();

            assertThat(new String(answer, StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 403")
                    .containsIgnoringCase("connection: close");
        }
    }

    private static void drip(Socket socket) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                socket.getOutputStream().write('x');
                TimeUnit.MILLISECONDS.sleep(200);
            }
        } catch (IOException | InterruptedException answered) {
            // The gateway had enough.
        }
    }

    private static BodyPublisher chunked(int bytes) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[bytes]));
    }

    private static BodyPublisher sized(int bytes) {
        return BodyPublishers.fromPublisher(chunked(bytes), bytes);
    }

    private HttpResponse<String> send(BodyPublisher file) throws Exception {
        return post(imports, Tokens.leadingGroup(), file);
    }

    private static HttpResponse<String> post(URI place, String token, BodyPublisher body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(place).POST(body);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
