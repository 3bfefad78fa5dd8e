package org.duijie.gateway.route;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The headers of a request as a service may see them. Where a request came from is said by the gateway alone: whatever
 * a caller claims about that, or about who it is other than by its token, is dropped.
 */
final class ForwardedHeaders {

    private static final Set<String> CLAIMED = Set.of(
            "forwarded",
            "x-real-ip",
            "x-client-ip",
            "true-client-ip",
            "x-original-url",
            "x-rewrite-url",
            "x-http-method",
            "x-http-method-override",
            "x-method-override",
            "proxy-connection");
    private static final CharSequence KEEP_ALIVE = HttpHeaders.createOptimized("Keep-Alive");
    private static final List<String> CLAIMED_PREFIXES = List.of("x-forwarded-", "x-user-", "x-original-");

    private ForwardedHeaders() {}

    /**
     * Rewrites the headers that go to a service.
     *
     * @param prefix the part of the path that the service does not see, empty for most routes
     */
    static void rewrite(MultiMap headers, HttpServerRequest request, String prefix) {
        dropHopByHop(headers);
        List.copyOf(headers.names()).stream()
                .filter(ForwardedHeaders::isClaimed)
                .forEach(headers::remove);
        // Answered by the gateway itself, see Exchange.
        headers.remove("Expect");

        headers.set("X-Forwarded-For", request.remoteAddress().hostAddress());
        headers.set("X-Forwarded-Proto", request.scheme());
        if (request.authority() != null) {
            headers.set("X-Forwarded-Host", request.authority().toString());
        }
        if (!prefix.isEmpty()) {
            headers.set("X-Forwarded-Prefix", prefix);
        }
    }

    /** A sender names in {@code Connection} what is meant for the next party only. The proxy drops the standard ones. */
    static void dropHopByHop(MultiMap headers) {
        if (headers.contains(HttpHeaders.CONNECTION)) {
            headers.getAll(HttpHeaders.CONNECTION).stream()
                    .flatMap(value -> List.of(value.split(",")).stream())
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .toList()
                    .forEach(headers::remove);
            headers.remove(HttpHeaders.CONNECTION);
        }
        headers.remove(KEEP_ALIVE);
    }

    private static boolean isClaimed(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return CLAIMED.contains(lower) || CLAIMED_PREFIXES.stream().anyMatch(lower::startsWith);
    }
}
