package org.duijie.bench.line;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** One row inserted and committed on the server that the suite uses: what durable writing costs at the least. */
final class BareCommit implements AutoCloseable {
    private final String table;
    private final Connection connection;
    private final PreparedStatement insert;

    /** @param table of its own, which is gone afterwards */
    BareCommit(String jdbcUrl, String user, String table) throws SQLException {
        this.table = table;
        connection = DriverManager.getConnection(jdbcUrl, user, user);
        execute("create table " + table + " (id bigserial primary key, row_text text not null)");
        insert = connection.prepareStatement("insert into " + table + " (row_text) values (?)");
    }

    /** How long it takes, in nanoseconds, until a row of this text is committed. */
    long measure(String row) throws SQLException {
        long began = System.nanoTime();
        insert.setString(1, row);
        insert.executeUpdate();
        return System.nanoTime() - began;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        execute("drop table " + table);
        connection.close();
    }
}
