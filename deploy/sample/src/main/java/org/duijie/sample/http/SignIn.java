package org.duijie.sample.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.duijie.sample.Json;
import org.jspecify.annotations.Nullable;

/** Gets one account's access tokens from the issuer and renews them before they run out. */
final class SignIn {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Duration RENEW_BEFORE_END = Duration.ofSeconds(15);

    private final HttpClient http;
    private final Credentials credentials;
    private final String account;
    private final ReentrantLock renewal = new ReentrantLock();

    private @Nullable URI tokenEndpoint;
    private String token = "";
    private long renewAt = System.nanoTime();

    SignIn(HttpClient http, Credentials credentials, String account) {
        this.http = http;
        this.credentials = credentials;
        this.account = account;
    }

    /** A token that is good for a while yet. */
    String token() {
        renewal.lock();
        try {
            if (System.nanoTime() >= renewAt) {
                renew();
            }
            return token;
        } finally {
            renewal.unlock();
        }
    }

    private void renew() {
        URI endpoint = tokenEndpoint == null ? discoverTokenEndpoint() : tokenEndpoint;
        tokenEndpoint = endpoint;
        JsonNode granted = send(HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(credentials.grant(account)))));
        Duration life = Duration.ofSeconds(granted.path("expires_in").asLong(60));
        Duration use = life.minus(RENEW_BEFORE_END);
        token = granted.path("access_token").asText();
        renewAt = System.nanoTime() + (use.isPositive() ? use : life.dividedBy(2)).toNanos();
    }

    private URI discoverTokenEndpoint() {
        URI discovery = URI.create(credentials.issuer() + "/.well-known/openid-configuration");
        return URI.create(
                send(HttpRequest.newBuilder(discovery)).path("token_endpoint").asText());
    }

    private JsonNode send(HttpRequest.Builder request) {
        String name = "sign-in of " + account;
        try {
            HttpResponse<byte[]> response = http.send(request.timeout(TIMEOUT).build(), BodyHandlers.ofByteArray());
            Answer answer = new Answer(name, response.statusCode(), Json.MAPPER.readTree(response.body()), null);
            return answer.expect(200).body();
        } catch (IOException e) {
            throw new UnavailableException(name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
