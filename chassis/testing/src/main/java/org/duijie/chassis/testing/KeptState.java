package org.duijie.chassis.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duijie.chassis.embedded.PostgresServer;

/**
 * What a released version left in its database: tests begin with it, so that every start of a test migrates it. The
 * module's {@code kept/<version>.sql} holds the history of the migrations that had run, and rows. These migrations run
 * first, as they are now; Flyway then compares them with the checksums of the history, so that none can be changed after
 * its release.
 */
final class KeptState {

    private static final String OLDEST = "/kept/0.1.0.sql";
    private static final Pattern MIGRATION = Pattern.compile("V\\d{3}__\\w+\\.sql");

    /** Flyway's own table, as it makes it. */
    private static final String HISTORY = """
            create table flyway_schema_history (
                installed_rank int           primary key,
                version        varchar(50),
                description    varchar(200)  not null,
                type           varchar(20)   not null,
                script         varchar(1000) not null,
                checksum       int,
                installed_by   varchar(100)  not null,
                installed_on   timestamp     not null default now(),
                execution_time int           not null,
                success        boolean       not null
            )
            """;

    private KeptState() {}

    /** Fills an empty database, if the module under test keeps anything. */
    static void restore(PostgresServer server, String database) {
        if (KeptState.class.getResource(OLDEST) == null) {
            return;
        }
        String kept = resource(OLDEST);
        try (Connection connection =
                        DriverManager.getConnection(server.jdbcUrl(database), server.username(), server.password());
                Statement statement = connection.createStatement()) {
            Matcher migration = MIGRATION.matcher(kept);
            while (migration.find()) {
                statement.execute(resource("/db/migration/" + migration.group()));
            }
            statement.execute(HISTORY);
            statement.execute(kept);
        } catch (SQLException failed) {
            throw new IllegalStateException("What 0.1.0 left cannot be restored", failed);
        }
    }

    private static String resource(String name) {
        try (InputStream content = KeptState.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(content, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
