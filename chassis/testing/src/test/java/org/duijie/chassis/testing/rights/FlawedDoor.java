package org.duijie.chassis.testing.rights;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A bad example: a service of one thing, which counties read and change, with one flaw in how it keeps the door. Its
 * tokens are the callers' names in clear.
 */
final class FlawedDoor implements AutoCloseable {

    /** What can be wrong with a door. */
    enum Flaw {
        NONE,
        LETS_THE_PUBLIC_IN,
        LETS_ANOTHER_ROLE_IN,
        SHOWS_WHAT_IS_ANOTHERS,
        TELLS_THAT_THERE_IS_SOMETHING,
        HIDES_IT_WITHOUT_A_WORD,
        REFUSES_WITHOUT_A_SCHEME,
        LOCKS_ITS_OWN_OUT,
        FAILS_FOR_ALL,
        CHANGES_AND_THEN_REFUSES
    }

    private final HttpServer server;
    private final Flaw flaw;
    private final AtomicLong version = new AtomicLong();

    FlawedDoor(Flaw flaw) {
        this.flaw = flaw;
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    long version() {
        return version.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        String caller = header == null ? "" : header.substring("Bearer ".length());
        boolean changes = exchange.getRequestMethod().equals("PUT");
        int status = status(caller);
        if (changes && (status == 200 || flaw == Flaw.CHANGES_AND_THEN_REFUSES)) {
            version.incrementAndGet();
        }
        if (status == 401 && flaw != Flaw.REFUSES_WITHOUT_A_SCHEME) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
        }
        boolean mute = status == 404 && flaw == Flaw.HIDES_IT_WITHOUT_A_WORD;
        exchange.getResponseHeaders()
                .set("Content-Type", status == 200 || mute ? "application/json" : "application/problem+json");
        byte[] body = (status == 200 || mute ? "{}" : problem(status)).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private int status(String caller) {
        if (flaw == Flaw.FAILS_FOR_ALL) {
            return 500;
        }
        return switch (caller) {
            case "" -> flaw == Flaw.LETS_THE_PUBLIC_IN ? 200 : 401;
            case "COUNTY_BUREAU OWN" -> flaw == Flaw.LOCKS_ITS_OWN_OUT ? 403 : 200;
            case "COUNTY_BUREAU FOREIGN" ->
                switch (flaw) {
                    case SHOWS_WHAT_IS_ANOTHERS -> 200;
                    case TELLS_THAT_THERE_IS_SOMETHING -> 403;
                    default -> 404;
                };
            case "ORGANIZATION OWN", "ORGANIZATION FOREIGN" -> flaw == Flaw.LETS_ANOTHER_ROLE_IN ? 200 : 403;
            default -> 200;
        };
    }

    private static String problem(int status) {
        String type =
                switch (status) {
                    case 401 -> "access-unauthenticated";
                    case 403 -> "access-forbidden";
                    case 404 -> "thing-not-found";
                    default -> "request-internal-error";
                };
        return "{\"type\":\"/problems/" + type + "\",\"status\":" + status + ",\"instance\":\"urn:uuid:1\"}";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
