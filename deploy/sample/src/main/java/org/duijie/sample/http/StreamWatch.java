package org.duijie.sample.http;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Listens to a stream of server-sent events and notes the moment at which each arrives. */
public final class StreamWatch implements AutoCloseable {
    /** @param atNanos when it arrived, on the clock of {@link System#nanoTime()} */
    public record Arrival(StreamEvent event, long atNanos) {}

    private final EventStream stream;
    private final Deque<Arrival> arrivals = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();

    /** The stream is open when this returns: what happens from now on will be seen. */
    public StreamWatch(Session session, String path) {
        stream = session.stream(path);
        Thread.ofVirtual().name("stream " + path).start(this::listen);
    }

    /** Takes the first event that fits, waiting for it until the limit. */
    public Optional<Arrival> await(Predicate<StreamEvent> wanted, Duration limit) {
        long left = limit.toNanos();
        lock.lock();
        try {
            Arrival found = take(wanted);
            while (found == null && left > 0) {
                left = arrived.awaitNanos(left);
                found = take(wanted);
            }
            return Optional.ofNullable(found);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Arrival take(Predicate<StreamEvent> wanted) {
        for (Iterator<Arrival> next = arrivals.iterator(); next.hasNext(); ) {
            Arrival arrival = next.next();
            if (wanted.test(arrival.event())) {
                next.remove();
                return arrival;
            }
        }
        return null;
    }

    private void listen() {
        try {
            for (StreamEvent event = stream.next(); event != null; event = stream.next()) {
                note(new Arrival(event, System.nanoTime()));
            }
        } catch (UncheckedIOException closed) {
            // The stream was closed here or broke there: who waits for an event finds that it does not come.
            return;
        }
    }

    private void note(Arrival arrival) {
        lock.lock();
        try {
            arrivals.add(arrival);
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        stream.close();
    }
}
