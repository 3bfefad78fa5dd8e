package org.duijie.bench.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.duijie.sample.http.Patience;

/**
 * Receivers behind one port that keep books and fail at random: some answers are errors, some are lost after the message
 * was taken, some take long.
 */
final class FaultyReceivers implements AutoCloseable, WebhookTarget {
    private static final int PER_MILLE = 1_000;
    private static final int ERRORS = 5;
    private static final int LOST_ANSWERS = 3;
    private static final int LATE = 2;
    private static final Duration LATENESS = Duration.ofSeconds(2);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final List<Ledger> ledgers;
    private final AtomicLong failures = new AtomicLong();
    private volatile boolean healthy;

    FaultyReceivers(int count) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "20000");
        ledgers = Stream.generate(Ledger::new).limit(count).toList();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4_096);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    @Override
    public String url(int receiver) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + receiver;
    }

    List<Ledger> ledgers() {
        return ledgers;
    }

    /** How many messages were not answered as they should have been. */
    long failures() {
        return failures.get();
    }

    /** From now on all is taken. */
    void heal() {
        healthy = true;
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Ledger ledger =
                ledgers.get(Integer.parseInt(exchange.getRequestURI().getPath().substring(1)));
        int chance = healthy ? PER_MILLE : ThreadLocalRandom.current().nextInt(PER_MILLE);
        if (chance < ERRORS) {
            failures.incrementAndGet();
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
            return;
        }
        note(ledger, JSON.readTree(body));
        if (chance < ERRORS + LOST_ANSWERS) {
            failures.incrementAndGet();
            exchange.close();
            return;
        }
        if (chance < ERRORS + LOST_ANSWERS + LATE) {
            Patience.sleep(LATENESS);
        }
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    private static void note(Ledger ledger, JsonNode message) {
        JsonNode data = message.path("data");
        if (message.path("type").asText().equals("stream.manifest")) {
            JsonNode manifest = data.path("manifest");
            ledger.state(manifest.path("count").asLong(), manifest.path("hash").asText());
        } else if (data.has("event")) {
            JsonNode event = data.path("event");
            long number = event.path("number").asLong();
            ledger.take(
                    number,
                    "%d,%s,%s,%s,%s\n"
                            .formatted(
                                    number,
                                    event.path("type").asText(),
                                    event.path("need").path("id").asText(),
                                    event.path("offer").path("id").asText(),
                                    event.path("score").asText()));
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
