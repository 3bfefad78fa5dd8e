package org.duijie.matching.delivery.topic;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.duijie.chassis.event.TopicWriter;

/**
 * Which topic is due, and who writes to it. Claimed for a lease, as webhooks are: whoever is killed loses it, and somebody
 * else writes on. One instance at a time writes to a topic, which keeps its streams in order. Time is the database's.
 */
@Singleton
class TopicClaims {

    private static final Duration LEASE = TopicWriter.LIMIT.plusSeconds(20);
    private static final int MOST_STREAMS = 50;

    /** The streams of a topic {@code t}, with how far it has got in them. */
    private static final String PLACES = """
            from subscription s left join partner_place p on p.topic_id = t.id and p.subscription_id = s.id
             where s.organization = t.organization
               and (t.subscriptions = '[]' or jsonb_exists(t.subscriptions, s.id::text))
            """;

    private static final String WAITING = PLACES + """
               and (s.last_number > coalesce(p.position, 0)
                    or exists (select from subscription_manifest m
                                where m.subscription_id = s.id and m.day > coalesce(p.day, '-infinity')))
            """;

    private static final String CLAIM = """
            with due as (
                select t.id from partner_topic t where t.rests_until <= now() and exists (select %s)
                 order by t.turn_at limit 1 for update skip locked)
            update partner_topic t
               set claim = t.claim + 1, turn_at = now(), rests_until = now() + make_interval(secs => ?)
              from due where t.id = due.id
            returning t.id, t.topic, t.claim, t.attempt
            """.formatted(WAITING);

    private static final String STREAMS = """
            select w.id, w.position, w.last_number, w.day
              from partner_topic t cross join lateral (
                   select s.id, coalesce(p.position, 0) as position, s.last_number,
                          coalesce(p.day, '0001-01-01') as day %s order by s.id limit ?) w
             where t.id = ?
            """.formatted(WAITING);

    private static final String HEALTH = """
            select w.attempt, w.id, w.position, w.last_number, m.at
              from (select t.attempt, p.id, p.position, p.last_number
                      from partner_topic t cross join lateral (
                           select s.id, coalesce(p.position, 0) as position, s.last_number %s) p
                     where t.id = ?) w
              left join match_event m on m.subscription_id = w.id and m.number = w.position + 1
             order by w.id
            """.formatted(PLACES);

    private final DataSource database;

    @Inject
    TopicClaims(DataSource database) {
        this.database = database;
    }

    /** The one whose turn is the longest ago. */
    Optional<ClaimedTopic> next() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setLong(1, LEASE.toSeconds());
            try (ResultSet row = claim.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                UUID id = row.getObject(1, UUID.class);
                return Optional.of(
                        new ClaimedTopic(id, row.getString(2), row.getLong(3), row.getInt(4), places(connection, id)));
            }
        }
    }

    private static List<ClaimedTopic.Place> places(Connection connection, UUID topic) throws SQLException {
        List<ClaimedTopic.Place> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(STREAMS)) {
            select.setInt(1, MOST_STREAMS);
            select.setObject(2, topic);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new ClaimedTopic.Place(
                            row.getObject(1, UUID.class),
                            row.getLong(2),
                            row.getLong(3),
                            row.getObject(4, LocalDate.class)));
                }
            }
        }
        return found;
    }

    TopicHealthResponse health(UUID topic) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(HEALTH)) {
            select.setObject(1, topic);
            int failures = 0;
            List<TopicHealthResponse.Stream> streams = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    failures = row.getInt(1);
                    Timestamp next = row.getTimestamp(5);
                    streams.add(new TopicHealthResponse.Stream(
                            row.getObject(2, UUID.class),
                            row.getLong(3),
                            row.getLong(4),
                            next == null ? null : next.toInstant()));
                }
            }
            return TopicHealthResponse.of(failures, streams);
        } catch (SQLException failed) {
            throw new IllegalStateException("The topic's health could not be read", failed);
        }
    }
}
