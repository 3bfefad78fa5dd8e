package org.duijie.matching.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.duijie.matching.proposal.ProposalChange.Kind;
import org.jspecify.annotations.Nullable;

/**
 * How long each side took to answer: one row for each time that an answer was waited for, written with the change that
 * began or ended the waiting.
 */
@ApplicationScoped
class ResponseTimes {

    /**
     * One line of the league table.
     *
     * @param code of the county or the organization
     * @param answered how often it accepted, declined or made a counter-proposal
     * @param median of the times to an answer; absent without any
     * @param missed how often a proposal expired while it was to answer
     * @param waiting how many proposals wait for it now
     * @param oldest since when the oldest of them waits
     */
    record Line(
            String code,
            long answered,
            @Nullable Duration median,
            @Nullable Duration longest,
            long missed,
            long waiting,
            @Nullable Instant oldest,
            long reminders,
            long escalations) {}

    private static final String TABLE = """
            select code,
                   count(*) filter (where answered) as answered,
                   percentile_cont(0.5) within group (order by extract(epoch from ended_at - asked_at))
                       filter (where answered) as median,
                   max(extract(epoch from ended_at - asked_at)) filter (where answered) as longest,
                   count(*) filter (where outcome = 'EXPIRED') as missed,
                   count(*) filter (where ended_at is null) as waiting,
                   min(asked_at) filter (where ended_at is null) as oldest,
                   sum(reminders) as reminders,
                   count(escalated_at) as escalations
            from response
            where side = ? and asked_at >= ?::timestamptz and (?::text is null or code like ?)
            group by code
            order by median nulls last, answered desc, code
            limit ?
            """;

    private final DataSource database;
    private final InstantSource clock;

    @Inject
    ResponseTimes(DataSource database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Takes down what a change begins and ends; inside its transaction. */
    void note(Connection connection, ProposalEvent event) throws SQLException {
        ProposalChange change = event.change();
        Proposal proposal = event.proposal();
        if (change.kind().endsWaiting()) {
            update(
                    connection,
                    "ended_at = ?::timestamptz, outcome = '" + change.kind() + "', answered = "
                            + change.kind().answers(),
                    proposal,
                    change.at());
        } else if (change.kind() == Kind.REMINDED) {
            update(connection, "reminders = reminders + 1, reminded_at = ?::timestamptz", proposal, change.at());
        } else if (change.kind() == Kind.ESCALATED) {
            update(connection, "escalated_at = ?::timestamptz", proposal, change.at());
        }
        if (change.kind() == Kind.PROPOSED || change.kind() == Kind.COUNTERED) {
            begin(connection, proposal, event.version(), change.at());
        }
    }

    private static void begin(Connection connection, Proposal proposal, long version, Instant at) throws SQLException {
        Side side = proposal.turn();
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into response (proposal_id, version, side, code, asked_at) values (?, ?, ?, ?, ?::timestamptz)")) {
            insert.setObject(1, proposal.id());
            insert.setLong(2, version);
            insert.setString(3, side.name());
            insert.setString(
                    4,
                    side == Side.COUNTY
                            ? proposal.divisionCode()
                            : proposal.donor().creditCode());
            insert.setString(5, at.toString());
            insert.executeUpdate();
        }
    }

    private static void update(Connection connection, String set, Proposal proposal, Instant at) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update response set " + set + " where proposal_id = ? and ended_at is null")) {
            update.setString(1, at.toString());
            update.setObject(2, proposal.id());
            update.executeUpdate();
        }
    }

    /**
     * The quickest first; those that never answered last.
     *
     * @param over what was asked within so much time before now
     * @param within the stem of a division code, such as {@code 1307}
     */
    List<Line> table(Side side, Duration over, Optional<String> within, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(TABLE)) {
            @Nullable String like = within.map(stem -> stem + "%").orElse(null);
            select.setString(1, side.name());
            select.setString(2, clock.instant().minus(over).toString());
            select.setString(3, like);
            select.setString(4, like);
            select.setInt(5, limit);
            try (ResultSet rows = select.executeQuery()) {
                List<Line> lines = new ArrayList<>();
                while (rows.next()) {
                    lines.add(line(rows));
                }
                return lines;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The response times could not be read", failed);
        }
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getString("code"),
                row.getLong("answered"),
                duration(row, "median"),
                duration(row, "longest"),
                row.getLong("missed"),
                row.getLong("waiting"),
                row.getTimestamp("oldest") == null
                        ? null
                        : row.getTimestamp("oldest").toInstant(),
                row.getLong("reminders"),
                row.getLong("escalations"));
    }

    private static @Nullable Duration duration(ResultSet row, String column) throws SQLException {
        double seconds = row.getDouble(column);
        return row.wasNull() ? null : Duration.ofSeconds(Math.round(seconds));
    }
}
