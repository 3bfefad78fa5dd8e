package org.duijie.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.duijie.bench.Latencies;

/**
 * Clients that send one request after another, each over a connection of its own, and wait for each answer.
 *
 * @param expected the one status that counts; any other ends the benchmark, for then it measures something else
 */
public record Load(URI server, int connections, int expected, Supplier<byte[]> requests) {

    /** What one round came to. */
    public record Round(Latencies latencies, double perSecond) {}

    public Round run(Duration duration) {
        return together(connections, duration, this::runClient);
    }

    /**
     * Runs clients side by side.
     *
     * @param client works until the time that it is told, by {@link System#nanoTime}; gives how long each thing took
     */
    static Round together(int clients, Duration duration, LongFunction<List<Long>> client) {
        long began = System.nanoTime();
        long until = began + duration.toNanos();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<CompletableFuture<List<Long>>> running = new ArrayList<>();
            for (int number = 0; number < clients; number++) {
                running.add(CompletableFuture.supplyAsync(() -> client.apply(until), threads));
            }
            Latencies latencies = new Latencies();
            running.forEach(one -> one.join().forEach(latencies::add));
            return new Round(latencies, latencies.count() / ((System.nanoTime() - began) / 1e9));
        }
    }

    private List<Long> runClient(long until) {
        List<Long> nanos = new ArrayList<>();
        try (Connection connection = new Connection(server)) {
            while (System.nanoTime() < until) {
                nanos.add(exchange(connection));
            }
            return nanos;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends one request; gives how many nanoseconds its answer took. */
    long exchange(Connection connection) throws IOException {
        byte[] request = requests.get();
        long sent = System.nanoTime();
        Connection.Response response = connection.exchange(request);
        long nanos = System.nanoTime() - sent;
        if (response.status() != expected) {
            throw new IllegalStateException("%s answered %d: %s".formatted(server, response.status(), response.body()));
        }
        return nanos;
    }
}
