package org.duijie.matching.occasion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.duijie.chassis.text.Text;
import org.duijie.matching.reason.Difference;
import org.duijie.matching.replica.Cause;

/**
 * Everything that may change matches, in the order in which it was committed. Numbers are given under a lock that is held
 * until the commit: who has seen a number has seen all smaller ones, and one number says how far somebody has read.
 */
@ApplicationScoped
public class OccasionLog {

    /** One of the service's advisory locks; the numbers of shards lie below. */
    private static final int APPENDING = 1_000;

    private static final String COLUMNS =
            "code, subject, reason_zh, reason_en, changes, cause_event_id, cause_type, cause_time, cause_traceparent";
    private static final String APPEND = "select pg_advisory_xact_lock(" + Shards.LOCKS + ", " + APPENDING + ");"
            + " insert into occasion (" + COLUMNS + ") select c, s, z, e, d::jsonb, i::uuid, t, w::timestamptz, p"
            + " from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],"
            + " ?::text[]) as row (c, s, z, e, d, i, t, w, p) returning number";

    private static final TypeReference<List<Difference>> CHANGES = new TypeReference<>() {};

    private final DataSource database;
    private final ObjectMapper json;

    @Inject
    OccasionLog(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * Writes down what happened, at the end of the transaction in which it did: until that is committed nobody else can
     * append.
     *
     * @return the numbers that they got, in their order
     */
    public List<Long> append(List<Occasion> occasions) {
        try (Connection connection = database.getConnection();
                PreparedStatement append = connection.prepareStatement(APPEND)) {
            column(connection, append, 1, occasions, occasion -> occasion.code().name());
            column(connection, append, 2, occasions, Occasion::subject);
            column(connection, append, 3, occasions, occasion -> occasion.sentence()
                    .zh());
            column(connection, append, 4, occasions, occasion -> occasion.sentence()
                    .en());
            column(connection, append, 5, occasions, occasion -> write(occasion.changes()));
            column(connection, append, 6, occasions, occasion -> occasion.cause()
                    .eventId());
            column(connection, append, 7, occasions, occasion -> occasion.cause()
                    .type());
            column(connection, append, 8, occasions, occasion -> occasion.cause()
                    .time());
            column(connection, append, 9, occasions, occasion -> occasion.cause()
                    .traceparent());
            append.execute();
            append.getMoreResults();
            List<Long> numbers = new ArrayList<>();
            try (ResultSet rows = append.getResultSet()) {
                while (rows.next()) {
                    numbers.add(rows.getLong(1));
                }
            }
            return numbers;
        } catch (SQLException failed) {
            throw new IllegalStateException("The occasions could not be written", failed);
        }
    }

    private static void column(
            Connection connection,
            PreparedStatement append,
            int parameter,
            List<Occasion> occasions,
            Function<Occasion, ?> value)
            throws SQLException {
        Object[] values = occasions.stream()
                .map(value)
                .map(one -> one == null ? null : one.toString())
                .toArray(String[]::new);
        append.setArray(parameter, connection.createArrayOf("text", values));
    }

    /** What was committed after this number, the earliest first, at most so many. */
    public List<LoggedOccasion> after(long number, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement read = connection.prepareStatement(
                        "select number, " + COLUMNS + " from occasion where number > ? order by number limit ?")) {
            read.setLong(1, number);
            read.setInt(2, limit);
            List<LoggedOccasion> found = new ArrayList<>();
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    found.add(logged(rows));
                }
            }
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException("The occasions could not be read", failed);
        }
    }

    private LoggedOccasion logged(ResultSet row) throws SQLException {
        return new LoggedOccasion(
                row.getLong("number"),
                new Occasion(
                        ReasonCode.valueOf(row.getString("code")),
                        row.getString("subject"),
                        Text.of(row.getString("reason_zh"), row.getString("reason_en")),
                        read(row.getString("changes")),
                        new Cause(
                                row.getObject("cause_event_id", UUID.class),
                                row.getString("cause_type"),
                                row.getObject("cause_time", OffsetDateTime.class)
                                        .withOffsetSameInstant(ZoneOffset.UTC)
                                        .toInstant(),
                                row.getString("cause_traceparent"))));
    }

    /** The number of the last one committed. */
    public long end() {
        return number("select coalesce(max(number), 0) from occasion");
    }

    /**
     * Forgets what every shard has done with long since.
     *
     * @return how many
     */
    public long forget() {
        return number("with gone as (delete from occasion where number < (select min(evaluated_to) from shard)"
                + " and logged_at < now() - interval '1 hour' returning number) select count(*) from gone");
    }

    private long number(String query) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException("The log of occasions could not be asked", failed);
        }
    }

    private String write(List<Difference> changes) {
        try {
            return json.writeValueAsString(changes);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<Difference> read(String changes) {
        try {
            return json.readValue(changes, CHANGES);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("An occasion's changes cannot be read", unreadable);
        }
    }
}
