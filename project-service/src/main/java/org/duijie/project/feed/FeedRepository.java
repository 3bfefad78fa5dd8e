package org.duijie.project.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.duijie.project.need.NeedChange.Kind;
import org.duijie.project.need.NeedScope;

/** Every query about the change feed. */
@ApplicationScoped
class FeedRepository {

    /** One change of some need. */
    record Entry(FeedPosition position, UUID need, long version, Kind kind, Instant at) {}

    private final DataSource database;

    @Inject
    FeedRepository(DataSource database) {
        this.database = database;
    }

    /** Up to here every transaction is finished, so nothing can appear before it any more. */
    FeedPosition horizon() {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint");
                ResultSet rows = select.executeQuery()) {
            rows.next();
            return FeedPosition.before(rows.getLong(1));
        } catch (SQLException failed) {
            throw new IllegalStateException("The feed's horizon could not be read", failed);
        }
    }

    /** What lies between two places and concerns the public, or those in the scope, in its order. */
    List<Entry> between(FeedPosition since, FeedPosition horizon, NeedScope scope, int size) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select xid::text::bigint as transaction, ord, need_id, version, kind, at
                        from need_change
                        where (xid, ord) > (?::text::xid8, ?)
                          and (xid, ord) < (?::text::xid8, ?)
                          and (told_public or division_code like any (?))
                        order by xid, ord
                        limit ?
                        """)) {
            select.setString(1, Long.toString(since.transaction()));
            select.setLong(2, since.order());
            select.setString(3, Long.toString(horizon.transaction()));
            select.setLong(4, horizon.order());
            select.setArray(5, connection.createArrayOf("text", patterns(scope)));
            select.setInt(6, size);
            try (ResultSet rows = select.executeQuery()) {
                List<Entry> entries = new ArrayList<>();
                while (rows.next()) {
                    entries.add(new Entry(
                            new FeedPosition(rows.getLong("transaction"), rows.getLong("ord")),
                            rows.getObject("need_id", UUID.class),
                            rows.getLong("version"),
                            Kind.valueOf(rows.getString("kind")),
                            rows.getTimestamp("at").toInstant()));
                }
                return entries;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The feed could not be read", failed);
        }
    }

    /** Codes are read in pairs of digits: 130700 stands for all that begin with 1307. */
    private static Object[] patterns(NeedScope scope) {
        if (scope.everything()) {
            return new Object[] {"%"};
        }
        List<String> patterns = new ArrayList<>(scope.counties());
        scope.offices().forEach(office -> patterns.add(office.replaceFirst("(00)+$", "") + "%"));
        return patterns.toArray();
    }
}
