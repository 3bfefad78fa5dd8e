package org.duijie.matching.delivery.sending;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.duijie.matching.delivery.endpoint.DisableReason;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes the outcomes of all deliveries and writes them together: what comes while one commit lasts goes with the next. */
@Singleton
class Recorder {

    private static final Logger LOG = Logger.getLogger(Recorder.class);
    private static final int AT_ONCE = 1_000;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final DataSource database;
    private final OutcomeRepository outcomes;
    private final NoticeService notices;
    private final DeliveryFigures figures;
    private final RetrySchedule schedule = new RetrySchedule(RandomGenerator.getDefault());
    private final BlockingQueue<Entry> queue = new LinkedBlockingQueue<>();
    private final AtomicInteger pending = new AtomicInteger();

    @Inject
    Recorder(DataSource database, OutcomeRepository outcomes, NoticeService notices, DeliveryFigures figures) {
        this.database = database;
        this.outcomes = outcomes;
        this.notices = notices;
        this.figures = figures;
    }

    /** What to do when an outcome is written. */
    @FunctionalInterface
    interface Written {
        /** @param moreIsDue has one of the channels that were written together something that is due at once? */
        void done(boolean moreIsDue);
    }

    /** Either of the two, and what to do when it is written. */
    private record Entry(
            @Nullable ChannelOutcome channel, @Nullable MessageOutcome message, Written written) {}

    void add(ChannelOutcome outcome, Written written) {
        pending.incrementAndGet();
        queue.add(new Entry(outcome, null, written));
    }

    void add(MessageOutcome outcome, Written written) {
        pending.incrementAndGet();
        queue.add(new Entry(null, outcome, written));
    }

    /** Waits until all is written, as far as the time allows. */
    void awaitEmpty(Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (pending.get() > 0 && System.nanoTime() < deadline) {
            Thread.sleep(10);
        }
    }

    /** Waits for the next outcomes and writes them, again and again until they are. */
    void next() throws InterruptedException {
        List<Entry> entries = new ArrayList<>();
        entries.add(queue.take());
        queue.drainTo(entries, AT_ONCE - 1);
        boolean moreIsDue = true;
        try {
            moreIsDue = written(entries);
        } finally {
            boolean more = moreIsDue;
            pending.addAndGet(-entries.size());
            entries.forEach(entry -> entry.written().done(more));
        }
    }

    /** Tries until it is done; returns whether some channel has something that is due at once. */
    private boolean written(List<Entry> entries) throws InterruptedException {
        while (true) {
            try {
                return QuarkusTransaction.requiringNew().call(() -> write(entries));
            } catch (RuntimeException failed) {
                LOG.warnf("Outcomes of deliveries could not be written, trying again: %s", failed.toString());
                Thread.sleep(PAUSE);
            }
        }
    }

    /** Endpoints are locked before their channels and messages, as their owners' commands do it. */
    private boolean write(List<Entry> entries) {
        boolean moreIsDue = false;
        List<ChannelOutcome> channels =
                entries.stream().map(Entry::channel).filter(Objects::nonNull).toList();
        List<MessageOutcome> messages =
                entries.stream().map(Entry::message).filter(Objects::nonNull).toList();
        try (Connection connection = database.getConnection()) {
            log(connection, channels, messages);
            if (!channels.isEmpty()) {
                outcomes.setAside(
                        connection,
                        channels.stream().filter(one -> one.setAside() != null).toList(),
                        one -> schedule.after(one.attempts().getLast().attempt(), null));
                moreIsDue = outcomes.move(connection, channels);
            }
            for (MessageOutcome message : messages) {
                outcomes.settle(connection, message);
                if (message.delay() == null
                        && message.attempt() != null
                        && !message.attempt().delivered()) {
                    notices.abandoned(connection, message);
                }
            }
            return moreIsDue;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void log(Connection connection, List<ChannelOutcome> channels, List<MessageOutcome> messages)
            throws SQLException {
        List<OutcomeRepository.Logged> attempts = Stream.concat(
                        channels.stream().flatMap(one -> one.attempts().stream()
                                .map(attempt -> new OutcomeRepository.Logged(
                                        one.channel().target().endpoint(), attempt))),
                        messages.stream()
                                .filter(one -> one.attempt() != null)
                                .map(one -> new OutcomeRepository.Logged(
                                        one.message().target().endpoint(), Objects.requireNonNull(one.attempt()))))
                .toList();
        outcomes.log(connection, attempts);
        Set<UUID> succeeded = new HashSet<>();
        Map<UUID, OutcomeRepository.Failure> failed = new TreeMap<>();
        Map<UUID, DisableReason> gone = new HashMap<>();
        for (OutcomeRepository.Logged one : attempts) {
            if (one.attempt().delivered()) {
                succeeded.add(one.endpoint());
                failed.remove(one.endpoint());
            } else {
                failed.merge(one.endpoint(), failure(one.attempt()), Recorder::both);
            }
            if (one.attempt().gone()) {
                gone.put(one.endpoint(), DisableReason.GONE);
            }
            figures.attempted(one.attempt());
        }
        outcomes.succeeded(connection, succeeded);
        outcomes.failed(connection, failed, schedule::open);
        for (Map.Entry<UUID, DisableReason> end : gone.entrySet()) {
            notices.disable(connection, end.getKey(), end.getValue());
        }
    }

    /** Who says when to come back, or cannot keep up, is spared as a whole. */
    private OutcomeRepository.Failure failure(Attempt attempt) {
        Duration asked = attempt.retryAfter();
        Duration held = asked != null
                ? schedule.after(1, asked)
                : attempt.overloaded() ? schedule.after(1, null) : Duration.ZERO;
        return new OutcomeRepository.Failure(1, held);
    }

    private static OutcomeRepository.Failure both(OutcomeRepository.Failure one, OutcomeRepository.Failure other) {
        return new OutcomeRepository.Failure(
                one.times() + other.times(), one.held().compareTo(other.held()) > 0 ? one.held() : other.held());
    }
}
