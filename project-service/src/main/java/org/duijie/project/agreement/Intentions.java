package org.duijie.project.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.duijie.chassis.database.Insert;
import org.duijie.project.statistics.Cell;
import org.duijie.project.statistics.Fact;
import org.duijie.project.statistics.Stage;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of proposals: which count as intentions, so that each is counted once and taken back as it was
 * counted, and which the need refused.
 */
@ApplicationScoped
class Intentions {

    /** What is counted of a proposal. */
    private record Counted(Cell cell, long fen) {}

    private final DataSource database;

    @Inject
    Intentions(DataSource database) {
        this.database = database;
    }

    /** What was answered where the need refused. */
    Optional<AgreementRefused> refusal(UUID agreement) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select need_id, offer_id, reason, at from agreement_refusal where agreement_id = ?")) {
            select.setObject(1, agreement);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next()
                        ? Optional.of(new AgreementRefused(
                                agreement,
                                rows.getObject(1, UUID.class),
                                rows.getObject(2, UUID.class),
                                rows.getString(3),
                                rows.getObject(4, OffsetDateTime.class).toInstant()))
                        : Optional.empty();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The refusals could not be read", failed);
        }
    }

    void refuse(AgreementRefused refused) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into agreement_refusal (agreement_id, need_id, offer_id, reason, at)
                        values (?, ?, ?, ?, ?::timestamptz)
                        """)) {
            insert.setObject(1, refused.agreement());
            insert.setObject(2, refused.needId());
            insert.setObject(3, refused.offerId());
            insert.setString(4, refused.reason());
            insert.setString(5, refused.at().toString());
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("The refusal could not be written", failed);
        }
    }

    /** Is this state of a proposal a later one than the last that was taken? */
    boolean isNews(UUID proposal, long version) {
        try (Connection connection = database.getConnection()) {
            Row before = lock(connection, proposal);
            return before == null || before.version() < version;
        } catch (SQLException failed) {
            throw new IllegalStateException("The proposals could not be read", failed);
        }
    }

    /** Counts, or no longer counts, a proposal; an older state than the last one counts for nothing. */
    void count(UUID proposal, long version, boolean intended, Cell cell, long fen, Instant at) {
        try (Connection connection = database.getConnection()) {
            Row before = lock(connection, proposal);
            if (before != null && before.version() >= version) {
                return;
            }
            Counted after = intended ? new Counted(cell, fen) : null;
            Counted counted = before == null ? null : before.counted();
            List<Fact> facts = new ArrayList<>();
            if (counted != null && !counted.equals(after)) {
                facts.add(new Fact(at, Stage.INTENDED, counted.cell(), -1, -counted.fen()));
            }
            if (after != null && !after.equals(counted)) {
                facts.add(new Fact(at, Stage.INTENDED, after.cell(), 1, after.fen()));
            }
            keep(connection, proposal, version, intended, cell, fen);
            Insert.send(connection, Fact.rows(facts));
        } catch (SQLException failed) {
            throw new IllegalStateException("The intention could not be counted", failed);
        }
    }

    void count(List<Fact> facts) {
        try (Connection connection = database.getConnection()) {
            Insert.send(connection, Fact.rows(facts));
        } catch (SQLException failed) {
            throw new IllegalStateException("The facts could not be written", failed);
        }
    }

    private record Row(long version, @Nullable Counted counted) {}

    private static @Nullable Row lock(Connection connection, UUID proposal) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select version, counted, category, level, origin, mode, field, division_code, year, fen
                from counted_proposal where id = ? for update
                """)) {
            select.setObject(1, proposal);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return null;
                }
                Cell cell = new Cell(
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        row.getInt(9));
                return new Row(row.getLong(1), row.getBoolean(2) ? new Counted(cell, row.getLong(10)) : null);
            }
        }
    }

    private static void keep(Connection connection, UUID proposal, long version, boolean counted, Cell cell, long fen)
            throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                insert into counted_proposal
                    (id, version, counted, category, level, origin, mode, field, division_code, year, fen)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do update set version = excluded.version, counted = excluded.counted,
                    category = excluded.category, level = excluded.level, origin = excluded.origin,
                    mode = excluded.mode, field = excluded.field, division_code = excluded.division_code,
                    year = excluded.year, fen = excluded.fen
                """)) {
            upsert.setObject(1, proposal);
            upsert.setLong(2, version);
            upsert.setBoolean(3, counted);
            upsert.setString(4, cell.category());
            upsert.setString(5, cell.level());
            upsert.setString(6, cell.origin());
            upsert.setString(7, cell.mode());
            upsert.setString(8, cell.field());
            upsert.setString(9, cell.divisionCode());
            upsert.setInt(10, cell.year());
            upsert.setLong(11, fen);
            upsert.executeUpdate();
        }
    }
}
