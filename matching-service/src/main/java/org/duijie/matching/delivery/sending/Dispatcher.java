package org.duijie.matching.delivery.sending;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.duijie.matching.delivery.endpoint.DisableReason;
import org.duijie.matching.delivery.endpoint.WebhookEndpointService.Due;
import org.duijie.matching.delivery.sending.InFlight.Lane;
import org.duijie.matching.subscription.Announced;
import org.duijie.matching.subscription.MatchEventResponse;
import org.duijie.matching.subscription.MatchStreams;
import org.jboss.logging.Logger;

/**
 * Claims what is due and has it sent, each on a virtual thread of its own. All there is to know is in the database: any
 * number of instances share the work, and what one of them was at when it was killed another takes up. A commit wakes it
 * at once, where this instance made it; else it looks around ten times a second.
 */
@ApplicationScoped
class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    private static final Duration POLL = Duration.ofMillis(100);
    /** Between two rounds, so that each has something to do. */
    private static final Duration BREATH = Duration.ofMillis(5);
    /**
     * Under load claims are made for half a lane at a time, for each costs a commit; but where those under way take their
     * time, none waits longer than this for a place that is free.
     */
    private static final Duration HASTE = Duration.ofMillis(50);

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MOST_AT_ONCE = 500;
    private static final int EVENTS_OF_ONE_CHANNEL = 20;

    private final DataSource database;
    private final ClaimRepository claims;
    private final MatchStreams streams;
    private final Courier courier;
    private final Recorder recorder;
    private final MessageContents contents;
    private final NoticeService notices;
    private final Mandate mandate;
    private final InFlight inFlight = new InFlight();
    private final Turns swift;
    private final Turns slow;
    private final Semaphore work = new Semaphore(0);
    private final RetrySchedule schedule = new RetrySchedule(RandomGenerator.getDefault());
    private final List<Thread> threads = new ArrayList<>();
    private final ExecutorService couriers = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean running;
    /** Of the dispatching thread alone. */
    private long claimedAt = System.nanoTime();

    @Inject
    Dispatcher(
            DataSource database,
            ClaimRepository claims,
            MatchStreams streams,
            Courier courier,
            Recorder recorder,
            MessageContents contents,
            NoticeService notices,
            Mandate mandate) {
        this.database = database;
        this.claims = claims;
        this.streams = streams;
        this.courier = courier;
        this.recorder = recorder;
        this.contents = contents;
        this.notices = notices;
        this.mandate = mandate;
        swift = new Turns(claims, inFlight, Lane.SWIFT);
        slow = new Turns(claims, inFlight, Lane.SLOW);
    }

    void start(@Observes @Priority(100) StartupEvent event) {
        running = true;
        threads.add(Thread.ofVirtual().name("webhook-dispatcher").start(this::dispatch));
        threads.add(Thread.ofVirtual().name("webhook-recorder").start(this::record));
    }

    /** What is being sent is sent to the end, and what came of it is written. */
    void stop(@Observes @Priority(5) ShutdownEvent event) throws InterruptedException {
        running = false;
        work.release();
        couriers.shutdown();
        if (!couriers.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            LOG.warn("Some deliveries did not end in time; whoever runs next takes them up");
        }
        recorder.awaitEmpty(PATIENCE);
        for (Thread thread : threads) {
            thread.interrupt();
            thread.join(PATIENCE);
        }
    }

    void announced(@Observes(during = TransactionPhase.AFTER_SUCCESS) Announced announced) {
        wake();
    }

    void due(@Observes(during = TransactionPhase.AFTER_SUCCESS) Due due) {
        somethingIsDue();
        wake();
    }

    private void somethingIsDue() {
        swift.somethingIsDue();
        slow.somethingIsDue();
    }

    private void wake() {
        if (work.availablePermits() == 0) {
            work.release();
        }
    }

    private void dispatch() {
        while (running) {
            try {
                if (round() == 0) {
                    work.tryAcquire((isCrowded() ? HASTE : POLL).toMillis(), TimeUnit.MILLISECONDS);
                } else {
                    Thread.sleep(BREATH);
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return;
            } catch (SQLException | RuntimeException failed) {
                LOG.warnf("Deliveries could not be claimed, trying again: %s", failed.toString());
                pause();
            }
        }
    }

    /** Returns how much there was to do. */
    private int round() throws SQLException {
        boolean hasty = System.nanoTime() - claimedAt >= HASTE.toNanos();
        if (!hasty && isCrowded()) {
            return 0;
        }
        int found = claims.takeAdvances();
        if (found > 0) {
            somethingIsDue();
        }
        found += claimChannels(Lane.SWIFT, swift);
        if (hasty) {
            claimedAt = System.nanoTime();
            found += claimChannels(Lane.SLOW, slow) + claimMessages();
        }
        return found;
    }

    private boolean isCrowded() {
        return inFlight.free(Lane.SWIFT) < Lane.SWIFT.places() / 2;
    }

    private void record() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                recorder.next();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private int claimChannels(Lane lane, Turns turns) throws SQLException {
        int most = Math.min(MOST_AT_ONCE, inFlight.free(lane));
        if (most == 0) {
            return 0;
        }
        List<ChannelKey> due = turns.next(most);
        if (due.isEmpty()) {
            return 0;
        }
        List<ClaimedChannel> claimed = claims.claimChannels(lane == Lane.SLOW, due);
        if (!claimed.isEmpty()) {
            List<MatchStreams.Place> places = claimed.stream()
                    .map(channel -> new MatchStreams.Place(channel.subscription(), channel.position()))
                    .distinct()
                    .toList();
            Map<UUID, SortedMap<Long, MatchEventResponse>> events =
                    QuarkusTransaction.requiringNew().call(() -> streams.behind(places, EVENTS_OF_ONE_CHANNEL));
            for (ClaimedChannel channel : claimed) {
                SortedMap<Long, MatchEventResponse> itsOwn =
                        events.getOrDefault(channel.subscription(), Collections.emptySortedMap());
                begin(lane, channel.target(), () -> send(lane, channel, itsOwn));
            }
        }
        // Where another instance was faster there may be others still.
        return due.size();
    }

    private int claimMessages() throws SQLException {
        int most = Math.min(MOST_AT_ONCE, inFlight.free(Lane.APART));
        if (most == 0) {
            return 0;
        }
        List<ClaimedMessage> claimed = claims.claimMessages(inFlight.busy(), most);
        if (!claimed.isEmpty()) {
            Map<UUID, Outgoing> found = QuarkusTransaction.requiringNew().call(() -> contents.of(claimed));
            for (ClaimedMessage message : claimed) {
                begin(Lane.APART, message.target(), () -> send(message, found));
            }
        }
        return claimed.size();
    }

    private void begin(Lane lane, Target target, Runnable sending) {
        inFlight.begin(lane, target.endpoint());
        couriers.execute(() -> {
            try {
                sending.run();
            } catch (RuntimeException failed) {
                // The lease ends, and somebody takes it up.
                LOG.errorf(failed, "A delivery to endpoint %s failed", target.endpoint());
                end(lane, target);
            }
        });
    }

    /** Channels of an endpoint that had enough under way were passed over. */
    private void end(Lane lane, Target target) {
        if (inFlight.end(lane, target.endpoint())) {
            somethingIsDue();
        }
    }

    private void send(Lane lane, ClaimedChannel channel, SortedMap<Long, MatchEventResponse> events) {
        ChannelOutcome outcome =
                switch (mandate.of(channel.target())) {
                    case HOLDS -> courier.send(channel, events);
                    case UNKNOWN ->
                        new ChannelOutcome(
                                channel,
                                channel.position(),
                                channel.attempt(),
                                schedule.after(1, null),
                                null,
                                channel.slow(),
                                List.of());
                    case ENDED -> {
                        endMandate(channel.target());
                        yield new ChannelOutcome(channel, channel.position(), 0, null, null, channel.slow(), List.of());
                    }
                };
        recorder.add(outcome, moreIsDue -> {
            end(lane, channel.target());
            if (moreIsDue) {
                somethingIsDue();
            }
            wake();
        });
    }

    private void send(ClaimedMessage message, Map<UUID, Outgoing> contents) {
        MessageOutcome outcome =
                switch (mandate.of(message.target())) {
                    case HOLDS -> courier.send(message, contents.get(message.id()));
                    case UNKNOWN -> new MessageOutcome(message, null, schedule.after(1, null));
                    case ENDED -> {
                        endMandate(message.target());
                        yield new MessageOutcome(message, null, schedule.after(9, null));
                    }
                };
        recorder.add(outcome, moreIsDue -> {
            end(Lane.APART, message.target());
            wake();
        });
    }

    /** Takes the claims away with it: what is recorded afterwards changes nothing. */
    private void endMandate(Target target) {
        QuarkusTransaction.requiringNew().run(() -> {
            try (Connection connection = database.getConnection()) {
                notices.disable(connection, target.endpoint(), DisableReason.DELEGATION_ENDED);
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        });
    }

    private void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
