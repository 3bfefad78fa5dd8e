package org.duijie.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Raw bytes against the HTTP server that the gateway runs on, with the extension found as Netty finds it. */
class WireTest {

    private static final String HEAD_TIMEOUT = "duijie.gateway.head-timeout";
    private static final String READER_TIMEOUT = "duijie.gateway.reader-timeout";

    /** More than the kernel keeps for a caller. */
    private static final int LARGE = 32 << 20;

    private static final List<String> RECEIVED = new CopyOnWriteArrayList<>();
    private static final String GOOD = "GET /good HTTP/1.1\r\nHost: a\r\n\r\n";

    private static Vertx vertx;
    private static HttpServer server;

    @BeforeAll
    static void startServer() {
        System.setProperty(HEAD_TIMEOUT, "1s");
        System.setProperty(READER_TIMEOUT, "1s");
        new WireExtensionLookup().accept(new io.vertx.core.VertxOptions());
        vertx = Vertx.vertx();
        server = vertx.createHttpServer(new HttpServerOptions()
                        .setMaxHeaderSize(16_384)
                        .setHttp2ClearTextEnabled(false)
                        .setIdleTimeout(30))
                .requestHandler(request -> request.bodyHandler(body -> {
                    RECEIVED.add(request.method() + " " + request.uri() + " " + body);
                    switch (request.uri()) {
                        case "/large" -> request.response().end(Buffer.buffer(new byte[LARGE]));
                        case "/slow" ->
                            vertx.setTimer(300, due -> request.response().end("ok"));
                        default -> request.response().end("ok " + body);
                    }
                }))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @AfterAll
    static void stopServer() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        System.clearProperty(HEAD_TIMEOUT);
        System.clearProperty(READER_TIMEOUT);
        System.clearProperty(ChannelInitializerExtension.EXTENSIONS_SYSTEM_PROPERTY);
    }

    @BeforeEach
    void forget() {
        RECEIVED.clear();
    }

