package org.duijie.chassis.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.duijie.chassis.database.Insert;
import org.duijie.chassis.identity.CurrentUser;
import org.jspecify.annotations.Nullable;

/**
 * The record of acts and refusals; rows are only ever added. An act is written in the transaction of the act itself: what
 * is rolled back was not done. A refusal is written by itself.
 */
@ApplicationScoped
public class Audit {

    /**
     * One line of the record.
     *
     * @param number grows; the order of writing
     * @param actor the token's subject
     * @param refused was it refused for want of authority?
     */
    public record Entry(long number, Instant at, String actor, Act act, boolean refused) {}

    /** @param actor the token's subject */
    public record Deed(String actor, Act act) {}

    private static final Insert RECORDS = new Insert(
            "audit_record",
            List.of(
                    "at timestamptz",
                    "actor text",
                    "action text",
                    "subject uuid",
                    "state_from text",
                    "state_to text",
                    "on_behalf_of text",
                    "delegation uuid",
                    "refused boolean"));

    /** What was refused is told by its address alone. */
    private static final UUID NOTHING = new UUID(0, 0);

    private final DataSource database;
    private final CurrentUser user;
    private final InstantSource clock;

    @Inject
    public Audit(DataSource database, CurrentUser user, InstantSource clock) {
        this.database = database;
        this.user = user;
        this.clock = clock;
    }

    /** What the caller does, as a row that goes out with what it does. */
    public Insert.Rows row(Act act) {
        return rows(List.of(new Deed(user.id(), act)));
    }

    /** What is done in somebody's name, be it later than they asked for it: the lines of a file that was handed in. */
    public Insert.Rows rows(List<Deed> deeds) {
        Insert.Rows rows = RECORDS.rows();
        deeds.forEach(deed -> add(rows, deed, false));
        return rows;
    }

    /** The same for whoever has nothing else to send. */
    public void record(Act act) {
        write(row(act));
    }

    /** What the caller may not do. */
    void refuse(String action) {
        Insert.Rows rows = RECORDS.rows();
        add(rows, new Deed(user.id(), new Act(action, NOTHING, null, null, null, null)), true);
        write(rows);
    }

    private void add(Insert.Rows rows, Deed deed, boolean refused) {
        Act act = deed.act();
        rows.add(
                clock.instant(),
                deed.actor(),
                act.action(),
                act.subject(),
                act.from(),
                act.to(),
                act.onBehalfOf(),
                act.delegation(),
                refused);
    }

    private void write(Insert.Rows rows) {
        try (Connection connection = database.getConnection()) {
            Insert.send(connection, rows);
        } catch (SQLException failed) {
            throw new IllegalStateException("The act could not be recorded", failed);
        }
    }

    /**
     * The newest lines before a number.
     *
     * @param subject only of this thing; absent for all
     * @param refused only refusals, or only acts; absent for both
     */
    public List<Entry> newestFirst(@Nullable UUID subject, @Nullable Boolean refused, @Nullable Long before, int size) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select * from audit_record
                        where coalesce(subject = ?::uuid, true) and coalesce(refused = ?::boolean, true)
                          and coalesce(number < ?::bigint, true)
                        order by number desc limit ?
                        """)) {
            select.setString(1, subject == null ? null : subject.toString());
            select.setString(2, refused == null ? null : refused.toString());
            select.setString(3, before == null ? null : before.toString());
            select.setInt(4, size);
            try (ResultSet rows = select.executeQuery()) {
                List<Entry> entries = new ArrayList<>();
                while (rows.next()) {
                    entries.add(entry(rows));
                }
                return entries;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The record could not be read", failed);
        }
    }

    private static Entry entry(ResultSet row) throws SQLException {
        Act act = new Act(
                row.getString("action"),
                row.getObject("subject", UUID.class),
                row.getString("state_from"),
                row.getString("state_to"),
                row.getString("on_behalf_of"),
                row.getObject("delegation", UUID.class));
        return new Entry(
                row.getLong("number"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                act,
                row.getBoolean("refused"));
    }
}
