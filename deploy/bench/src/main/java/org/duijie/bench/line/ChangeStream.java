package org.duijie.bench.line;

import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.duijie.sample.http.EventStream;
import org.duijie.sample.http.Session;
import org.duijie.sample.http.StreamEvent;
import org.jspecify.annotations.Nullable;

/** A subscriber that notes when it is told of each change of a need, and in which order the stream numbers events. */
final class ChangeStream implements AutoCloseable {

    /** A change, by the need and what happened to it: {@code org.duijie.need.published.v1}. */
    record Change(String need, String type) {}

    private final EventStream stream;
    private final Map<Change, Long> arrivals = new ConcurrentHashMap<>();
    private volatile long last;
    private final AtomicLong gaps = new AtomicLong();

    /** @param after the last number that is known already */
    ChangeStream(Session subscriber, String path, long after) {
        last = after;
        stream = subscriber.stream(path + "?after=" + after);
        Thread.ofPlatform().daemon().name("stream").start(this::listen);
    }

    private void listen() {
        try {
            for (StreamEvent event = stream.next(); event != null; event = stream.next()) {
                long now = System.nanoTime();
                long number = Long.parseLong(event.id());
                gaps.addAndGet(number == last + 1 ? 0 : 1);
                last = number;
                arrivals.putIfAbsent(
                        new Change(
                                event.data().path("need").path("id").asText(),
                                event.data().path("cause").path("type").asText()),
                        now);
            }
        } catch (UncheckedIOException closed) {
            // The stream was closed here or broke there: who waits for a change finds that it does not come.
            return;
        }
    }

    /** When it came, on the clock of {@link System#nanoTime()}; absent as long as it did not. */
    @Nullable
    Long arrival(Change change) {
        return arrivals.get(change);
    }

    /** How often a number did not follow the one before it: a stream has none left out and none twice. */
    long gaps() {
        return gaps.get();
    }

    long last() {
        return last;
    }

    @Override
    public void close() {
        stream.close();
    }
}
