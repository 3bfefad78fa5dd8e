package org.duijie.matching.delivery.sending;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.sql.DataSource;
import org.duijie.chassis.testing.Infrastructure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a receiver does, a delivery is over in time, has not read much, and says what was wrong. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class BadReceiverTest {

    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final int LIMIT_MILLIS = 17_000;
    private static final char[] PASSWORD = "receiver".toCharArray();

    private final WebhookScene scene;

    @Inject
    BadReceiverTest(DataSource database) {
        this.scene = new WebhookScene(database);
    }

    @AfterEach
    void close() {
        scene.sql("delete from webhook_endpoint where organization = ?", scene.creditCode);
    }

    /** What a receiver does once it has the head of a request. */
    private interface Misbehaviour {

        void towards(Socket client) throws IOException, InterruptedException;
    }

    @Test
    void isOverInTimeAndSaysWhatWasWrong() throws Exception {
        Map<String, Misbehaviour> ways = Map.of(
                "TIMED_OUT after silence", client -> Thread.sleep(60_000),
                "TIMED_OUT after half a head",
                        client -> {
                            say(client, "HTTP/1.1 20");
                            Thread.sleep(60_000);
                        },
                "DELIVERED after a body by the byte",
                        client -> {
                            say(client, OK + "Content-Length: 1000\r\n\r\n");
                            for (int i = 0; i < 60; i++) {
                                say(client, ".");
                                Thread.sleep(1_000);
                            }
                        },
                "UNREACHABLE after endless headers",
                        client -> {
                            say(client, OK);
                            for (int i = 0; i < 100_000; i++) {
                                say(client, "X-" + i + ": y\r\n");
                            }
                        },
                "UNREACHABLE after an endless header",
                        client -> {
                            say(client, OK + "X: ");
                            for (int i = 0; i < 100_000; i++) {
                                say(client, "yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy");
                            }
                        },
                "UNREACHABLE after another protocol", client -> say(client, "SSH-2.0-OpenSSH_9.7\r\n"),
                "UNREACHABLE after a reset", client -> client.setSoLinger(true, 0),
                "DELIVERED after a reset in the body",
                        client -> {
                            say(client, OK + "Content-Length: 1000\r\n\r\nhalf");
                            client.setSoLinger(true, 0);
                        });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<String, Future<JsonPath>> answers = new java.util.TreeMap<>();
            for (Map.Entry<String, Misbehaviour> way : ways.entrySet()) {
                ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                threads.execute(() -> serve(server, way.getValue()));
                var endpoint = scene.endpoint("http://127.0.0.1:" + server.getLocalPort() + "/");
                answers.put(way.getKey(), threads.submit(() -> tested(endpoint)));
            }
            for (Map.Entry<String, Future<JsonPath>> answer : answers.entrySet()) {
                JsonPath attempt = answer.getValue().get();
                assertThat(answer.getKey()).startsWith(attempt.getString("outcome") + " ");
                assertThat(attempt.getInt("durationMillis")).as(answer.getKey()).isLessThan(LIMIT_MILLIS);
            }
            threads.shutdownNow();
        }
    }

    @Test
    void sendsNothingToAReceiverWhoseCertificateNobodyVouchesFor(@TempDir Path folder) throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(selfSigned(folder)));
        boolean[] asked = {false};
        server.createContext("/", exchange -> {
            asked[0] = true;
            exchange.close();
        });
        server.start();
        try {
            var endpoint =
                    scene.endpoint("https://127.0.0.1:" + server.getAddress().getPort() + "/");

            JsonPath attempt = tested(endpoint);

            assertThat(attempt.getString("outcome")).isEqualTo("UNREACHABLE");
            assertThat(attempt.getString("excerpt")).contains("certification path");
            assertThat(asked[0]).isFalse();
        } finally {
            server.stop(0);
        }
    }

    private JsonPath tested(WebhookScene.Made endpoint) {
        return scene.post(endpoint, "test", Map.of()).statusCode(200).extract().jsonPath();
    }

    private static void serve(ServerSocket server, Misbehaviour misbehaviour) {
        try (server;
                Socket client = server.accept()) {
            InputStream in = client.getInputStream();
            byte[] head = new byte[64];
            assertThat(in.read(head)).isPositive();
            misbehaviour.towards(client);
        } catch (IOException | InterruptedException over) {
            // The sender has had enough, or the test has.
            Thread.currentThread().interrupt();
        }
    }

    private static void say(Socket client, String words) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write(words.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static SSLContext selfSigned(Path folder) throws Exception {
        Path store = folder.resolve("receiver.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "receiver",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
