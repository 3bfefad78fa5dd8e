package org.duijie.chassis.testing.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sends calls as they are, byte for byte: nothing is mended on the way, unlike in a client made for friends. */
public final class Wire {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String STREAM = "text/event-stream";

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();
    private final String base;

    private Wire(String base) {
        this.base = base;
    }

    /** @param base such as {@code http://127.0.0.1:8081} */
    public static Wire to(String base) {
        return new Wire(base);
    }

    public static Wire to(int port) {
        return to("http://127.0.0.1:" + port);
    }

    /** Calls an operation with a token, or without one. Every call has an idempotency key of its own. */
    public Answer send(ApiOperation operation, Call call, @Nullable String token) {
        String body = call.body();
        return send(operation, call, token, body == null ? null : body.getBytes(StandardCharsets.UTF_8));
    }

    /** The same with another body than the call's. */
    public Answer send(ApiOperation operation, Call call, @Nullable String token, byte @Nullable [] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + call.target(operation)))
                .timeout(LIMIT)
                .method(
                        operation.method(),
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        if (body != null) {
            request.setHeader("Content-Type", call.contentType());
        }
        if (token != null) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        if (!operation.safe()) {
            request.setHeader("Idempotency-Key", "\"" + UUID.randomUUID() + "\"");
        }
        call.headers().forEach(request::setHeader);
        return send(request.build());
    }

    /**
     * Sends a request that somebody else put together. A server that has answered without reading all of a body closes
     * the connection, which the next request may come too late to see: it is sent again, once.
     */
    public Answer send(HttpRequest request) {
        try {
            return sendOnce(request);
        } catch (UncheckedIOException closed) {
            return sendOnce(request);
        }
    }

    private Answer sendOnce(HttpRequest request) {
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream content = response.body()) {
                // A stream of events has no end; that it began is all there is to know.
                boolean endless =
                        response.headers().firstValue("Content-Type").orElse("").startsWith(STREAM);
                String body = endless ? "" : new String(content.readAllBytes(), StandardCharsets.UTF_8);
                return new Answer(response.statusCode(), response.headers(), body);
            }
        } catch (IOException unanswered) {
            throw new UncheckedIOException(request.method() + " " + request.uri() + " was not answered", unanswered);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    /** A request to a path of the service, to be put together freely. */
    public HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(URI.create(base + target)).timeout(LIMIT);
    }
}
