package org.duijie.sample.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.duijie.sample.Json;
import org.jspecify.annotations.Nullable;

/** One account at the gateway. Each request is sent once; who wants it again says so with {@link Patience}. */
public final class Session {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration FILE_TIMEOUT = Duration.ofMinutes(5);
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final Set<Integer> UNAVAILABLE = Set.of(429, 502, 503, 504);

    private final HttpClient http;
    private final URI gateway;
    private final @Nullable SignIn signIn;

    Session(HttpClient http, URI gateway, @Nullable SignIn signIn) {
        this.http = http;
        this.gateway = gateway;
        this.signIn = signIn;
    }

    public Answer get(String path) {
        return exchange("GET " + path, request("GET", path, null));
    }

    /** Makes something new. Sent again by whatever is between here and the suite, it is still made once. */
    public Answer post(String path, Object body) {
        return exchange("POST " + path, request("POST", path, body).header(IDEMPOTENCY_KEY, newKey()));
    }

    /** Hands a file in as it is. */
    public Answer post(String path, Path file, String mediaType) {
        try {
            HttpRequest.Builder request = request("POST", path, null)
                    .POST(BodyPublishers.ofFile(file))
                    .header("Content-Type", mediaType)
                    .header(IDEMPOTENCY_KEY, newKey());
            return exchange("POST " + path, request, FILE_TIMEOUT);
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes or replaces what stands under a name of one's own. */
    public Answer put(String path, Object body) {
        return change("PUT", path, body, null);
    }

    /** Looks at a resource that there is, in order to change it. */
    public Seen see(String path) {
        return new Seen(this, path, get(path).expect(200));
    }

    /** A resource as the answer that made it showed it. */
    public Seen seen(String path, Answer made) {
        return new Seen(this, path, made);
    }

    Answer change(String method, String path, @Nullable Object body, @Nullable String tag) {
        HttpRequest.Builder request = request(method, path, body).header(IDEMPOTENCY_KEY, newKey());
        if (tag != null) {
            request.header("If-Match", tag);
        }
        return exchange(method + " " + path, request);
    }

    /** Reads a document as it is. */
    public byte[] download(String path) {
        HttpRequest request = request("GET", path, null)
                .setHeader("Accept", "*/*")
                .timeout(TIMEOUT)
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new RefusedException(answer("GET " + path, response, response.body()));
            }
            return response.body();
        } catch (IOException e) {
            throw new UnavailableException("GET " + path, e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Opens a stream of server-sent events; it stays open until it is closed. */
    public EventStream stream(String path) {
        HttpRequest request = request("GET", path, null)
                .setHeader("Accept", "text/event-stream")
                .build();
        try {
            HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                try (InputStream body = response.body()) {
                    throw new RefusedException(answer("GET " + path, response, body.readAllBytes()));
                }
            }
            return new EventStream(response.body());
        } catch (IOException e) {
            throw new UnavailableException("GET " + path, e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private Answer exchange(String line, HttpRequest.Builder request) {
        return exchange(line, request, TIMEOUT);
    }

    private Answer exchange(String line, HttpRequest.Builder request, Duration timeout) {
        try {
            HttpResponse<byte[]> response = http.send(request.timeout(timeout).build(), BodyHandlers.ofByteArray());
            Answer answer = answer(line, response, response.body());
            if (UNAVAILABLE.contains(response.statusCode())) {
                throw new UnavailableException(answer);
            }
            return answer;
        } catch (IOException e) {
            throw new UnavailableException(line, e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private HttpRequest.Builder request(String method, String path, @Nullable Object body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(path))
                .method(method, body == null ? BodyPublishers.noBody() : json(body))
                .header("Accept", "application/json, application/problem+json")
                .header("Accept-Language", "zh-CN");
        if (body != null) {
            request.header("Content-Type", method.equals("PATCH") ? MERGE_PATCH : "application/json");
        }
        return signIn == null ? request : request.header("Authorization", "Bearer " + signIn.token());
    }

    private static Answer answer(String request, HttpResponse<?> response, byte[] body) {
        String tag = response.headers().firstValue("ETag").orElse(null);
        try {
            JsonNode json = body.length == 0 ? MissingNode.getInstance() : Json.MAPPER.readTree(body);
            return new Answer(request, response.statusCode(), json, tag);
        } catch (IOException notJson) {
            return new Answer(request, response.statusCode(), MissingNode.getInstance(), tag);
        }
    }

    /** A structured string, as the header's draft has it. */
    private static String newKey() {
        return '"' + UUID.randomUUID().toString() + '"';
    }

    private static BodyPublisher json(Object body) {
        try {
            return BodyPublishers.ofByteArray(Json.MAPPER.writeValueAsBytes(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted", e);
    }
}
