package org.duijie.matching.occasion;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.duijie.chassis.time.Ids;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Which instances live, and which shards fall to this one. An instance lives as long as the database session that holds
 * its lock: the end of a process, however sudden, ends the session, and the others see it when they look next. They need
 * not agree at every moment: a shard that two tell is told under its lock, one that none tells waits.
 */
@ApplicationScoped
public class Membership {

    private static final Logger LOG = Logger.getLogger(Membership.class);

    /** Beside {@link Shards#LOCKS}; the second half is the instance's number. */
    private static final int INSTANCES = Shards.LOCKS + 1;

    private static final String LIVING = "select objid::bigint from pg_locks where locktype = 'advisory' and granted"
            + " and classid = " + INSTANCES + " and objsubid = 2"
            + " and database = (select oid from pg_database where datname = current_database()) order by objid";

    private final DataSource database;
    private final int number;
    private @Nullable Connection session;
    private volatile int living = 1;

    @Inject
    Membership(DataSource database, Ids ids) {
        this.database = database;
        this.number = (int) (ids.next().getLeastSignificantBits() & Integer.MAX_VALUE);
    }

    /** Are there others? */
    public boolean alone() {
        return living == 1;
    }

    /** Looks who lives, and says which shards fall to this instance. */
    public synchronized SortedSet<Integer> shards() {
        try {
            List<Long> instances = instances();
            int own = instances.indexOf((long) number);
            living = instances.size();
            SortedSet<Integer> shards = new TreeSet<>();
            for (int shard = own; own >= 0 && shard < Shards.COUNT; shard += living) {
                shards.add(shard);
            }
            return shards;
        } catch (SQLException lost) {
            leave();
            throw new IllegalStateException("The database session that says that this instance lives is lost", lost);
        }
    }

    private List<Long> instances() throws SQLException {
        Connection held = session == null ? join() : session;
        List<Long> found = new ArrayList<>();
        try (PreparedStatement read = held.prepareStatement(LIVING);
                ResultSet rows = read.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getLong(1));
            }
        }
        return found;
    }

    private Connection join() throws SQLException {
        Connection joined = database.getConnection();
        session = joined;
        joined.setAutoCommit(true);
        try (Statement statement = joined.createStatement()) {
            // A machine that vanished without a word is given up within half a minute, not two hours.
            statement.execute("set tcp_keepalives_idle = 10");
            statement.execute("set tcp_keepalives_interval = 5");
            statement.execute("set tcp_keepalives_count = 3");
            statement.execute("select pg_advisory_lock(" + INSTANCES + ", " + number + ")");
        }
        return joined;
    }

    /** Hands its shards to the others. */
    synchronized void stop(@Observes @Priority(1) ShutdownEvent shutdown) {
        leave();
    }

    private void leave() {
        Connection held = session;
        session = null;
        if (held != null) {
            try (held;
                    Statement statement = held.createStatement()) {
                statement.execute("select pg_advisory_unlock_all()");
            } catch (SQLException gone) {
                LOG.debug("The session was gone already", gone);
            }
        }
    }
}
