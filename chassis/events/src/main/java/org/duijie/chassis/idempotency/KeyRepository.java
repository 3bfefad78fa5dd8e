package org.duijie.chassis.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The keys that were used, with the answers that their requests were given. */
@ApplicationScoped
class KeyRepository {

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};
    private static final int CLEANED_AT_ONCE = 10_000;

    /** The lock is tried only for a key that is new: whoever asks for a stored answer hinders nobody. */
    private static final String ENTER = """
            select k.fingerprint, k.status, k.headers, k.body,
                   case when k.key is null then pg_try_advisory_xact_lock(?) end
              from (values (1)) as always
              left join idempotency_key k on k.caller = ? and k.method = ? and k.route = ? and k.key = ?
            """;

    private static final String KEEP = """
            insert into idempotency_key (caller, method, route, key, fingerprint, status, headers, body, created_at)
            values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?) on conflict do nothing
            """;

    private final DataSource database;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final Duration retention;

    @Inject
    KeyRepository(
            DataSource database,
            ObjectMapper json,
            InstantSource clock,
            @ConfigProperty(name = "duijie.idempotency.retention", defaultValue = "7D") Duration retention) {
        this.database = database;
        this.json = json;
        this.clock = clock;
        this.retention = retention;
    }

    /**
     * Lets a request in whose key is new, and keeps every other one of the same key out until the transaction ends.
     *
     * @throws ReplayException if it has acted before
     */
    void enter(KeyedRequest request) {
        try (Connection connection = database.getConnection();
                PreparedStatement enter = connection.prepareStatement(ENTER)) {
            enter.setLong(1, request.lock());
            enter.setString(2, request.caller());
            enter.setString(3, request.method());
            enter.setString(4, request.route());
            enter.setString(5, request.key());
            try (ResultSet row = enter.executeQuery()) {
                row.next();
                byte[] fingerprint = row.getBytes(1);
                if (fingerprint != null) {
                    throw known(request, fingerprint, row);
                }
                if (!row.getBoolean(5)) {
                    throw IdempotencyProblem.IN_PROGRESS.problem().withHeader("Retry-After", "1");
                }
            }
        } catch (SQLException | JsonProcessingException failed) {
            throw new IllegalStateException("The idempotency key could not be read", failed);
        }
    }

    private RuntimeException known(KeyedRequest request, byte[] fingerprint, ResultSet row)
            throws SQLException, JsonProcessingException {
        if (!MessageDigest.isEqual(fingerprint, request.fingerprint())) {
            return IdempotencyProblem.KEY_REUSED.problem();
        }
        Map<String, String> headers = json.readValue(row.getString(3), HEADERS);
        return new ReplayException(new StoredAnswer(row.getInt(2), headers, row.getBytes(4)));
    }

    /**
     * Keeps the answer for the next time.
     *
     * @throws org.duijie.chassis.problem.ProblemException 409 if the same request was committed just before this one
     *     entered: its row was not to be seen yet when its lock was already free
     */
    void keep(KeyedRequest request, StoredAnswer answer) {
        try (Connection connection = database.getConnection();
                PreparedStatement keep = connection.prepareStatement(KEEP)) {
            keep.setString(1, request.caller());
            keep.setString(2, request.method());
            keep.setString(3, request.route());
            keep.setString(4, request.key());
            keep.setBytes(5, request.fingerprint());
            keep.setInt(6, answer.status());
            keep.setString(7, json.writeValueAsString(answer.headers()));
            keep.setBytes(8, answer.body());
            keep.setTimestamp(9, Timestamp.from(clock.instant()));
            if (keep.executeUpdate() == 0) {
                throw IdempotencyProblem.IN_PROGRESS.problem().withHeader("Retry-After", "1");
            }
        } catch (SQLException | JsonProcessingException failed) {
            throw new IllegalStateException("The idempotency key could not be written", failed);
        }
    }

    /** In small transactions: a service that was away for a week must not stand still over it. */
    @Scheduled(every = "1h", delayed = "10m")
    void forget() {
        while (QuarkusTransaction.requiringNew().call(this::forgetSome) == CLEANED_AT_ONCE) {
            // The next ones.
        }
    }

    private int forgetSome() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("delete from idempotency_key where ctid = any (array("
                                + "select ctid from idempotency_key where created_at < ? limit " + CLEANED_AT_ONCE
                                + "))")) {
            delete.setTimestamp(1, Timestamp.from(clock.instant().minus(retention)));
            return delete.executeUpdate();
        }
    }
}
