package org.duijie.matching.subscription;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.duijie.matching.match.MatchedNeed;
import org.duijie.matching.match.MatchedOffer;
import org.jspecify.annotations.Nullable;

/**
 * Writes what subscriptions are told: everything of a transaction in one round trip, whatever it is. The rows travel as
 * one array for each column. A subscription's counter is moved once by as many as it is told, which locks it, and its
 * events get the numbers in between; one that is gone by then is told nothing.
 */
@ApplicationScoped
class MatchJournal {

    private static final String TELL = """
            with news as (select * from unnest(?::uuid[], ?::int[], ?::text[], ?::timestamptz[], ?::uuid[], ?::text[], ?::text[],
                    ?::text[], ?::uuid[], ?::text[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::text[],
                    ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[])
                as row (subscription_id, place, type, at, need_id, need_title, division_code, division_name, offer_id,
                    offer_title, score_ppm, reason_code, reason_zh, reason_en, changes, cause_event_id, cause_type, cause_time,
                    cause_traceparent, organization, project, once)),
            told as (select news.*, row_number() over (partition by subscription_id order by place) as rank from news
                where once is null or not exists (select from match_event e
                    where e.subscription_id = news.subscription_id and e.once = news.once)),
            counted as (select subscription_id as id, count(*) as events from told group by 1),
            numbered as (update subscription set last_number = last_number + events from counted
                where subscription.id = counted.id returning subscription.id, last_number - events as base)
            insert into match_event (subscription_id, number, type, at, need_id, need_title, division_code, division_name,
                offer_id, offer_title, score_ppm, reason_code, reason_zh, reason_en, changes, cause_event_id, cause_type,
                cause_time, cause_traceparent, organization, project, once)
            select subscription_id, base + rank, type, at, need_id, need_title, division_code, division_name, offer_id,
                offer_title, score_ppm, reason_code, reason_zh, reason_en, changes::jsonb, cause_event_id, cause_type,
                cause_time, cause_traceparent, organization::jsonb, project::jsonb, once
            from told join numbered on id = subscription_id
            returning subscription_id, number;
            """;

    private static final String REMEMBER = """
            insert into current_match (subscription_id, need_id, offer_id, score_ppm)
            select s, n, o, p from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::int[]) as row (s, n, o, p)
            where exists (select from subscription where id = s)
            on conflict (subscription_id, need_id, offer_id) do update set score_ppm = excluded.score_ppm;
            """;

    private static final String FORGET = """
            delete from current_match using unnest(?::uuid[], ?::uuid[], ?::uuid[]) as row (s, n, o)
            where subscription_id = s and need_id = n and offer_id = o;
            """;

    private final DataSource database;
    private final ObjectMapper json;

