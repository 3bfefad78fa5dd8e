package org.duijie.bench.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duijie.bench.Latencies;

/** Thousands of receivers behind one port, told apart by path. Those that are slow take their time; none fails. */
final class Receivers implements AutoCloseable, WebhookTarget {
    private static final Duration SLOW = Duration.ofSeconds(10);
    private static final Pattern AT = Pattern.compile("\"timestamp\":\"([^\"]+)\"");

    private final HttpServer server;
    private final Set<String> slow = ConcurrentHashMap.newKeySet();
    private final Map<String, AtomicInteger> times = new ConcurrentHashMap<>();
    private final AtomicLong taken = new AtomicLong();
    private final ConcurrentLinkedQueue<Long> ages = new ConcurrentLinkedQueue<>();

    Receivers() throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "20000");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4_096);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    @Override
    public String url(int receiver) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + receiver;
    }

    void slowDown(int receiver) {
        slow.add("/" + receiver);
    }

    /** How many messages the healthy ones took since the last {@link #forget}. */
    long taken() {
        return taken.get();
    }

    /** How many of those they had taken before. */
    long doubled() {
        return times.values().stream().mapToLong(count -> count.get() - 1L).sum();
    }

    /** From what the message says to when it is taken, of the healthy ones. */
    Latencies ages() {
        Latencies all = new Latencies();
        ages.forEach(all::add);
        return all;
    }

    void forget() {
        taken.set(0);
        times.clear();
        ages.clear();
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        if (slow.contains(path)) {
            pause();
        } else {
            Matcher at = AT.matcher(body);
            if (at.find()) {
                ages.add(Duration.between(Instant.parse(at.group(1)), Instant.now())
                        .toNanos());
            }
            times.computeIfAbsent(exchange.getRequestHeaders().getFirst("webhook-id") + path, id -> new AtomicInteger())
                    .incrementAndGet();
            taken.incrementAndGet();
        }
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    private static void pause() {
        try {
            Thread.sleep(SLOW);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
