package org.duijie.project.statistics;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.duijie.chassis.rowsecurity.RowSecurity;
import org.jboss.logging.Logger;

/**
 * Keeps a {@link FactBook} up with the database: whoever asks has it read what was committed since. Facts are ordered by
 * the transaction that wrote them, and read as far as all transactions are finished, so that none is passed by and every
 * instance of the service has them in the same order.
 */
@ApplicationScoped
public class FactReader {

    private static final Logger LOG = Logger.getLogger(FactReader.class);
    private static final int FETCH = 10_000;

    private final DataSource database;
    private final RowSecurity rows;
    private final FactBook book = new FactBook();
    private final ReentrantLock reading = new ReentrantLock();
    /** Some hundred names stand in millions of facts: each is in memory once. */
    private final Map<String, String> names = new HashMap<>();

    private long transaction;
    private long order;

    @Inject
    FactReader(DataSource database, RowSecurity rows) {
        this.database = database;
        this.rows = rows;
    }

    /** Ahead of the first who asks. */
    void start(@Observes StartupEvent event) {
        Thread.ofVirtual().name("statistic-facts").start(() -> {
            try {
                upToDate();
            } catch (RuntimeException away) {
                LOG.warnf("The facts could not be read yet: %s", away.toString());
            }
        });
    }

    /** The book with all that is committed. */
    FactBook upToDate() {
        reading.lock();
        try {
            rows.asSystem(() -> {
                readOn();
                return book;
            });
        } finally {
            reading.unlock();
        }
        return book;
    }

    private void readOn() {
        try (Connection connection = database.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            // Only inside a transaction does the driver read by and by.
            connection.setAutoCommit(false);
            try (PreparedStatement select = connection.prepareStatement("""
                    select xid::text::bigint, ord, at, stage, category, level, origin, mode, field, division_code, year,
                           count, fen
                    from statistic_fact
                    where (xid, ord) > (?::text::xid8, ?) and xid < pg_snapshot_xmin(pg_current_snapshot())
                    order by xid, ord
                    """)) {
                select.setFetchSize(FETCH);
                select.setString(1, Long.toString(transaction));
                select.setLong(2, order);
                try (ResultSet facts = select.executeQuery()) {
                    take(facts);
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(autoCommit);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The facts could not be read", failed);
        }
    }

    private void take(ResultSet rows) throws SQLException {
        List<Fact> facts = new ArrayList<>();
        long lastTransaction = transaction;
        long lastOrder = order;
        while (rows.next()) {
            facts.add(fact(rows));
            lastTransaction = rows.getLong(1);
            lastOrder = rows.getLong(2);
            if (facts.size() == FETCH) {
                keep(facts, lastTransaction, lastOrder);
            }
        }
        keep(facts, lastTransaction, lastOrder);
    }

    private void keep(List<Fact> facts, long lastTransaction, long lastOrder) {
        book.add(facts);
        facts.clear();
        transaction = lastTransaction;
        order = lastOrder;
    }

    private Fact fact(ResultSet row) throws SQLException {
        Cell cell = new Cell(
                name(row, 5), name(row, 6), name(row, 7), name(row, 8), name(row, 9), name(row, 10), row.getInt(11));
        return new Fact(
                row.getTimestamp(3).toInstant(),
                Stage.valueOf(row.getString(4)),
                cell,
                row.getInt(12),
                row.getLong(13));
    }

    private String name(ResultSet row, int column) throws SQLException {
        return names.computeIfAbsent(row.getString(column), name -> name);
    }
}
