package org.duijie.matching.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A receiver of webhooks on loopback that does as it is told, and keeps all that it was sent. */
public final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final List<Message> received = new CopyOnWriteArrayList<>();

    private volatile Behaviour behaviour = exchange -> answer(exchange, 204, "");

    /** What it does with a request. */
    @FunctionalInterface
    public interface Behaviour {

        void handle(HttpExchange exchange) throws IOException;
    }

    /** A request as it came: its body to the byte, and its headers in lower case. */
    public record Message(String body, Map<String, List<String>> headers) {

        public String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }

        /** The event's number; 0 for what is no event. */
        public long number() {
            String id = header("webhook-id");
            String last = id.substring(id.lastIndexOf('_') + 1);
            return last.matches("\\d{1,18}") ? Long.parseLong(last) : 0;
        }
    }

    public Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    public void behave(Behaviour how) {
        behaviour = how;
    }

    public void answerWith(int status) {
        behave(exchange -> answer(exchange, status, ""));
    }

    public List<Message> received() {
        return received;
    }

    public List<Long> numbers() {
        return received.stream().map(Message::number).toList();
    }

    public static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, List<String>> headers = new java.util.TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(exchange.getRequestHeaders());
        received.add(new Message(body, headers));
        behaviour.handle(exchange);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
