package org.duijie.matching.testing;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A subscriber on the other end of server-sent events. */
public final class EventStream implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final HttpResponse<Stream<String>> response;

    private volatile boolean ended;

    /** One event as it came. */
    public record Received(String id, String type, String data) {}

    private EventStream(String path, String token, @Nullable String lastEventId)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path))
                .header("Accept", "text/event-stream")
                .header("Authorization", "Bearer " + token);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        response = client.send(request.build(), HttpResponse.BodyHandlers.ofLines());
        Thread.ofVirtual().start(this::read);
    }

    public static EventStream open(UUID subscription, String token, @Nullable String lastEventId)
            throws IOException, InterruptedException {
        return new EventStream("/subscriptions/" + subscription + "/events", token, lastEventId);
    }

    public HttpResponse<Stream<String>> response() {
        return response;
    }

    /** The next event; fails if none comes. */
    public Received next() throws InterruptedException {
        Received next = received.poll(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        if (next == null) {
            throw new AssertionError("No event came within " + LIMIT);
        }
        return next;
    }

    /** Has the service closed the stream? */
    public boolean ended() {
        return ended;
    }

    public boolean silent() {
        return received.isEmpty();
    }

    private void read() {
        String[] parts = {"", "", ""};
        try {
            response.body().forEach(line -> {
                if (line.startsWith("id:")) {
                    parts[0] = line.substring(3).strip();
                } else if (line.startsWith("event:")) {
                    parts[1] = line.substring(6).strip();
                } else if (line.startsWith("data:")) {
                    parts[2] = line.substring(5).strip();
                } else if (line.isEmpty() && !parts[2].isEmpty()) {
                    received.add(new Received(parts[0], parts[1], parts[2]));
                    parts[2] = "";
                }
            });
        } catch (RuntimeException broken) {
            // The test closed the connection, or the service did in the middle of a line.
        } finally {
            ended = true;
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
