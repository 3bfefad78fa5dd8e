package org.duijie.matching.subscription;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** Follows one subscription's stream from a number on, for one reader and as long as the reader may. */
final class MatchFollower {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final int BATCH = 200;

    private final UUID subscription;
    private final SubscriptionService service;
    private final MatchBell.Stream bells;
    private final InstantSource clock;
    private final Instant end;

    private volatile long number;
    private volatile boolean stopped;

    MatchFollower(
            UUID subscription,
            long number,
            SubscriptionService service,
            MatchBell.Stream bells,
            InstantSource clock,
            Instant end) {
        this.subscription = subscription;
        this.number = number;
        this.service = service;
        this.bells = bells;
        this.clock = clock;
        this.end = end;
    }

    /**
     * What there is to send next.
     *
     * @param events in order; empty when it is time for a sign of life
     * @param last the stream is over
     */
    record Step(List<MatchEvent> events, boolean last) {}

    /** Waits until there is something to send. */
    Step next() {
        try {
            long deadline = System.nanoTime() + HEARTBEAT.toNanos();
            while (!stopped && clock.instant().isBefore(end)) {
                List<MatchEvent> events = service.eventsAfter(subscription, number, BATCH);
                if (!events.isEmpty()) {
                    number = events.getLast().number();
                    return new Step(events, false);
                }
                Duration left = Duration.ofNanos(deadline - System.nanoTime());
                if (!left.isPositive()) {
                    return new Step(List.of(), false);
                }
                Duration limit = Collections.min(List.of(left, Duration.between(clock.instant(), end)));
                if (!bells.await(number, limit, () -> stopped)) {
                    stopped = true;
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return new Step(List.of(), true);
    }

    UUID subscription() {
        return subscription;
    }

    /** The last one that the reader has. */
    long number() {
        return number;
    }

    /** The reader is gone. */
    void stop() {
        stopped = true;
        bells.wake();
    }
}
