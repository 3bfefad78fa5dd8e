package org.duijie.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.StreamSupport;
import org.duijie.sample.data.Organizations;
import org.duijie.sample.http.EventStream;
import org.duijie.sample.http.Gateway;
import org.duijie.sample.http.Patience;
import org.duijie.sample.http.RefusedException;
import org.duijie.sample.http.StreamEvent;
import org.duijie.sample.http.UnavailableException;

/** An organization that listens to its stream, comes back whenever it breaks, and keeps the numbers that it heard. */
final class Subscriber implements AutoCloseable {

    /** A need and an offer, by id. */
    record Pair(String need, String offer) {}

    private static final Duration RECONNECT = Duration.ofMillis(300);
    private static final int PAGE = 200;

    private final Gateway gateway;
    private final String path;
    private final List<Long> heard = new CopyOnWriteArrayList<>();
    private final Thread thread;

    private Subscriber(Gateway gateway, String path) {
        this.gateway = gateway;
        this.path = path;
        this.thread = Thread.ofVirtual().name("subscriber").start(this::listen);
    }

    /** Subscribes to a field and county in which nothing else is published meanwhile. */
    static Subscriber subscribe(Gateway gateway) {
        String id = gateway.as("organization-a")
                .post(
                        "/subscriptions",
                        Map.of(
                                "organization", Organizations.at(0).creditCode(),
                                "name", "故障演练",
                                "fields", List.of("EDUCATION"),
                                "divisions", List.of("130722"),
                                "modes", List.of(),
                                "categories", List.of(),
                                "minimumScore", "0"))
                .expect(201)
                .text("id");
        return new Subscriber(gateway, "/subscriptions/" + id);
    }

    /** The pairs of demo need and offer for which a match began, each as often as it was announced. */
    List<Pair> begun() {
        return stored().stream()
                .filter(event -> event.path("type").asText().equals("MATCH_BEGAN"))
                .filter(event -> event.path("need").path("title").asText().contains("演示"))
                .map(event -> new Pair(
                        event.path("need").path("id").asText(),
                        event.path("offer").path("id").asText()))
                .toList();
    }

    /** What was announced of a need. */
    List<JsonNode> about(String need) {
        return stored().stream()
                .filter(event -> event.path("need").path("id").asText().equals(need))
                .toList();
    }

    List<Long> storedNumbers() {
        return stored().stream().map(event -> event.path("number").asLong()).toList();
    }

    List<Long> heardNumbers() {
        return List.copyOf(heard);
    }

    private List<JsonNode> stored() {
        List<JsonNode> events = new ArrayList<>();
        long after = 0;
        List<JsonNode> page;
        do {
            JsonNode items = gateway.as("organization-a")
                    .get(path + "/events?limit=" + PAGE + "&after=" + after)
                    .expect(200)
                    .body()
                    .path("items");
            page = StreamSupport.stream(items.spliterator(), false).toList();
            events.addAll(page);
            after = page.isEmpty() ? after : page.getLast().path("number").asLong();
        } while (!page.isEmpty());
        return events;
    }

    void unsubscribe() {
        thread.interrupt();
        gateway.as("organization-a").see(path).delete();
    }

    private void listen() {
        while (!Thread.currentThread().isInterrupted()) {
            long last = heard.isEmpty() ? 0 : heard.getLast();
            try (EventStream stream = gateway.as("organization-a").stream(path + "/events?after=" + last)) {
                for (StreamEvent event = stream.next(); event != null; event = stream.next()) {
                    heard.add(Long.valueOf(event.id()));
                }
            } catch (UncheckedIOException | UnavailableException | RefusedException broken) {
                // Comes back with the last number it heard.
            }
            try {
                Patience.sleep(RECONNECT);
            } catch (IllegalStateException interrupted) {
                return;
            }
        }
    }

    @Override
    public void close() {
        // The stream is read on until every event was heard.
    }
}
