package org.duijie.matching.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.duijie.chassis.testing.DatabaseState;

/** Puts to rest what is being sent, and waits until it is: deliveries go on after the request that brought them about. */
public final class DeliveryQuiet {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(20);

    private static final String TOLD = "select exists (select from stream_advance)";

    /** Whoever is sending has lost its claim. */
    private static final String REST = """
            with channels as (
                update webhook_channel set next_attempt_at = 'infinity', leased_until = '-infinity', claim = claim + 1
                 where next_attempt_at < 'infinity' returning 1)
            update webhook_message set next_attempt_at = 'infinity', claim = claim + 1 where next_attempt_at < 'infinity'
            """;

    private DeliveryQuiet() {}

    /** Returns what the tables hold then. */
    public static DatabaseState await(DataSource database) {
        Awaitility.await().pollInterval(LOOK).atMost(LIMIT).until(() -> !isTold(database));
        rest(database);
        AtomicReference<DatabaseState> seen = new AtomicReference<>(DatabaseState.of(database));
        Awaitility.await().pollInterval(LOOK).atMost(LIMIT).until(() -> {
            DatabaseState now = DatabaseState.of(database);
            return now.equals(seen.getAndSet(now));
        });
        return seen.get();
    }

    private static boolean isTold(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(TOLD)) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    private static void rest(DataSource database) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(REST);
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }
}
