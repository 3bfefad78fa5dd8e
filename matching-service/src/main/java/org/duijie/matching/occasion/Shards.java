package org.duijie.matching.occasion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The organizations dealt out into parts by credit code. Who tells a part's subscriptions anything holds the part's lock
 * until the commit, so that no two instances ever do so at the same time; which of them usually does is a matter of speed
 * ({@link Membership}).
 */
@ApplicationScoped
public class Shards {

    /** As many as the table has rows. */
    static final int COUNT = 16;

    /** The first half of this service's advisory locks: "DJ", "M" for matching. */
    static final int LOCKS = 0x444A4D;

    private final DataSource database;

    @Inject
    Shards(DataSource database) {
        this.database = database;
    }

    /** The same on every machine: the hash of a string is laid down in its documentation. */
    public static int of(String creditCode) {
        return Math.floorMod(creditCode.hashCode(), COUNT);
    }

    /**
     * How far a shard has come.
     *
     * @param evaluatedTo all occasions up to this number are done
     * @param piece of the next occasion, the pieces up to this one are done; absent for none
     */
    public record Progress(long evaluatedTo, @Nullable String piece) {}

    /** Keeps every other instance from telling these shards' subscriptions anything until the transaction ends. */
    public void hold(Collection<Integer> shards) {
        if (shards.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(" + LOCKS
                        + ", id) from (select unnest(?::int[]) as id order by 1) held")) {
            lock.setArray(1, ids(connection, shards));
            lock.execute();
        } catch (SQLException failed) {
            throw new IllegalStateException("The shards could not be held", failed);
        }
    }

    public SortedMap<Integer, Progress> progress(Collection<Integer> shards) {
        try (Connection connection = database.getConnection();
                PreparedStatement read =
                        connection.prepareStatement("select id, evaluated_to, piece from shard where id = any (?)")) {
            read.setArray(1, ids(connection, shards));
            SortedMap<Integer, Progress> found = new TreeMap<>();
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getInt(1), new Progress(rows.getLong(2), rows.getString(3)));
                }
            }
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException("The progress of shards could not be read", failed);
        }
    }

    /** Notes how far shards have come; who comes later with less changes nothing. */
    public void reached(Collection<Integer> shards, Progress progress) {
        try (Connection connection = database.getConnection();
                PreparedStatement write = connection.prepareStatement(
                        "update shard set evaluated_to = ?, piece = ?::text"
                                + " where id = any (?) and (evaluated_to, coalesce(piece, '')) < (?, coalesce(?::text, ''))")) {
            write.setLong(1, progress.evaluatedTo());
            write.setString(2, progress.piece());
            write.setArray(3, ids(connection, shards));
            write.setLong(4, progress.evaluatedTo());
            write.setString(5, progress.piece());
            write.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("The progress of shards could not be noted", failed);
        }
    }

    private static java.sql.Array ids(Connection connection, Collection<Integer> shards) throws SQLException {
        return connection.createArrayOf("int", shards.toArray());
    }
}
