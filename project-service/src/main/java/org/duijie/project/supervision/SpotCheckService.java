package org.duijie.project.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.duijie.chassis.audit.Act;
import org.duijie.chassis.audit.Audit;
import org.duijie.chassis.identity.CurrentUser;
import org.duijie.chassis.time.Ids;
import org.jspecify.annotations.Nullable;

/** Draws projects by lot, and keeps each draw with its seed. */
@ApplicationScoped
class SpotCheckService {

    private final DataSource database;
    private final CurrentUser user;
    private final Ids ids;
    private final InstantSource clock;
    private final Audit audit;

    @Inject
    SpotCheckService(DataSource database, CurrentUser user, Ids ids, InstantSource clock, Audit audit) {
        this.database = database;
        this.user = user;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
    }

    @Transactional
    SpotCheck draw(String seed, int size, @Nullable String division) {
        UUID id = ids.next();
        try (Connection connection = database.getConnection();
                PreparedStatement draw = connection.prepareStatement("""
                        with population as (
                            select id from project where status in ('RUNNING', 'COMPLETED') and division_code like ?)
                        insert into spot_check (id, seed, size, division, population, population_hash, drawn, at, drawn_by)
                        select ?, ?, ?, ?, (select count(*) from population),
                               (select encode(sha256(convert_to(coalesce(string_agg(id::text, E'\\n' order by id), ''), 'UTF8')), 'hex')
                                from population),
                               array(select id from population
                                     order by sha256(convert_to(? || ':' || id, 'UTF8')), id limit ?),
                               ?::timestamptz, ?
                        """)) {
            draw.setString(1, division == null ? "%" : division.replaceFirst("(00)+$", "") + "%");
            draw.setObject(2, id);
            draw.setString(3, seed);
            draw.setInt(4, size);
            draw.setString(5, division);
            draw.setString(6, seed);
            draw.setInt(7, size);
            draw.setString(8, clock.instant().toString());
            draw.setString(9, user.id());
            draw.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("The draw could not be made", failed);
        }
        audit.record(new Act("spot-check.drawn", id, null, null, null, null));
        return find(id).orElseThrow();
    }

    Optional<SpotCheck> find(UUID id) {
        return select("select * from spot_check where id = ?", id, 1).stream().findFirst();
    }

    List<SpotCheck> newestFirst(@Nullable UUID before, int size) {
        return select(
                "select * from spot_check where coalesce(id < ?::uuid, true) order by id desc limit " + size,
                before,
                size);
    }

    private List<SpotCheck> select(String query, @Nullable UUID id, int size) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(query)) {
            select.setObject(1, id, java.sql.Types.OTHER);
            try (ResultSet rows = select.executeQuery()) {
                List<SpotCheck> checks = new ArrayList<>();
                while (rows.next() && checks.size() < size) {
                    checks.add(of(rows));
                }
                return checks;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The draws could not be read", failed);
        }
    }

    private static SpotCheck of(ResultSet row) throws SQLException {
        Array drawn = row.getArray("drawn");
        Instant at = row.getTimestamp("at").toInstant();
        return new SpotCheck(
                row.getObject("id", UUID.class),
                row.getString("seed"),
                row.getInt("size"),
                row.getString("division"),
                row.getInt("population"),
                row.getString("population_hash"),
                Arrays.asList((UUID[]) drawn.getArray()),
                at);
    }
}
