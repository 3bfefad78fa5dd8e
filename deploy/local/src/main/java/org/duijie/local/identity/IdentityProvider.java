package org.duijie.local.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.duijie.local.Health;

/** The running Keycloak as its administrator sees it. */
public final class IdentityProvider {
    /** The administrator's name, for the console of the local run. */
    public static final String ADMINISTRATOR = "admin";

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;
    private final URI management;
    private final String password;

    /**
     * @param base where it listens, without a path
     * @param management where it tells how it is
     * @param password of its administrator
     */
    public IdentityProvider(URI base, URI management, String password) {
        this.base = base;
        this.management = management;
        this.password = password;
    }

    /** The realm of the suite at an identity provider. */
    public static URI issuer(URI base) {
        return base.resolve("/realms/" + Realm.NAME);
    }

    /** Says whether the realm is there to sign in to. Before the provider has started nobody can tell. */
    public boolean hasRealm() {
        return Health.isAnswered(URI.create(issuer(base) + "/.well-known/openid-configuration"));
    }

    /** Says whether the provider itself has started and is ready to be asked. */
    public boolean isUp() {
        return Health.isAnswered(management.resolve("/health/ready"));
    }

    /** Makes the realm with these accounts. */
    public void createRealm(Accounts accounts) {
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/admin/realms"))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + administratorToken())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Realm.json(accounts)))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 201) {
                throw new IllegalStateException(
                        "Keycloak refuses the realm with " + answer.statusCode() + ": " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String administratorToken() {
        return new TokenEndpoint(http, base.resolve("/realms/master").toString())
                .ask(Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        ADMINISTRATOR,
                        "password",
                        password))
                .token();
    }
}
