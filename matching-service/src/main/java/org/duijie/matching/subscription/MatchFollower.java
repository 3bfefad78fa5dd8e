package org.duijie.matching.subscription;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Follows one subscription's stream from a number on, for one reader. */
final class MatchFollower {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final int BATCH = 200;

    private final UUID subscription;
    private final SubscriptionService service;
    private final MatchBell.Stream bells;

    private long number;
    private volatile boolean stopped;

    MatchFollower(UUID subscription, long number, SubscriptionService service, MatchBell.Stream bells) {
        this.subscription = subscription;
        this.number = number;
        this.service = service;
        this.bells = bells;
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
            while (!stopped) {
                List<MatchEvent> events = service.eventsAfter(subscription, number, BATCH);
                if (!events.isEmpty()) {
                    number = events.getLast().number();
                    return new Step(events, false);
                }
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return new Step(List.of(), false);
                }
                if (!bells.await(number, Duration.ofNanos(left), () -> stopped)) {
                    stopped = true;
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return new Step(List.of(), true);
    }

    /** The reader is gone. */
    void stop() {
        stopped = true;
        bells.wake();
    }
}
