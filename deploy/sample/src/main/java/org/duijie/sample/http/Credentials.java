package org.duijie.sample.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.duijie.sample.Json;

/**
 * The accounts file that the launcher writes: the issuer, the people with their passwords and the programs with their
 * secrets.
 */
public record Credentials(URI issuer, List<User> accounts, List<Client> clients) {
    /** The client through which a person's password is exchanged for a token. */
    private static final String COMMAND_LINE_CLIENT = "duijie-cli";

    /** A person. */
    public record User(String name, String password) {}

    /** A program. */
    public record Client(String clientId, String secret) {}

    public static Credentials read(Path file) {
        try {
            return Json.MAPPER.readValue(file.toFile(), Credentials.class);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the accounts file " + file + ": " + e.getMessage(), e);
        }
    }

    /** The OAuth 2 grant, as form fields, that gets this account a token. */
    Map<String, String> grant(String account) {
        return accounts.stream()
                .filter(user -> user.name().equals(account))
                .findFirst()
                .map(Credentials::passwordGrant)
                .or(() -> clients.stream()
                        .filter(client -> client.clientId().equals(account))
                        .findFirst()
                        .map(Credentials::clientGrant))
                .orElseThrow(() -> new IllegalArgumentException("the accounts file has no account " + account));
    }

    private static Map<String, String> passwordGrant(User user) {
        return Map.of(
                "grant_type",
                "password",
                "client_id",
                COMMAND_LINE_CLIENT,
                "username",
                user.name(),
                "password",
                user.password());
    }

    private static Map<String, String> clientGrant(Client client) {
        return Map.of(
                "grant_type", "client_credentials",
                "client_id", client.clientId(),
                "client_secret", client.secret());
    }
}
