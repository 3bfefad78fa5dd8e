package org.duijie.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.duijie.bench.Latencies;

/**
 * One client that goes several ways in turn, request by request: whatever the machine does meanwhile, it does to all of
 * them alike, and what one way adds to another shows even on a busy machine.
 */
public final class InTurns {
    private static final double NANOS_A_SECOND = 1e9;

    private InTurns() {}

    /** One way, with what was measured on it. */
    private record Walk(Load load, Connection connection, Latencies latencies) {

        void once() throws IOException {
            latencies.add(load.exchange(connection));
        }

        Load.Round round() {
            return new Load.Round(latencies, latencies.count() * NANOS_A_SECOND / latencies.sum());
        }
    }

    /** @param ways of which each is one load; how many connections it would have counts for nothing */
    public static <W> Map<W, Load.Round> run(Map<W, Load> ways, Duration duration) {
        Map<W, Walk> walks = new LinkedHashMap<>();
        try {
            for (Map.Entry<W, Load> way : ways.entrySet()) {
                Connection connection = new Connection(way.getValue().server());
                walks.put(way.getKey(), new Walk(way.getValue(), connection, new Latencies()));
            }
            long until = System.nanoTime() + duration.toNanos();
            while (System.nanoTime() < until) {
                for (Walk walk : walks.values()) {
                    walk.once();
                }
            }
            Map<W, Load.Round> rounds = new LinkedHashMap<>();
            walks.forEach((way, walk) -> rounds.put(way, walk.round()));
            return rounds;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            walks.values().forEach(walk -> close(walk.connection()));
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
