package org.duijie.matching.delivery.sending;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What this instance is sending: the bulkheads. Each lane has places of its own, and no endpoint takes many of them. */
final class InFlight {

    private static final int MOST_TO_ONE_ENDPOINT = 4;

    private final Map<Lane, AtomicInteger> taken =
            Map.of(Lane.SWIFT, new AtomicInteger(), Lane.SLOW, new AtomicInteger(), Lane.APART, new AtomicInteger());
    private final Map<UUID, Integer> byEndpoint = new ConcurrentHashMap<>();

    /** By which way something is sent, and how much goes there at once. */
    enum Lane {
        /** To those who took the last one, and at once. */
        SWIFT(1_000),
        /** To those who failed or took their time: they wait for each other, not the others for them. */
        SLOW(1_000),
        /** What goes outside the order of its stream. */
        APART(200);

        private final int places;

        Lane(int places) {
            this.places = places;
        }

        int places() {
            return places;
        }
    }

    private AtomicInteger taken(Lane lane) {
        return Objects.requireNonNull(taken.get(lane));
    }

    int free(Lane lane) {
        return Math.max(0, lane.places - taken(lane).get());
    }

    /** Those who have as much under way as one may. */
    List<UUID> busy() {
        return byEndpoint.entrySet().stream()
                .filter(entry -> entry.getValue() >= MOST_TO_ONE_ENDPOINT)
                .map(Map.Entry::getKey)
                .toList();
    }

    boolean isBusy(UUID endpoint) {
        return byEndpoint.getOrDefault(endpoint, 0) >= MOST_TO_ONE_ENDPOINT;
    }

    void begin(Lane lane, UUID endpoint) {
        taken(lane).incrementAndGet();
        byEndpoint.merge(endpoint, 1, Integer::sum);
    }

    /** Returns whether the endpoint had as much under way as it may. */
    boolean end(Lane lane, UUID endpoint) {
        boolean wasBusy = isBusy(endpoint);
        taken(lane).decrementAndGet();
        byEndpoint.computeIfPresent(endpoint, (id, count) -> count == 1 ? null : count - 1);
        return wasBusy;
    }
}
