package org.duijie.sample.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
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
import java.time.Duration;
import java.util.Set;
import org.duijie.sample.Json;
import org.jspecify.annotations.Nullable;

/** One account at the gateway. Each request is sent once; who wants it again says so with {@link Patience}. */
public final class Session {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
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
        return exchange("GET", path, BodyPublishers.noBody());
    }

    public Answer post(String path) {
        return exchange("POST", path, BodyPublishers.noBody());
    }

    public Answer post(String path, Object body) {
        return exchange("POST", path, json(body));
    }

    public Answer put(String path, Object body) {
        return exchange("PUT", path, json(body));
    }

    public Answer delete(String path) {
        return exchange("DELETE", path, BodyPublishers.noBody());
    }

    /** Opens a stream of server-sent events; it stays open until it is closed. */
    public EventStream stream(String path) {
        HttpRequest request = request("GET", path, BodyPublishers.noBody())
                .setHeader("Accept", "text/event-stream")
                .build();
        try {
            HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                try (InputStream body = response.body()) {
                    throw new RefusedException(answer("GET " + path, response.statusCode(), body.readAllBytes()));
                }
            }
            return new EventStream(response.body());
        } catch (IOException e) {
            throw new UnavailableException("GET " + path, e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private Answer exchange(String method, String path, BodyPublisher body) {
        try {
            HttpResponse<byte[]> response =
                    http.send(request(method, path, body).timeout(TIMEOUT).build(), BodyHandlers.ofByteArray());
            Answer answer = answer(method + " " + path, response.statusCode(), response.body());
            if (UNAVAILABLE.contains(response.statusCode())) {
                throw new UnavailableException(answer);
            }
            return answer;
        } catch (IOException e) {
            throw new UnavailableException(method + " " + path, e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private HttpRequest.Builder request(String method, String path, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(path))
                .method(method, body)
                .header("Accept", "application/json, application/problem+json")
                .header("Accept-Language", "zh-CN")
                .header("Content-Type", "application/json");
        return signIn == null ? request : request.header("Authorization", "Bearer " + signIn.token());
    }

    private static Answer answer(String request, int status, byte[] body) {
        try {
            JsonNode json = body.length == 0 ? MissingNode.getInstance() : Json.MAPPER.readTree(body);
            return new Answer(request, status, json);
        } catch (IOException notJson) {
            return new Answer(request, status, MissingNode.getInstance());
        }
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
