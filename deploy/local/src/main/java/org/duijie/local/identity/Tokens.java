package org.duijie.local.identity;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.duijie.local.identity.Accounts.Client;
import org.duijie.local.identity.Accounts.User;

/** Access tokens of the accounts of a running suite, asked for when needed and again before they run out. */
public final class Tokens {
    private static final Duration MARGIN = Duration.ofMinutes(2);

    private final Accounts accounts;
    private final TokenEndpoint endpoint;
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    private record Held(String token, Instant goodUntil) {
        boolean good() {
            return Instant.now().isBefore(goodUntil);
        }
    }

    public Tokens(Accounts accounts) {
        this.accounts = accounts;
        this.endpoint = new TokenEndpoint(HttpClient.newHttpClient(), accounts.issuer());
    }

    /** The token of a person or a program by its name in {@code accounts.json}. */
    public String of(String account) {
        return held.compute(account, (name, present) -> present != null && present.good() ? present : ask(name))
                .token();
    }

    private Held ask(String account) {
        TokenEndpoint.Grant grant = endpoint.ask(form(account));
        return new Held(grant.token(), Instant.now().plus(grant.life()).minus(MARGIN));
    }

    private Map<String, String> form(String account) {
        Optional<User> user = accounts.accounts().stream()
                .filter(u -> u.name().equals(account))
                .findFirst();
        Optional<Client> client = accounts.clients().stream()
                .filter(c -> c.clientId().equals(account))
                .findFirst();
        return user.map(Tokens::form)
                .or(() -> client.map(Tokens::form))
                .orElseThrow(() -> new IllegalArgumentException("There is no account named " + account));
    }

    private static Map<String, String> form(User user) {
        return Map.of(
                "grant_type",
                "password",
                "client_id",
                Realm.COMMAND_LINE_CLIENT,
                "username",
                user.name(),
                "password",
                user.password());
    }

    private static Map<String, String> form(Client client) {
        return Map.of(
                "grant_type", "client_credentials",
                "client_id", client.clientId(),
                "client_secret", client.secret());
    }
}
