package org.duijie.chassis.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.duijie.chassis.database.Insert;
import org.duijie.chassis.time.Ids;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Writes events into the database in the transaction that decided them (the transactional outbox pattern). What is
 * committed will reach the broker; what is rolled back never does.
 */
@ApplicationScoped
public class Outbox {

    /** Topic, key, CloudEvents headers (binary mode of the Kafka protocol binding) and JSON data of one record. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, only carried
    record Message(String topic, String key, Map<String, String> headers, byte[] data) {}

    private static final Insert OUTBOX = new Insert(
            "outbox", List.of("topic text", "key text", "headers jsonb", "data bytea", "created_at timestamptz"));

    private static final String WOKEN = Outbox.class.getName() + ".woken";

    private final DataSource database;
    private final ObjectMapper json;
    private final Ids ids;
    private final InstantSource clock;
    private final OutboxRelay relay;
    private final TransactionSynchronizationRegistry transaction;
    private final String source;

    @Inject
    public Outbox(
            DataSource database,
            ObjectMapper json,
            Ids ids,
            InstantSource clock,
            OutboxRelay relay,
            TransactionSynchronizationRegistry transaction,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.database = database;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
        this.relay = relay;
        this.transaction = transaction;
        this.source = "/" + application;
    }

    /** Adds one event; to be called after the aggregate was flushed, so that its version is final. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(DomainEvent event) {
        addAll(List.of(event));
    }

    /** Adds events in the given order. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void addAll(Collection<? extends DomainEvent> events) {
        send(events.stream().map(this::message).toList());
    }

    /** The same as rows that the caller sends in this transaction, in one round trip with rows of its own. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Insert.Rows rows(Collection<? extends DomainEvent> events) {
        return rows(events.stream().map(this::message).toList());
    }

    /** Adds records as they are: dead letters on their way out and back. */
    void send(List<Message> messages) {
        if (messages.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            Insert.send(connection, rows(messages));
        } catch (SQLException failed) {
            throw new IllegalStateException("The outbox could not be written", failed);
        }
    }

    private Insert.Rows rows(List<Message> messages) {
        Insert.Rows rows = OUTBOX.rows();
        for (Message message : messages) {
            rows.add(message.topic(), message.key(), write(message.headers()), message.data(), clock.instant());
        }
        if (!rows.isEmpty()) {
            wakeAfterCommit();
        }
        return rows;
    }

    private Message message(DomainEvent event) {
        String subject = event.subject().toString();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", ids.next().toString());
        headers.put("ce_source", source);
        headers.put("ce_type", "org.duijie." + event.aggregate() + "." + event.verb() + ".v1");
        headers.put("ce_subject", subject);
        headers.put("ce_time", clock.instant().toString());
        headers.put("ce_partitionkey", subject);
        headers.put("ce_sequence", Long.toString(event.version()));
        TraceParent.current().ifPresent(traceparent -> headers.put(TraceParent.HEADER, traceparent));
        headers.put("content-type", "application/json");
        return new Message("duijie." + event.aggregate(), subject, headers, bytes(event.state()));
    }

    private void wakeAfterCommit() {
        if (transaction.getResource(WOKEN) != null) {
            return;
        }
        transaction.putResource(WOKEN, true);
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // The relay can see nothing before the commit.
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    relay.wake();
                }
            }
        });
    }

    private String write(Object value) {
        return new String(bytes(value), java.nio.charset.StandardCharsets.UTF_8);
    }

    private byte[] bytes(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("An event's state must be plain JSON", unwritable);
        }
    }
}