    @Inject
    MatchJournal(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The last told scores of all pairs on that side. */
    Map<CurrentMatchKey, Integer> told(Told.Side side, Collection<UUID> ids) {
        try (Connection connection = database.getConnection();
                PreparedStatement read = connection.prepareStatement(
                        "select subscription_id, need_id, offer_id, score_ppm from current_match" + " where "
                                + side.column() + " = any (?)")) {
            read.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            Map<CurrentMatchKey, Integer> found = new HashMap<>();
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    found.put(
                            new CurrentMatchKey(
                                    rows.getObject(1, UUID.class),
                                    rows.getObject(2, UUID.class),
                                    rows.getObject(3, UUID.class)),
                            rows.getInt(4));
                }
            }
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException("What was told could not be read", failed);
        }
    }

    /**
     * Numbers and writes what is told and what matches now.
     *
     * @return each subscription's last number
     */
    Map<UUID, Long> write(List<Announcement> announcements, Map<CurrentMatchKey, Told.Change> changes) {
        if (announcements.isEmpty()) {
            return Map.of();
        }
        List<Map.Entry<CurrentMatchKey, Told.Change>> kept = changes.entrySet().stream()
                .filter(change -> change.getValue().after() != null)
                .toList();
        List<CurrentMatchKey> ended = changes.entrySet().stream()
                .filter(change ->
                        change.getValue().after() == null && change.getValue().before() != null)
                .map(Map.Entry::getKey)
                .toList();
        String together = TELL + (kept.isEmpty() ? "" : REMEMBER) + (ended.isEmpty() ? "" : FORGET);
        try (Connection connection = database.getConnection();
                PreparedStatement write = connection.prepareStatement(together)) {
            Columns columns = new Columns(connection, write);
            bind(columns, announcements);
            if (!kept.isEmpty()) {
                List<CurrentMatchKey> keys =
                        kept.stream().map(Map.Entry::getKey).toList();
                bindKeys(columns, keys);
                columns.add("int", kept, change -> change.getValue().after());
            }
            if (!ended.isEmpty()) {
                bindKeys(columns, ended);
            }
            write.execute();
            return lastNumbers(write);
        } catch (SQLException failed) {
            throw new IllegalStateException("What is told could not be written", failed);
        }
    }

    private void bind(Columns columns, List<Announcement> told) throws SQLException {
        Map<UUID, Integer> places = new HashMap<>();
        List<Integer> place = told.stream()
                .map(one -> places.merge(one.subscription(), 1, Integer::sum))
                .toList();
        columns.add("uuid", told, Announcement::subscription);
        columns.add("int", place, Function.identity());
        columns.add("text", told, one -> one.type().name());
        columns.add("text", told, one -> one.at().toString());
        columns.add("uuid", told, one -> of(one.need(), MatchedNeed::id));
        columns.add("text", told, one -> of(one.need(), MatchedNeed::title));
        columns.add("text", told, one -> of(one.need(), MatchedNeed::divisionCode));
        columns.add("text", told, one -> of(one.need(), MatchedNeed::divisionName));
        columns.add("uuid", told, one -> of(one.offer(), MatchedOffer::id));
        columns.add("text", told, one -> of(one.offer(), MatchedOffer::title));
        columns.add("int", told, Announcement::ppm);
        columns.add("text", told, one -> one.code().name());
        columns.add("text", told, one -> one.reason().zh());
        columns.add("text", told, one -> one.reason().en());
        columns.add("text", told, one -> text(one.changes()));
        columns.add("uuid", told, one -> one.cause().eventId());
        columns.add("text", told, one -> one.cause().type());
        columns.add("text", told, one -> one.cause().time().toString());
        columns.add("text", told, one -> one.cause().traceparent());
        columns.add("text", told, one -> of(one.organization(), this::text));
        columns.add("text", told, one -> of(one.project(), this::text));
        columns.add("text", told, Announcement::once);
    }

    private static <T, V> @Nullable V of(@Nullable T thing, Function<T, ? extends @Nullable V> member) {
        return thing == null ? null : member.apply(thing);
    }

    private static void bindKeys(Columns columns, List<CurrentMatchKey> keys) throws SQLException {
        columns.add("uuid", keys, CurrentMatchKey::subscriptionId);
        columns.add("uuid", keys, CurrentMatchKey::needId);
        columns.add("uuid", keys, CurrentMatchKey::offerId);
    }

    private static Map<UUID, Long> lastNumbers(PreparedStatement written) throws SQLException {
        Map<UUID, Long> last = new HashMap<>();
        try (ResultSet rows = written.getResultSet()) {
            while (rows.next()) {
                last.merge(rows.getObject(1, UUID.class), rows.getLong(2), Long::max);
            }
        }
        return last;
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Binds one array after the other. */
    private static final class Columns {

        private final Connection connection;
        private final PreparedStatement statement;
        private int next = 1;

        Columns(Connection connection, PreparedStatement statement) {
            this.connection = connection;
            this.statement = statement;
        }

        <T> void add(String type, List<T> rows, Function<T, ? extends @Nullable Object> value) throws SQLException {
            Object[] values = new Object[rows.size()];
            IntStream.range(0, values.length).forEach(row -> values[row] = value.apply(rows.get(row)));
            statement.setArray(next++, connection.createArrayOf(type, values));
        }
    }
}
