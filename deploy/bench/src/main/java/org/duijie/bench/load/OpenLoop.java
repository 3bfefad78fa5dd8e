package org.duijie.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * Requests that are due at fixed moments, whatever becomes of those before them: a server that stands still for a moment
 * finds all that came due waiting, and each is measured from when it was due. Only where all connections are taken does a
 * request wait to be sent.
 */
public record OpenLoop(URI server, int connections, int perSecond) {
    private static final long NANOS_A_SECOND = 1_000_000_000;

    /**
     * One request and its answer, on the clock of {@link System#nanoTime()}.
     *
     * @param number counts from 0
     * @param due when it was to be sent
     */
    public record Exchange(int number, long due, long answered, int status, String body) {}

    /**
     * Sends so many requests; gives their exchanges in no particular order.
     *
     * @param requests made just before they are sent
     * @param answers told of each exchange by the thread that waited for it
     */
    public List<Exchange> run(int count, IntFunction<byte[]> requests, Consumer<Exchange> answers) {
        AtomicInteger next = new AtomicInteger();
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<CompletableFuture<List<Exchange>>> clients = new ArrayList<>();
            for (int client = 0; client < connections; client++) {
                clients.add(
                        CompletableFuture.supplyAsync(() -> runClient(next, count, begin, requests, answers), threads));
            }
            return clients.stream().flatMap(client -> client.join().stream()).toList();
        }
    }

    private List<Exchange> runClient(
            AtomicInteger next, int count, long begin, IntFunction<byte[]> requests, Consumer<Exchange> answers) {
        List<Exchange> exchanges = new ArrayList<>();
        try (Connection connection = new Connection(server)) {
            for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                long due = begin + number * NANOS_A_SECOND / perSecond;
                await(due);
                Connection.Response response = connection.exchange(requests.apply(number));
                Exchange exchange = new Exchange(number, due, System.nanoTime(), response.status(), response.body());
                answers.accept(exchange);
                exchanges.add(exchange);
            }
            return exchanges;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns at that moment, on the clock of {@link System#nanoTime()}. */
    public static void await(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