    static Stream<Arguments> refused() {
        String post = "POST /x HTTP/1.1\r\nHost: a\r\n";
        return Stream.of(
                Arguments.of("no request line", "nonsense\r\n\r\n", 400, "message-malformed"),
                Arguments.of("no version", "GET /x\r\nHost: a\r\n\r\n", 400, "message-malformed"),
                Arguments.of("bad version", "GET /x HTTP/x.1\r\nHost: a\r\n\r\n", 400, "message-malformed"),
                Arguments.of("no Host", "GET /x HTTP/1.1\r\n\r\n", 400, "message-malformed"),
                Arguments.of("two Hosts", "GET /x HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400, "message-malformed"),
                Arguments.of(
                        "header without colon", "GET /x HTTP/1.1\r\nHost: a\r\nnope\r\n\r\n", 400, "message-malformed"),
                Arguments.of("blank before colon", post + "Content-Length : 3\r\n\r\nabc", 400, "message-malformed"),
                Arguments.of(
                        "NUL in a header",
                        "GET /x HTTP/1.1\r\nHost: a\r\nX: a\u0000b\r\n\r\n",
                        400,
                        "message-malformed"),
                Arguments.of(
                        "folded header", "GET /x HTTP/1.1\r\nHost: a\r\nX: a\r\n b\r\n\r\n", 400, "message-malformed"),
                Arguments.of(
                        "folded by a tab", "GET /x HTTP/1.1\r\nHost: a\r\nX: a\n\tb\r\n\r\n", 400, "message-malformed"),
                Arguments.of("first header folded", "GET /x HTTP/1.1\r\n Host: a\r\n\r\n", 400, "message-malformed"),
                Arguments.of(
                        "both lengths",
                        post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                        400,
                        "message-malformed"),
                Arguments.of(
                        "both lengths, other order",
                        post + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
                        400,
                        "message-malformed"),
                Arguments.of(
                        "two lengths",
                        post + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
                        400,
                        "message-malformed"),
                Arguments.of("two lengths in one", post + "Content-Length: 3, 4\r\n\r\nabcd", 400, "message-malformed"),
                Arguments.of("negative length", post + "Content-Length: -1\r\n\r\n", 400, "message-malformed"),
                Arguments.of("length with a sign", post + "Content-Length: +3\r\n\r\nabc", 400, "message-malformed"),
                Arguments.of(
                        "length beyond all numbers",
                        post + "Content-Length: 99999999999999999999\r\n\r\n",
                        400,
                        "message-malformed"),
                Arguments.of("unknown coding", post + "Transfer-Encoding: cats\r\n\r\n", 501, "message-coding-unknown"),
                Arguments.of(
                        "chunked not last",
                        post + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
                        501,
                        "message-coding-unknown"),
                Arguments.of(
                        "two codings",
                        post + "Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                        501,
                        "message-coding-unknown"),
                Arguments.of(
                        "coding disguised",
                        post + "Transfer-Encoding: xchunked\r\n\r\n",
                        501,
                        "message-coding-unknown"),
                Arguments.of(
                        "coding in HTTP/1.0",
                        "POST /x HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                        400,
                        "message-malformed"),
                Arguments.of(
                        "long address",
                        "GET /" + "x".repeat(5_000) + " HTTP/1.1\r\nHost: a\r\n\r\n",
                        414,
                        "message-address-too-long"),
                Arguments.of(
                        "large header",
                        "GET /x HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(200_000) + "\r\n\r\n",
                        431,
                        "message-headers-too-large"),
                Arguments.of(
                        "many headers",
                        "GET /x HTTP/1.1\r\nHost: a\r\n" + "X: xxxxxxxx\r\n".repeat(5_000) + "\r\n",
                        431,
                        "message-headers-too-large"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void refusesWhatIsNoRequestByNameAndEndsTheConnection(String what, String sent, int status, String problem)
            throws IOException {
        // Were it taken for the end of a request, the second one would be answered too.
        String answer = exchange(sent + GOOD);

        assertThat(answer)
                .startsWith("HTTP/1.1 " + status + " ")
                .contains("\r\nContent-Type: application/problem+json\r\n")
                .contains("\r\nDuijie-Environment: production\r\n")
                .contains("\r\nConnection: close\r\n")
                .contains("\"type\":\"/problems/" + problem + "\"")
                .containsOnlyOnce("HTTP/1.1");
        assertThat(RECEIVED).isEmpty();
    }

    static Stream<String> refusedInItsTurn() {
        return refused().map(arguments -> (String) arguments.get()[1]);
    }

    @ParameterizedTest
    @MethodSource("refusedInItsTurn")
    void refusesByNameWhatComesBehindARequest(String sent) throws IOException {
        try (Socket socket = connect()) {
            write(socket, "GET /slow HTTP/1.1\r\nHost: a\r\n\r\n" + sent + GOOD);

            assertThat(read(socket))
                    .startsWith("HTTP/1.1 200 OK\r\n")
                    .containsPattern("okHTTP/1\\.1 [45]\\d\\d ")
                    .contains("\"type\":\"/problems/message-");
        }
        assertThat(RECEIVED).containsExactly("GET /slow ");
    }

    @Test
    void refusesAFoldThatComesWhileAnotherRequestIsAnswered() throws Exception {
        try (Socket socket = connect()) {
            write(socket, "GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
            Thread.sleep(100);
            write(socket, "GET /x HTTP/1.1\r\nHost: a\r\nX: a\r\n b\r\n\r\n");
            assertThat(read(socket)).startsWith("HTTP/1.1 200").contains("okHTTP/1.1 400");
        }
        assertThat(RECEIVED).containsExactly("GET /slow ");
    }

    @Test
    void answersInTheLanguageAskedForWhereThatCanBeRead() throws IOException {
        String answer = exchange("GET /x HTTP/1.1\r\nAccept-Language: en\r\n\r\n");

        assertThat(answer).contains("Content-Language: en").contains("This is not a well-formed HTTP request");
        assertThat(exchange("nonsense\r\n\r\n"))
                .contains("Content-Language: zh-CN")
                .contains("不是合法的 HTTP 请求");
    }

    @Test
    void refusesAFoldThatComesInPieces() throws Exception {
        try (Socket socket = connect()) {
            for (String piece : List.of("GET /x HTTP/1.1\r\nHost: a\r\nX: a", "\r\n", " b\r\n\r\n")) {
                write(socket, piece);
                Thread.sleep(100);
            }
            assertThat(read(socket)).startsWith("HTTP/1.1 400");
        }
        assertThat(RECEIVED).isEmpty();
    }

    @Test
    void takesWhatIsARequest() throws IOException {
        String body = "a\r\n b\r\n\tc";

        assertThat(exchange(
                        "\r\n" + GOOD + "POST /1 HTTP/1.1\r\nHost: a\r\nContent-Length: " + body.length() + "\r\n\r\n"
                                + body
                                + "POST /2 HTTP/1.1\r\nhost: a\r\ntransfer-encoding: Chunked\r\n\r\n4\r\n\r\n y\r\n0\r\n\r\n"
                                + "GET /3 HTTP/1.0\r\n\r\n"))
                .contains("ok " + body)
                .contains("ok \r\n y")
                .doesNotContain("HTTP/1.1 4")
                .doesNotContain("HTTP/1.1 5");
        assertThat(RECEIVED).containsExactly("GET /good ", "POST /1 " + body, "POST /2 \r\n y", "GET /3 ");
    }

    /** What they are about has no path; the door has an answer for them. */
    @Test
    void leadsWhatIsAboutNoResourceToTheDoor() throws IOException {
        exchange("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n");
        exchange("CONNECT elsewhere.example:443 HTTP/1.1\r\nHost: a\r\n\r\n");
        assertThat(RECEIVED).containsExactly("OPTIONS / ", "CONNECT / ");
        for (String target : new String[] {"*", "elsewhere", "elsewhere.example:443", "ftp://a/"}) {
            assertThat(exchange("GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n"))
                    .startsWith("HTTP/1.1 400");
        }
        assertThat(RECEIVED).hasSize(2);
    }

    @Test
    void endsAHeadThatDrips() throws Exception {
        long began = System.nanoTime();
        try (Socket socket = connect()) {
            Thread drip = Thread.ofVirtual().start(() -> drip(socket));
            String answer = read(socket);
            drip.interrupt();

            assertThat(answer).startsWith("HTTP/1.1 408").contains("/problems/message-too-slow");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void doesNotHurryAConnectionThatWaitsBetweenRequests() throws Exception {
        try (Socket socket = connect()) {
            for (int request = 0; request < 2; request++) {
                write(socket, GOOD);
                byte[] answer = new byte[200];
                int length = socket.getInputStream().read(answer);
                assertThat(new String(answer, 0, length, StandardCharsets.UTF_8))
                        .startsWith("HTTP/1.1 200");
                Thread.sleep(1_500);
            }
        }
    }

    @Test
    void breaksOffWhoTakesNothingOfTheAnswer() throws Exception {
        try (Socket socket = connect()) {
            write(socket, "GET /large HTTP/1.1\r\nHost: a\r\n\r\n");
            assertBrokenOff(socket, Duration.ofSeconds(5));
        }
    }

    /** Bytes that come in would keep such a connection from ever being idle. */
    @Test
    void breaksOffWhoTakesNothingAndGoesOnSending() throws Exception {
        try (Socket socket = connect()) {
            write(socket, "GET /large HTTP/1.1\r\nHost: a\r\n\r\n");
            Thread drip = Thread.ofVirtual().start(() -> drip(socket));
            assertBrokenOff(socket, Duration.ofSeconds(5));
            drip.interrupt();
        }
    }

    @Test
    void breaksOffWhoDoesNotTakeTheEnd() throws Exception {
        try (Socket socket = connect()) {
            write(socket, "GET /last HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
            Thread.sleep(3_000);
            // It was said goodbye to, and has not gone: writing finds nobody any more.
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 20; i++) {
                            write(socket, "x");
                            Thread.sleep(100);
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void leavesWhoTakesTheAnswerInPieces() throws Exception {
        try (Socket socket = connect()) {
            write(socket, "GET /large HTTP/1.1\r\nHost: a\r\n\r\n");
            long taken = 0;
            for (int pause = 0; pause < 6; pause++) {
                Thread.sleep(500);
                taken += socket.getInputStream().readNBytes(LARGE / 8).length;
            }
            taken += socket.getInputStream().readNBytes(LARGE / 4).length;
            assertThat(taken).isGreaterThanOrEqualTo(LARGE);
        }
    }

    private static void assertBrokenOff(Socket socket, Duration within) throws IOException, InterruptedException {
        Thread.sleep(within.toMillis());
        long taken = 0;
        try {
            for (int read = 0; read >= 0; read = socket.getInputStream().read(new byte[64 * 1024])) {
                taken += read;
            }
        } catch (SocketException reset) {
            // Or the other thread has been told of it.
        }
        assertThat(taken).isLessThan(LARGE);
    }

    private static void drip(Socket socket) {
        try {
            write(socket, "GET /x HTTP/1.1\r\nHost: a\r\n");
            while (!Thread.currentThread().isInterrupted()) {
                write(socket, "X: x\r\n");
                Thread.sleep(200);
            }
        } catch (IOException | InterruptedException answered) {
            // The server had enough.
        }
    }

    /** What comes back until the server closes, which it must. */
    private static String exchange(String sent) throws IOException {
        try (Socket socket = connect()) {
            write(socket, sent);
            socket.shutdownOutput();
            return read(socket);
        }
    }

    private static Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.actualPort());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private static String read(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
