package org.duijie.chassis.event;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * Takes events in so that each has its effect exactly once (the idempotent-consumer pattern): the event's id and its
 * effect are committed together, before the broker hears that it was read.
 *
 * <p>An event that can never be read becomes a dead letter and the rest goes on. Every other failure, such as a
 * database that is away, is waited out: nothing is skipped, and nothing overtakes.
 */
@ApplicationScoped
public class Inbox {

    /** An event that was new. */
    private record Taken(String topic, Instant happened) {}

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final DataSource database;
    private final ObjectMapper json;
    private final DeadLetters deadLetters;
    private final EventFigures figures;
    private final Tracer tracer;
    private volatile boolean stopping;

    @Inject
    public Inbox(DataSource database, ObjectMapper json, DeadLetters deadLetters, EventFigures figures, Tracer tracer) {
        this.database = database;
        this.json = json;
        this.deadLetters = deadLetters;
        this.figures = figures;
        this.tracer = tracer;
    }

    /**
     * Applies a batch in the order given, in one transaction if it can; returns when all of it is committed.
     *
     * @param effect what an event does; runs inside the transaction and may run again after a rollback
     */
    public void consume(ConsumerRecords<String, byte[]> batch, Consumer<IncomingEvent> effect) {
        consume(batch, type -> true, effect);
    }

    /**
     * The same for one of several readers of a topic: what is another's is passed over as if it had not come.
     *
     * @param hears whether events of this type are for this reader; the empty type is that of an event without one
     */
    public void consume(
            ConsumerRecords<String, byte[]> batch, Predicate<String> hears, Consumer<IncomingEvent> effect) {
        List<ConsumerRecord<String, byte[]>> messages = new ArrayList<>();
        batch.forEach(message -> {
            if (hears.test(IncomingEvent.type(message))) {
                messages.add(message);
            }
        });
        if (messages.isEmpty()) {
            return;
        }
        int done = 0;
        int size = messages.size();
        Duration wait = FIRST_WAIT;
        while (done < messages.size()) {
            List<ConsumerRecord<String, byte[]>> next = messages.subList(done, Math.min(done + size, messages.size()));
            try {
                consumeTogether(next, effect);
                done += next.size();
                wait = FIRST_WAIT;
            } catch (RuntimeException passing) {
                waitOut(passing, wait);
                wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
                // What is too much for one transaction may not be too much for two.
                size = Math.max(1, size / 2);
            }
        }
    }

    private void consumeTogether(List<ConsumerRecord<String, byte[]>> messages, Consumer<IncomingEvent> effect) {
        try {
            take(messages, effect);
        } catch (PoisonEventException somewhere) {
            messages.forEach(message -> consumeAlone(message, effect));
        }
    }

    private void consumeAlone(ConsumerRecord<String, byte[]> message, Consumer<IncomingEvent> effect) {
        try {
            take(List.of(message), effect);
        } catch (PoisonEventException poison) {
            // The cause may quote the event: it is told to operators, not to the log.
            LOG.warnf("Dead letter: %s-%d@%d", message.topic(), message.partition(), message.offset());
            QuarkusTransaction.requiringNew().run(() -> deadLetters.keep(message, poison));
        }
    }

    private void take(List<ConsumerRecord<String, byte[]>> messages, Consumer<IncomingEvent> effect) {
        QuarkusTransaction.requiringNew()
                .call(() -> apply(messages, effect))
                .forEach(taken -> figures.taken(taken.topic(), taken.happened()));
    }

    private List<Taken> apply(List<ConsumerRecord<String, byte[]>> messages, Consumer<IncomingEvent> effect) {
        List<IncomingEvent> events = messages.stream()
                .map(message -> IncomingEvent.of(message, json))
                .toList();
        Set<UUID> fresh = remember(events.stream().map(IncomingEvent::id).toList());
        List<Taken> taken = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            IncomingEvent event = events.get(i);
            if (fresh.remove(event.id())) {
                traced(event, effect);
                taken.add(new Taken(messages.get(i).topic(), event.time()));
            }
        }
        return taken;
    }

    /** What the effect causes carries on the trace of what caused the event. */
    private void traced(IncomingEvent event, Consumer<IncomingEvent> effect) {
        Span span = tracer.spanBuilder("take " + event.type())
                .setSpanKind(SpanKind.CONSUMER)
                .setParent(TraceParent.context(event.traceparent()))
                .startSpan();
        try (Scope entered = span.makeCurrent()) {
            effect.accept(event);
        } finally {
            span.end();
        }
    }

    /** Returns those ids that were never seen before. */
    private Set<UUID> remember(List<UUID> ids) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into inbox (event_id) select distinct unnest(?::uuid[]) on conflict do nothing returning event_id")) {
            insert.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            Set<UUID> fresh = new HashSet<>();
            try (ResultSet rows = insert.executeQuery()) {
                while (rows.next()) {
                    fresh.add(rows.getObject(1, UUID.class));
                }
            }
            return fresh;
        } catch (SQLException failed) {
            throw new IllegalStateException("The inbox could not be written", failed);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    private void waitOut(RuntimeException passing, Duration wait) {
        if (stopping) {
            // Nothing was acknowledged: the events come again after the next start.
            throw passing;
        }
        LOG.warnf("Events could not be applied, trying again in %d ms: %s", wait.toMillis(), passing);
        LOG.debug("The failure", passing);
        try {
            Thread.sleep(wait);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting to apply events", interrupted);
        }
    }

    /** Far longer than any broker keeps a record that could come again. */
    @Scheduled(every = "24h", delayed = "1h")
    @Transactional
    void forget() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(
                        "delete from inbox where received_at < now() - interval '90 days'")) {
            delete.executeUpdate();
        }
    }
}
