package org.duijie.chassis.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {
    @Test
    void findsItsDataAgainAtTheNextStart(@TempDir Path directory) throws SQLException {
        int port = LoopbackPorts.free(1).getFirst();
        try (PostgresServer server = PostgresServer.start(directory, port)) {
            server.createDatabases("project", "matching");
            execute(server, "create table need (title text)");
            execute(server, "insert into need values ('课桌')");
        }
        assertThat(LoopbackPorts.isFree(port)).isTrue();

        try (PostgresServer server = PostgresServer.start(directory, port)) {
            server.createDatabases("project", "matching");
            assertThat(query(server, "select title from need")).isEqualTo("课桌");
            assertThat(query(server, "show fsync")).isEqualTo("on");
            assertThat(query(server, "show synchronous_commit")).isEqualTo("on");
            assertThat(query(server, "show listen_addresses")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void startsAgainAfterBeingKilled(@TempDir Path directory) throws Exception {
        int port = LoopbackPorts.free(1).getFirst();
        PostgresServer killed = PostgresServer.start(directory, port).createDatabases("project");
        assertThat(PostgresServer.running(directory)).contains(killed.process());
        execute(killed, "create table need (title text)");
        killed.kill();
        assertThat(PostgresServer.running(directory)).isEmpty();

        try (PostgresServer server = PostgresServer.start(directory, port)) {
            assertThat(query(server, "select count(*) from need")).isEqualTo("0");
            assertThat(Files.readString(directory.resolve("server.log"))).contains("was not properly shut down");
        }
    }

    @Test
    void refusesADatabaseNameThatWouldNeedQuoting() {
        try (PostgresServer server = PostgresServer.startTemporary()) {
            assertThatIllegalArgumentException().isThrownBy(() -> server.createDatabases("a;drop"));
        }
    }

    private static void execute(PostgresServer server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(PostgresServer server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(PostgresServer server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl("project"), server.username(), server.password());
    }
}
