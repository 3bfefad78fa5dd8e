package org.duijie.chassis.testing.openapi;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** Fixtures for the operations that every service has from the chassis. */
public final class ChassisFixtures {

    private static final String LETTER = """
            insert into dead_letter (id, topic, partition, record_offset, headers, cause, received_at)
            values (?, 'duijie.test', 0, ?, '{}', 'made by a test', now())
            """;

    private static final AtomicLong OFFSETS = new AtomicLong(1_000_000);

    private ChassisFixtures() {}

    public static Fixtures fixtures(DataSource database) {
        return new Fixtures()
                .on("listProblems", owner -> Call.bare())
                .on("listDeadLetters", owner -> Call.bare())
                .on("listAuditRecords", owner -> Call.bare().query("limit", 5))
                .on("replayDeadLetter", owner -> Call.of("id", deadLetter(database)));
    }

    private static UUID deadLetter(DataSource database) {
        UUID id = UUID.randomUUID();
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(LETTER)) {
            insert.setObject(1, id);
            insert.setLong(2, OFFSETS.incrementAndGet());
            insert.executeUpdate();
            return id;
        } catch (SQLException unwritable) {
            throw new IllegalStateException("The dead letter cannot be kept", unwritable);
        }
    }
}
