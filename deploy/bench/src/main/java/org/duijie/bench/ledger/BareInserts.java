package org.duijie.bench.ledger;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.duijie.bench.load.JdbcLoad;

/** Rows of the size of an entry, each inserted into a table with nothing but a key, and committed. */
final class BareInserts {
    private static final String ROW = "x".repeat(400);

    private BareInserts() {}

    static JdbcLoad on(String jdbcUrl, String user) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, user, user);
                Statement statement = connection.createStatement()) {
            statement.execute("create table bare_insert (id bigserial primary key, row_text text not null)");
        }
        return new JdbcLoad(jdbcUrl, user, BareInserts::prepare);
    }

    private static JdbcLoad.Work prepare(Connection connection) throws SQLException {
        PreparedStatement insert = connection.prepareStatement("insert into bare_insert (row_text) values (?)");
        return () -> {
            insert.setString(1, ROW);
            insert.executeUpdate();
        };
    }
}
