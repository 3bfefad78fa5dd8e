package org.duijie.bench.load;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Clients of a database that do one thing after another, each over a connection of its own. */
public record JdbcLoad(String jdbcUrl, String user, Preparation work) {

    /** One of the things that are measured, from the first statement to the end of its transaction. */
    @FunctionalInterface
    public interface Work {
        void once() throws SQLException;
    }

    /** What a client does on its connection before anything is measured. */
    @FunctionalInterface
    public interface Preparation {
        Work on(Connection connection) throws SQLException;
    }

    public Load.Round run(int connections, Duration duration) {
        return Load.together(connections, duration, this::client);
    }

    private List<Long> client(long until) {
        List<Long> nanos = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(jdbcUrl, user, user)) {
            Work prepared = work.on(connection);
            while (System.nanoTime() < until) {
                long began = System.nanoTime();
                prepared.once();
                nanos.add(System.nanoTime() - began);
            }
            return nanos;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
