package org.duijie.matching.delivery.topic;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Writes what came of a turn. Nothing changes if the claim was lost: somebody else writes it again then. */
@Singleton
class TopicOutcomes {

    private static final int LONGEST_FAULT = 500;

    private static final String WRITTEN = """
            update partner_topic set rests_until = '-infinity', attempt = 0, failing_since = null, last_fault = null
             where id = ? and claim = ?
            """;

    private static final String FAILED = """
            update partner_topic
               set rests_until = now() + make_interval(secs => ? / 1000.0), attempt = attempt + 1,
                   failing_since = coalesce(failing_since, now()), last_fault = ?
             where id = ? and claim = ?
            """;

    /** The subscription may be gone meanwhile. */
    private static final String MOVE = """
            insert into partner_place (topic_id, subscription_id, position, day)
            select ?, id, ?, ? from subscription where id = ? for key share
            on conflict (topic_id, subscription_id) do update set position = excluded.position, day = excluded.day
            """;

    private final DataSource database;

    @Inject
    TopicOutcomes(DataSource database) {
        this.database = database;
    }

    /**
     * Runs in a transaction.
     *
     * @param places as far as the broker acknowledged
     * @param fault what was in the way of the rest; absent where nothing was
     * @param rest for how long nothing is tried then
     */
    void settle(ClaimedTopic topic, Collection<ClaimedTopic.Place> places, @Nullable String fault, Duration rest)
            throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (isStillClaimed(connection, topic, fault, rest)) {
                move(connection, topic, places);
            }
        }
    }

    private static boolean isStillClaimed(
            Connection connection, ClaimedTopic topic, @Nullable String fault, Duration rest) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(fault == null ? WRITTEN : FAILED)) {
            int next = 1;
            if (fault != null) {
                update.setLong(next++, rest.toMillis());
                update.setString(next++, fault.substring(0, Math.min(fault.length(), LONGEST_FAULT)));
            }
            update.setObject(next++, topic.id());
            update.setLong(next, topic.claim());
            return update.executeUpdate() == 1;
        }
    }

    private static void move(Connection connection, ClaimedTopic topic, Collection<ClaimedTopic.Place> places)
            throws SQLException {
        try (PreparedStatement move = connection.prepareStatement(MOVE)) {
            for (ClaimedTopic.Place place : places) {
                move.setObject(1, topic.id());
                move.setLong(2, place.position());
                move.setObject(3, place.day());
                move.setObject(4, place.subscription());
                move.addBatch();
            }
            move.executeBatch();
        }
    }
}
