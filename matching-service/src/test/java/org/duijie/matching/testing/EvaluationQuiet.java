package org.duijie.matching.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.awaitility.Awaitility;

/** Waits until everything that happened has been evaluated: matches are told after the request that brought them about. */
public final class EvaluationQuiet {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String BEHIND =
            "select exists (select from shard where evaluated_to < (select coalesce(max(number), 0) from occasion))";

    private EvaluationQuiet() {}

    public static void await(DataSource database) {
        Awaitility.await().atMost(LIMIT).until(() -> !behind(database));
    }

    private static boolean behind(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(BEHIND)) {
            rows.next();
            return rows.getBoolean(1);
        }
    }
}
