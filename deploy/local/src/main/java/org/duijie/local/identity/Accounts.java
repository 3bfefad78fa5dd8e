package org.duijie.local.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.duijie.local.StateDirectory;

/**
 * Everybody who can sign in to a local run, with their secrets, as kept in its {@code accounts.json}. The secrets are
 * made at the first start and stay.
 *
 * @param issuer the realm at which they sign in
 * @param accounts people
 * @param clients programs
 */
public record Accounts(String issuer, String gateway, List<User> accounts, List<Client> clients) {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** A person of one of the offices or organizations. */
    public record User(
            String name,
            String role,
            String password,
            List<String> divisions,
            List<String> organizations,
            Title title) {}

    /** A program that acts for those who delegated it. */
    public record Client(
            String clientId,
            String role,
            String secret,
            List<String> divisions,
            List<String> organizations,
            Title title) {}

    /** Reads the accounts of a suite that was started before. */
    public static Accounts read(Path file) {
        try {
            return MAPPER.readValue(file.toFile(), Accounts.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads the kept accounts, or makes them from the sample's list at the first start, and keeps them with today's
     * addresses.
     *
     * @param sample the JSON list of the accounts that there should be, asked for at the first start only
     */
    public static Accounts keep(Path file, URI issuer, URI gateway, Supplier<String> sample) {
        Accounts known = file.toFile().exists() ? read(file) : withSecrets(sample.get());
        Accounts kept = new Accounts(issuer.toString(), gateway.toString(), known.accounts, known.clients);
        try {
            StateDirectory.writeSecret(
                    file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(kept));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
        return kept;
    }

    private static Accounts withSecrets(String json) {
        try {
            List<Account> sample = MAPPER.readValue(json, new TypeReference<>() {});
            return new Accounts(
                    "",
                    "",
                    sample.stream()
                            .filter(a -> !a.isClient())
                            .map(Accounts::user)
                            .toList(),
                    sample.stream()
                            .filter(Account::isClient)
                            .map(Accounts::client)
                            .toList());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static User user(Account account) {
        return new User(
                account.name(),
                account.role(),
                Secret.next(),
                account.divisions(),
                account.organizations(),
                account.title());
    }

    private static Client client(Account account) {
        return new Client(
                account.name(),
                account.role(),
                Secret.next(),
                account.divisions(),
                account.organizations(),
                account.title());
    }
}
