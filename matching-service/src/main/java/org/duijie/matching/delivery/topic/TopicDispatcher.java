package org.duijie.matching.delivery.topic;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.duijie.chassis.event.TopicWriter;
import org.duijie.chassis.event.TopicWriter.Written;
import org.duijie.matching.subscription.Announced;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes to the partners' topics what their streams were told, one topic after the other: they all have one broker. What
 * was written is known by the places in the database, which move when the broker acknowledged. A crash in between writes
 * again under the same ids; a broker that is away is waited for, and nothing is ever given up.
 */
@ApplicationScoped
public class TopicDispatcher {

    private static final Logger LOG = Logger.getLogger(TopicDispatcher.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration SHORTEST_REST = Duration.ofSeconds(1);
    private static final int DOUBLINGS = 6;

    private final TopicClaims claims;
    private final TopicEntries entries;
    private final TopicOutcomes outcomes;
    private final TopicWriter writer;
    private final TopicFigures figures;
    private final boolean runs;
    private final RandomGenerator random = RandomGenerator.getDefault();
    private final Semaphore work = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    @Inject
    TopicDispatcher(
            TopicClaims claims,
            TopicEntries entries,
            TopicOutcomes outcomes,
            TopicWriter writer,
            TopicFigures figures,
            @ConfigProperty(name = "duijie.delivery.topics-enabled", defaultValue = "true") boolean runs) {
        this.claims = claims;
        this.entries = entries;
        this.outcomes = outcomes;
        this.writer = writer;
        this.figures = figures;
        this.runs = runs;
    }

    void start(@Observes @Priority(100) StartupEvent event) {
        if (runs) {
            running = true;
            thread = Thread.ofVirtual().name("topic-dispatcher").start(this::dispatch);
        }
    }

    /** What is being written is written to the end; for a broker that is away nobody waits. */
    void stop(@Observes @Priority(5) ShutdownEvent event) throws InterruptedException {
        running = false;
        work.release();
        if (thread != null && !thread.join(PATIENCE)) {
            thread.interrupt();
            thread.join(PATIENCE);
        }
    }

    void announced(@Observes(during = TransactionPhase.AFTER_SUCCESS) Announced announced) {
        wake();
    }

    void due(@Observes(during = TransactionPhase.AFTER_SUCCESS) PartnerTopicService.Due due) {
        wake();
    }

    private void wake() {
        if (work.availablePermits() == 0) {
            work.release();
        }
    }

    private void dispatch() {
        while (running) {
            try {
                writeWhatIsDue();
                work.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return;
            } catch (SQLException | RuntimeException failed) {
                LOG.warnf("Partner topics could not be written, trying again: %s", failed.toString());
                pause();
            }
        }
    }

    /** Turn after turn, until nothing is due. */
    void writeWhatIsDue() throws SQLException, InterruptedException {
        for (Optional<ClaimedTopic> due = claims.next(); due.isPresent(); due = claims.next()) {
            write(due.get());
        }
    }

    private void write(ClaimedTopic topic) throws InterruptedException {
        List<TopicEntries.Step> steps = QuarkusTransaction.requiringNew().call(() -> entries.next(topic));
        Written written = writer.write(
                topic.topic(), steps.stream().map(TopicEntries.Step::entry).toList());
        Map<UUID, ClaimedTopic.Place> reached = steps.subList(0, written.acknowledged()).stream()
                .map(TopicEntries.Step::reached)
                .collect(Collectors.toMap(
                        ClaimedTopic.Place::subscription, Function.identity(), (former, latter) -> latter));
        // What waits and cannot be read is no reason to ask for it again and again.
        String fault = steps.isEmpty() ? "What waits could not be read" : written.fault();
        QuarkusTransaction.requiringNew().call(() -> {
            outcomes.settle(topic, reached.values(), fault, rest(topic.attempt()));
            return topic.id();
        });
        figures.taken(written.acknowledged());
        if (fault != null) {
            figures.refused();
            LOG.warnf("The topic %s could not be written, trying again: %s", topic.topic(), fault);
        }
    }

    /** A second, then twice as long each time up to a minute, and a tenth more by chance. The broker is our own. */
    private Duration rest(int attempt) {
        Duration rest = SHORTEST_REST.multipliedBy(1L << Math.min(attempt, DOUBLINGS));
        return rest.plusMillis(random.nextLong(rest.toMillis() / 10 + 1));
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
