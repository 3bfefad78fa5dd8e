package org.duijie.matching.delivery.sending;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.duijie.chassis.time.Ids;
import org.jspecify.annotations.Nullable;

/**
 * Writes what came of deliveries: for many at once, since each on its own would cost more than the sending. An outcome
 * whose claim was lost changes nothing; that there was an attempt is written all the same, unless the endpoint is gone.
 */
@Singleton
class OutcomeRepository {

    private static final String MOVE = """
            with said as (
                select t.*
                  from unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::bigint[], ?::int[], ?::bigint[], ?::boolean[])
                           as t (endpoint_id, subscription_id, claim, position, attempt, delay_millis, slow)
                  join webhook_channel c using (endpoint_id, subscription_id)
                 where c.claim = t.claim order by c.endpoint_id, c.subscription_id for update of c)
            update webhook_channel c
               set position = said.position,
                   attempt = said.attempt,
                   failing_since = case when said.attempt = 0 then null
                                        when c.position = said.position then coalesce(c.failing_since, now())
                                        else now() end,
                   slow = said.slow,
                   leased_until = '-infinity',
                   next_attempt_at = case when said.delay_millis is not null
                                          then now() + make_interval(secs => said.delay_millis / 1000.0)
                                          when c.last_number > said.position then now()
                                          else 'infinity' end
              from said
             where c.endpoint_id = said.endpoint_id and c.subscription_id = said.subscription_id
            returning c.next_attempt_at <= now()
            """;

    /** Its first attempt was made in order, so that it goes on with the second delay of the schedule. */
    private static final String SET_ASIDE = """
            insert into webhook_message (id, endpoint_id, subscription_id, kind, number, attempt, since, next_attempt_at)
            select s.id, s.endpoint_id, s.subscription_id, 'EVENT', s.number, s.attempt, now(),
                   now() + make_interval(secs => s.delay_millis / 1000.0)
              from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::bigint[], ?::int[], ?::bigint[])
                   as s (id, endpoint_id, subscription_id, number, attempt, delay_millis)
              join webhook_channel c using (endpoint_id, subscription_id)
            on conflict do nothing
            """;

    private static final String LOG = """
            insert into webhook_attempt (id, endpoint_id, subscription_id, kind, number, message, at, attempt, outcome,
                                         status, duration_millis, excerpt)
            select a.* from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::bigint[], ?::text[], ?::timestamptz[],
                                   ?::int[], ?::text[], ?::int[], ?::int[], ?::text[]) as a (id, endpoint_id)
              join webhook_endpoint e on e.id = a.endpoint_id
            """;

    private static final String SUCCEEDED = """
            update webhook_endpoint set failing_since = null, failures = 0, held_until = null
             where id in (select id from webhook_endpoint
                           where id = any (?) and (failures > 0 or failing_since is not null)
                           order by id for update)
            """;

    private static final String FAILED = """
            with said as (select * from unnest(?::uuid[], ?::int[], ?::bigint[]) as t (id, failures, held_millis)),
            held as (select e.id from webhook_endpoint e join said using (id) order by e.id for update of e)
            update webhook_endpoint e
               set failures = e.failures + said.failures,
                   failing_since = coalesce(e.failing_since, now()),
                   held_until = case when said.held_millis > 0
                                     then greatest(e.held_until, now() + make_interval(secs => said.held_millis / 1000.0))
                                     else e.held_until end
              from said join held using (id) where e.id = said.id
            returning e.id, e.failures
            """;

    private static final String OPEN = """
            update webhook_endpoint set held_until = greatest(held_until, now() + make_interval(secs => ?))
             where id = ? and failures >= ?
            """;

    private static final String FORGET = "delete from webhook_message where id = ? and claim = ?";

    private static final String POSTPONE = """
            update webhook_message set attempt = ?, next_attempt_at = now() + make_interval(secs => ? / 1000.0)
             where id = ? and claim = ?
            """;

    private static final String GIVE_UP = """
            update webhook_message set attempt = ?, abandoned = true, next_attempt_at = 'infinity'
             where id = ? and claim = ?
            """;

    private final Ids ids;

    @Inject
    OutcomeRepository(Ids ids) {
        this.ids = ids;
    }

    /** Returns whether one of them has something that is due at once. */
    boolean move(Connection connection, List<ChannelOutcome> unordered) throws SQLException {
        List<ChannelOutcome> outcomes = unordered.stream()
                .sorted(Comparator.comparing(
                                (ChannelOutcome one) -> one.channel().target().endpoint())
                        .thenComparing(one -> one.channel().subscription()))
                .toList();
        try (PreparedStatement move = connection.prepareStatement(MOVE)) {
            Rows<ChannelOutcome> rows = new Rows<>(connection, move, outcomes);
            rows.set(1, "uuid", one -> one.channel().target().endpoint());
            rows.set(2, "uuid", one -> one.channel().subscription());
            rows.set(3, "bigint", one -> one.channel().claim());
            rows.set(4, "bigint", ChannelOutcome::position);
            rows.set(5, "int", ChannelOutcome::attempt);
            rows.set(6, "bigint", one -> millis(one.delay()));
            rows.set(7, "boolean", ChannelOutcome::slow);
            boolean moreIsDue = false;
            try (ResultSet due = move.executeQuery()) {
                while (due.next()) {
                    moreIsDue |= due.getBoolean(1);
                }
            }
            return moreIsDue;
        }
    }

