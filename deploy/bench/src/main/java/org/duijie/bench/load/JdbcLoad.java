package org.duijie.bench.load;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.duijie.bench.Latencies;

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
