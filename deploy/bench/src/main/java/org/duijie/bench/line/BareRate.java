package org.duijie.bench.line;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.duijie.bench.Latencies;
import org.duijie.bench.load.OpenLoop;
import org.duijie.local.Suite;

/** A commit and a round trip after it, so many times a second, by several clients so that none waits for another. */
final class BareRate implements AutoCloseable {
    private static final int CLIENTS = 8;
    private static final long NANOS_A_SECOND = 1_000_000_000;

    /** One that does both, one after the other. */
    private record Client(BareCommit commit, BareRoundTrip roundTrip) {

        long measure(String text) {
            try {
                return commit.measure(text) + roundTrip.measure(text);
            } catch (SQLException | ExecutionException e) {
                throw new IllegalStateException("the bare measurements failed", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    }

    private final List<Client> clients = new ArrayList<>();

    BareRate(Suite suite) throws SQLException, InterruptedException, ExecutionException {
        for (int client = 0; client < CLIENTS; client++) {
            clients.add(new Client(
                    new BareCommit(suite.jdbcUrl("project"), suite.databaseUser(), "bare_commit_" + client),
                    new BareRoundTrip(suite.kafkaBootstrap(), "bare-round-trip-" + client)));
        }
    }

    /** The sums of the two, at this rate for so long. */
    Latencies measure(int perSecond, Duration duration, String text) {
        int count = (int) (perSecond * duration.toSeconds());
        AtomicInteger next = new AtomicInteger();
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            List<CompletableFuture<List<Long>>> running = clients.stream()
                    .map(client -> CompletableFuture.supplyAsync(
                            () -> {
                                List<Long> sums = new ArrayList<>();
                                for (int number = next.getAndIncrement();
                                        number < count;
                                        number = next.getAndIncrement()) {
                                    OpenLoop.await(begin + number * NANOS_A_SECOND / perSecond);
                                    sums.add(client.measure(text));
                                }
                                return sums;
                            },
                            threads))
                    .toList();
            Latencies sums = new Latencies();
            running.forEach(client -> client.join().forEach(sums::add));
            return sums;
        }
    }

    @Override
    public void close() throws SQLException {
        for (Client client : clients) {
            client.commit().close();
            client.roundTrip().close();
        }
    }
}