    /** @param delays until each is tried on its own */
    void setAside(Connection connection, List<ChannelOutcome> outcomes, Function<ChannelOutcome, Duration> delays)
            throws SQLException {
        if (outcomes.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(SET_ASIDE)) {
            Rows<ChannelOutcome> rows = new Rows<>(connection, insert, outcomes);
            rows.set(1, "uuid", one -> ids.next());
            rows.set(2, "uuid", one -> one.channel().target().endpoint());
            rows.set(3, "uuid", one -> one.channel().subscription());
            rows.set(4, "bigint", ChannelOutcome::setAside);
            rows.set(5, "int", one -> one.attempts().getLast().attempt());
            rows.set(6, "bigint", one -> delays.apply(one).toMillis());
            insert.executeUpdate();
        }
    }

    /** An attempt and the endpoint that it went to. */
    record Logged(UUID endpoint, Attempt attempt) {}

    void log(Connection connection, List<Logged> attempts) throws SQLException {
        if (attempts.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(LOG)) {
            Rows<Logged> rows = new Rows<>(connection, insert, attempts);
            rows.set(1, "uuid", one -> ids.next());
            rows.set(2, "uuid", Logged::endpoint);
            rows.set(3, "uuid", one -> one.attempt().message().subscription());
            rows.set(4, "text", one -> one.attempt().message().kind().name());
            rows.set(5, "bigint", one -> one.attempt().message().number());
            rows.set(6, "text", one -> one.attempt().message().id());
            rows.set(7, "timestamptz", one -> Timestamp.from(one.attempt().at()));
            rows.set(8, "int", one -> one.attempt().attempt());
            rows.set(9, "text", one -> one.attempt().outcome().name());
            rows.set(10, "int", one -> one.attempt().status());
            rows.set(11, "int", one -> (int) one.attempt().took().toMillis());
            rows.set(12, "text", one -> one.attempt().excerpt());
            insert.executeUpdate();
        }
    }

    /** They took something: whatever they failed in before is over. */
    void succeeded(Connection connection, Collection<UUID> endpoints) throws SQLException {
        if (endpoints.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(SUCCEEDED)) {
            update.setArray(1, connection.createArrayOf("uuid", endpoints.toArray()));
            update.executeUpdate();
        }
    }

    /** How often an endpoint failed in these outcomes, and for how long it asked to be spared. */
    record Failure(int times, Duration held) {}

    /** @param open by failures in a row, for how long nothing is sent */
    void failed(Connection connection, Map<UUID, Failure> failures, Function<Integer, Duration> open)
            throws SQLException {
        if (failures.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(FAILED);
                PreparedStatement hold = connection.prepareStatement(OPEN)) {
            Rows<Map.Entry<UUID, Failure>> rows = new Rows<>(connection, update, List.copyOf(failures.entrySet()));
            rows.set(1, "uuid", Map.Entry::getKey);
            rows.set(2, "int", entry -> entry.getValue().times());
            rows.set(3, "bigint", entry -> entry.getValue().held().toMillis());
            try (var row = update.executeQuery()) {
                while (row.next()) {
                    Duration opened = open.apply(row.getInt(2));
                    if (opened.isPositive()) {
                        hold.setDouble(1, opened.toMillis() / 1000.0);
                        hold.setObject(2, row.getObject(1));
                        hold.setInt(3, row.getInt(2));
                        hold.addBatch();
                    }
                }
            }
            hold.executeBatch();
        }
    }

    /** Whether a message is over, given up, or due again later. */
    void settle(Connection connection, MessageOutcome outcome) throws SQLException {
        Attempt attempt = outcome.attempt();
        int attempts = outcome.message().attempt() + (attempt == null ? 0 : 1);
        boolean over = outcome.delay() == null;
        String sql = over ? (attempt != null && !attempt.delivered() ? GIVE_UP : FORGET) : POSTPONE;
        try (PreparedStatement settle = connection.prepareStatement(sql)) {
            int next = 1;
            if (!sql.equals(FORGET)) {
                settle.setInt(next++, attempts);
            }
            if (outcome.delay() != null) {
                settle.setLong(next++, outcome.delay().toMillis());
            }
            settle.setObject(next++, outcome.message().id());
            settle.setLong(next, outcome.message().claim());
            settle.executeUpdate();
        }
    }

    private static @Nullable Long millis(@Nullable Duration duration) {
        return duration == null ? null : duration.toMillis();
    }

    /** Many rows as one array for each column. */
    private record Rows<T>(Connection connection, PreparedStatement statement, List<T> rows) {

        void set(int column, String type, Function<T, ? extends @Nullable Object> value) throws SQLException {
            @Nullable Object[] values = new @Nullable Object[rows.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = value.apply(rows.get(i));
            }
            statement.setArray(column, connection.createArrayOf(type, values));
        }
    }
}
