package org.duijie.sample.http;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.duijie.sample.Account;
import org.duijie.sample.Json;

/**
 * The accounts file that the launcher writes: the issuer, the public client that users sign in with, and every
 * account's secret.
 */
public record Credentials(URI issuer, String clientId, List<Credential> accounts) {

    /** The password of a user or the secret of a client. */
    public record Credential(
            String name,
            Account.Kind kind,
            @JsonAlias({"password", "clientSecret"}) String secret) {}

    public static Credentials read(Path file) {
        try {
            return Json.MAPPER.readValue(file.toFile(), Credentials.class);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the accounts file " + file + ": " + e.getMessage(), e);
        }
    }

    Credential of(String name) {
        return accounts.stream()
                .filter(account -> account.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the accounts file has no account " + name));
    }
}
