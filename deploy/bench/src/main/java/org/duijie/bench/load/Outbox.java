package org.duijie.bench.load;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.duijie.sample.http.Patience;

/** What a service has still to tell. */
public final class Outbox {
    private static final Duration PAUSE = Duration.ofMillis(200);

    private Outbox() {}

    /** Returns when all is told: what a round leaves to be sent would be paid for by the next. */
    public static void awaitEmpty(Connection database) throws SQLException {
        do {
            Patience.sleep(PAUSE);
        } while (isWaiting(database));
    }

    private static boolean isWaiting(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet waiting = statement.executeQuery("select exists (select from outbox)")) {
            waiting.next();
            return waiting.getBoolean(1);
        }
    }
}
