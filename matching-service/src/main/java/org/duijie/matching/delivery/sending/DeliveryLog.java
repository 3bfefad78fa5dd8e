package org.duijie.matching.delivery.sending;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.duijie.matching.delivery.endpoint.EndpointStatus;
import org.duijie.matching.delivery.endpoint.WebhookProblem;
import org.jspecify.annotations.Nullable;

/** What an owner can read of deliveries: attempt by attempt, and in sum. */
@ApplicationScoped
class DeliveryLog {

    private static final int FORGOTTEN_AT_ONCE = 10_000;

    private static final String ATTEMPTS = """
            select id, message, kind, subscription_id, number, at, attempt, outcome, status, duration_millis, excerpt
              from webhook_attempt
             where endpoint_id = ? and id < ? and (?::uuid is null or subscription_id = ?)
               and (?::bigint is null or number = ?)
             order by id desc limit ?
            """;

    private static final String HEALTH = """
            select e.status, e.failing_since, case when e.held_until > now() then e.held_until end,
                   (select count(*) from webhook_message m where m.endpoint_id = e.id and not m.abandoned),
                   (select count(*) from webhook_message m where m.endpoint_id = e.id and m.abandoned),
                   d.delivered, d.failed
              from webhook_endpoint e
              cross join lateral (
                  select count(*) filter (where outcome = 'DELIVERED') as delivered,
                         count(*) filter (where outcome <> 'DELIVERED') as failed
                    from webhook_attempt a where a.endpoint_id = e.id and a.at > now() - interval '1 day') d
             where e.id = ?
            """;

    private static final String STREAMS = """
            select c.subscription_id, c.position, c.last_number, c.attempt, c.failing_since,
                   case when c.next_attempt_at < now() + interval '1 year' then c.next_attempt_at end,
                   (select m.at from match_event m
                     where m.subscription_id = c.subscription_id and m.number = c.position + 1)
              from webhook_channel c where c.endpoint_id = ? order by c.subscription_id
            """;

    private static final String FORGET = """
            delete from webhook_attempt where ctid = any (array(
                select ctid from webhook_attempt where at < now() - interval '30 days' limit ?))
            """;

    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private final DataSource database;

    @Inject
    DeliveryLog(DataSource database) {
        this.database = database;
    }

    /** The newest first. */
    List<AttemptResponse> attempts(
            UUID endpoint, Optional<UUID> subscription, Optional<Long> number, Optional<UUID> before, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(ATTEMPTS)) {
            select.setObject(1, endpoint);
            select.setObject(2, before.orElse(AFTER_ALL));
            select.setObject(3, subscription.orElse(null));
            select.setObject(4, subscription.orElse(null));
            select.setObject(5, number.orElse(null));
            select.setObject(6, number.orElse(null));
            select.setInt(7, limit);
            List<AttemptResponse> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new AttemptResponse(
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            Kind.valueOf(row.getString(3)),
                            row.getObject(4, UUID.class),
                            row.getObject(5, Long.class),
                            row.getTimestamp(6).toInstant(),
                            row.getInt(7),
                            Outcome.valueOf(row.getString(8)),
                            row.getObject(9, Integer.class),
                            row.getInt(10),
                            row.getString(11)));
                }
            }
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException("The attempts could not be read", failed);
        }
    }

    HealthResponse health(UUID endpoint) {
        try (Connection connection = database.getConnection();
                PreparedStatement health = connection.prepareStatement(HEALTH)) {
            Waiting waiting = waiting(connection, endpoint);
            health.setObject(1, endpoint);
            try (ResultSet row = health.executeQuery()) {
                if (!row.next()) {
                    throw WebhookProblem.NOT_FOUND.problem();
                }
                return new HealthResponse(
                        EndpointStatus.valueOf(row.getString(1)),
                        instant(row.getTimestamp(2)),
                        instant(row.getTimestamp(3)),
                        waiting.events(),
                        waiting.oldest(),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        waiting.streams());
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The endpoint's health could not be read", failed);
        }
    }

    private record Waiting(long events, @Nullable Instant oldest, List<HealthResponse.Stream> streams) {}

    private static Waiting waiting(Connection connection, UUID endpoint) throws SQLException {
        List<HealthResponse.Stream> streams = new ArrayList<>();
        Instant oldest = null;
        long events = 0;
        try (PreparedStatement select = connection.prepareStatement(STREAMS)) {
            select.setObject(1, endpoint);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    streams.add(new HealthResponse.Stream(
                            row.getObject(1, UUID.class),
                            row.getLong(2),
                            row.getLong(3),
                            row.getInt(4),
                            instant(row.getTimestamp(5)),
                            instant(row.getTimestamp(6))));
                    events += row.getLong(3) - row.getLong(2);
                    Instant next = instant(row.getTimestamp(7));
                    if (next != null && (oldest == null || next.isBefore(oldest))) {
                        oldest = next;
                    }
                }
            }
        }
        return new Waiting(events, oldest, streams);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    /** In small steps: a service that was away for a month must not stand still over it. */
    @Scheduled(every = "1h", delayed = "11m")
    void forget() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(FORGET)) {
            delete.setInt(1, FORGOTTEN_AT_ONCE);
            while (delete.executeUpdate() == FORGOTTEN_AT_ONCE) {
                // The next ones.
            }
        }
    }
}
