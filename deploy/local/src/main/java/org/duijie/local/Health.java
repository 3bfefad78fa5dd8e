package org.duijie.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Ways to ask whether a part is ready. */
public final class Health {
    private static final int CONNECT_MILLIS = 500;
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofMillis(CONNECT_MILLIS))
            .build();

    private Health() {}

    /** Ready when a GET is answered with 200. */
    static BooleanSupplier answers(URI uri) {
        return () -> isAnswered(uri);
    }

    /** Says whether a GET is answered with 200 now. */
    public static boolean isAnswered(URI uri) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(uri).timeout(ANSWER_LIMIT).build();
            return CLIENT.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Ready when something listens on the port. */
    static BooleanSupplier listens(int port) {
        return () -> {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
                return true;
            } catch (IOException notYet) {
                return false;
            }
        };
    }
}
