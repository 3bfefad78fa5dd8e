package org.duijie.matching.delivery.manifest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.duijie.chassis.time.Ids;

/** The manifests as they were stated; they never change. */
@ApplicationScoped
public class ManifestRepository {

    private static final LocalDate AFTER_ALL = LocalDate.of(9999, 12, 31);

    private static final String COLUMNS = "subscription_id, day, event_count, first_number, last_number, hash";

    /** An event that was told before midnight and committed after this was made falls to the next day. */
    private static final String STATE = """
            with wanted as (
                select s.id, coalesce((select max(m.last_number) from subscription_manifest m
                                        where m.subscription_id = s.id), 0) as before
                  from subscription s
                 where s.created_at < ?
                   and not exists (select from subscription_manifest m where m.subscription_id = s.id and m.day = ?)
                 order by s.id limit ? for key share of s)
            insert into subscription_manifest (subscription_id, day, event_count, first_number, last_number, hash)
            select wanted.id, ?, told.count, told.first, coalesce(told.last, wanted.before), told.hash
              from wanted cross join lateral (
                  select count(*) as count, min(number) as first, max(number) as last,
                         encode(sha256(convert_to(coalesce(string_agg(
                             number || ',' || type || ','
                                 || coalesce(need_id::text, project ->> 'id', organization ->> 'id') || ','
                                 || coalesce(offer_id::text, '') || ','
                                 || coalesce(trim(to_char(score_ppm / 1000000.0, '0.000000')), '') || chr(10),
                             '' order by number), ''),
                             'UTF8')), 'hex') as hash
                    from match_event
                   where subscription_id = wanted.id and number > wanted.before
                     and number <= coalesce((select max(number) from match_event e
                                              where e.subscription_id = wanted.id and e.at < ?), 0)) told
            on conflict do nothing
            returning subscription_id
            """;

    private static final String SENT_TO = """
            select c.endpoint_id from webhook_channel c join webhook_endpoint e on e.id = c.endpoint_id
             where c.subscription_id = ? and e.status = 'ACTIVE'
            """;

    private static final String SEND = """
            insert into webhook_message (id, endpoint_id, subscription_id, kind, day, since, next_attempt_at)
            values (?, ?, ?, 'MANIFEST', ?, now(), now())
            """;

    private final DataSource database;
    private final Ids ids;

    @Inject
    ManifestRepository(DataSource database, Ids ids) {
        this.database = database;
        this.ids = ids;
    }

    /** The newest first. */
    List<ManifestResponse> before(UUID subscription, LocalDate day, int limit) {
        return read(
                "select " + COLUMNS
                        + " from subscription_manifest where subscription_id = ? and day < ? order by day desc limit ?",
                subscription,
                day,
                limit);
    }

    List<ManifestResponse> newest(UUID subscription, int limit) {
        return before(subscription, AFTER_ALL, limit);
    }

    /** That of one day; empty if there is none. */
    public List<ManifestResponse> ofDay(UUID subscription, LocalDate day) {
        return read(
                "select " + COLUMNS + " from subscription_manifest where subscription_id = ? and day = ? limit ?",
                subscription,
                day,
                1);
    }

    /** The next ones behind a day of what was told up to a number, in the order of days. */
    public List<ManifestResponse> behind(UUID subscription, LocalDate day, long number, int limit) {
        return read(
                "select " + COLUMNS + " from subscription_manifest"
                        + " where subscription_id = ? and day > ? and last_number <= ? order by day limit ?",
                subscription,
                day,
                number,
                limit);
    }

    private List<ManifestResponse> read(String query, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            List<ManifestResponse> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new ManifestResponse(
                            row.getObject(1, UUID.class),
                            row.getObject(2, LocalDate.class),
                            row.getLong(3),
                            row.getObject(4, Long.class),
                            row.getLong(5),
                            row.getString(6)));
                }
            }
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException("The manifests could not be read", failed);
        }
    }

    /**
     * States a day that is over for streams that have no manifest of it yet, and has it sent to their receivers. Runs in
     * the transaction of the command.
     *
     * @param end when the day was over
     * @return for how many streams
     */
    int state(LocalDate day, Instant end, int most) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement state = connection.prepareStatement(STATE)) {
            state.setTimestamp(1, Timestamp.from(end));
            state.setObject(2, day);
            state.setInt(3, most);
            state.setObject(4, day);
            state.setTimestamp(5, Timestamp.from(end));
            List<UUID> stated = new ArrayList<>();
            try (ResultSet row = state.executeQuery()) {
                while (row.next()) {
                    stated.add(row.getObject(1, UUID.class));
                }
            }
            for (UUID subscription : stated) {
                send(connection, subscription, day);
            }
            return stated.size();
        }
    }

    private void send(Connection connection, UUID subscription, LocalDate day) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SENT_TO);
                PreparedStatement insert = connection.prepareStatement(SEND)) {
            select.setObject(1, subscription);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    insert.setObject(1, ids.next());
                    insert.setObject(2, row.getObject(1));
                    insert.setObject(3, subscription);
                    insert.setObject(4, day);
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }
}
