package org.duijie.bench.likeness;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.duijie.local.PartName;
import org.duijie.local.Suite;
import org.duijie.sample.http.Patience;

/** Has the service read everything once more, and watches how fast it does. */
final class Reading {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMillis(20);

    private Reading() {}

    /** What was read between two looks, and how long that took. */
    record Pace(int texts, double millisPerText) {}

    /** From the first texts to the last, the rest that the service takes after each included. */
    static Pace measure(Suite suite) throws SQLException {
        suite.stop(PartName.MATCHING_SERVICE);
        try (Connection database = DriverManager.getConnection(
                        suite.jdbcUrl("matching"), suite.databaseUser(), suite.databaseUser());
                Statement statement = database.createStatement()) {
            int texts = count(statement);
            statement.execute("delete from text_vector");
            suite.restart(PartName.MATCHING_SERVICE);
            int first = await(statement, 1);
            long began = System.nanoTime();
            await(statement, texts);
            return new Pace(texts, (System.nanoTime() - began) / 1e6 / (texts - first));
        }
    }

    private static int await(Statement statement, int wanted) throws SQLException {
        long giveUpAt = System.nanoTime() + LIMIT.toNanos();
        int read = count(statement);
        while (read < wanted) {
            if (System.nanoTime() > giveUpAt) {
                throw new IllegalStateException("of " + wanted + " texts only " + read + " were read");
            }
            Patience.sleep(LOOK);
            read = count(statement);
        }
        return read;
    }

    private static int count(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("select count(*) from text_vector")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
