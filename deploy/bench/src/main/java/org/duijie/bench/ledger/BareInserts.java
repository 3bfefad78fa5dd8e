package org.duijie.bench.ledger;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.duijie.bench.Latencies;
import org.duijie.bench.load.Load;

/** Rows of the size of an entry, each inserted into a table with nothing but a key, and committed. */
record BareInserts(String jdbcUrl, String user) {
    private static final String ROW = "x".repeat(400);

    void prepare() throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, user, user);
                Statement statement = connection.createStatement()) {
            statement.execute("create table bare_insert (id bigserial primary key, row_text text not null)");
        }
    }

    Load.Round run(int connections, Duration duration) {
        long began = System.nanoTime();
        long until = began + duration.toNanos();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<CompletableFuture<List<Long>>> clients = new ArrayList<>();
            for (int client = 0; client < connections; client++) {
                clients.add(CompletableFuture.supplyAsync(() -> client(until), threads));
            }
            Latencies latencies = new Latencies();
            clients.forEach(client -> client.join().forEach(latencies::add));
            return new Load.Round(latencies, latencies.count() / ((System.nanoTime() - began) / 1e9));
        }
    }

    private List<Long> client(long until) {
        List<Long> nanos = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(jdbcUrl, user, user);
                PreparedStatement insert =
                        connection.prepareStatement("insert into bare_insert (row_text) values (?)")) {
            while (System.nanoTime() < until) {
                long began = System.nanoTime();
                insert.setString(1, ROW);
                insert.executeUpdate();
                nanos.add(System.nanoTime() - began);
            }
            return nanos;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
