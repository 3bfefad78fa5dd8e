package org.duijie.matching.subscription;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Wakes those who wait for a subscription's next event: at once when this instance commits one, and within a second when
 * another instance did. However many wait, the database is asked once.
 */
@ApplicationScoped
class MatchBell {

    private final SubscriptionRepository subscriptions;
    private final Map<UUID, Stream> streams = new ConcurrentHashMap<>();

    @Inject
    MatchBell(SubscriptionRepository subscriptions) {
        this.subscriptions = subscriptions;
    }

    /** Begins to listen; every call is followed by one of {@link #leave}. */
    Stream join(UUID subscription) {
        return streams.compute(subscription, (id, known) -> {
            Stream stream = known == null ? new Stream() : known;
            stream.listeners++;
            return stream;
        });
    }

    void leave(UUID subscription) {
        streams.computeIfPresent(subscription, (id, stream) -> --stream.listeners == 0 ? null : stream);
    }

    /** The subscription is gone. */
    void close(UUID subscription) {
        Stream stream = streams.get(subscription);
        if (stream != null) {
            stream.close();
        }
    }

    void ring(@Observes(during = TransactionPhase.AFTER_SUCCESS) Announced announced) {
        Stream stream = streams.get(announced.subscription());
        if (stream != null) {
            stream.reach(announced.lastNumber());
        }
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        List<UUID> watched = List.copyOf(streams.keySet());
        if (watched.isEmpty()) {
            return;
        }
        Map<UUID, Long> found = new HashMap<>();
        subscriptions.lastNumbers(watched).forEach(row -> found.put((UUID) row[0], (Long) row[1]));
        for (UUID id : watched) {
            Stream stream = streams.get(id);
            Long last = found.get(id);
            if (stream != null && last != null) {
                stream.reach(last);
            } else if (stream != null) {
                stream.close();
            }
        }
    }

    void stop(@Observes ShutdownEvent shutdown) {
        streams.values().forEach(Stream::close);
    }

    /** Where one subscription's stream has got to. */
    static final class Stream {

        private final ReentrantLock lock = new ReentrantLock();
        private final Condition moved = lock.newCondition();
        private long last;
        private boolean closed;
        private int listeners;

        /**
         * Waits until there is an event with a higher number, the stream is closed, the time is up, or the listener was
         * told to stop.
         *
         * @return whether the stream is open still
         */
        boolean await(long number, Duration limit, BooleanSupplier stopped) throws InterruptedException {
            lock.lock();
            try {
                long left = limit.toNanos();
                while (last <= number && !closed && !stopped.getAsBoolean() && left > 0) {
                    left = moved.awaitNanos(left);
                }
                return !closed;
            } finally {
                lock.unlock();
            }
        }

        /** Lets a listener that was told to stop see that it was. */
        void wake() {
            lock.lock();
            try {
                moved.signalAll();
            } finally {
                lock.unlock();
            }
        }

        private void reach(long number) {
            lock.lock();
            try {
                if (number > last) {
                    last = number;
                    moved.signalAll();
                }
            } finally {
                lock.unlock();
            }
        }

        private void close() {
            lock.lock();
            try {
                closed = true;
                moved.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }
}
