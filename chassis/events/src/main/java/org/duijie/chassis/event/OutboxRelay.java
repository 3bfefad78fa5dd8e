package org.duijie.chassis.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * Carries the outbox to the broker: in order, deleting only what the broker acknowledged. Of several instances of a
 * service one at a time relays, the holder of an advisory lock; when it goes, another takes over within a second.
 *
 * <p>A commit wakes the relay at once: in the same process directly, in another through {@code NOTIFY}, which is sent
 * after the commit because a notifying trigger would make all commits queue up. A poll each second is the safety net.
 *
 * <p>A crash between acknowledgement and deletion sends events twice, with the same id; the inbox takes them once.
 */
@ApplicationScoped
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final int BATCH = 500;
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final String CHANNEL = "outbox";
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final DataSource database;
    private final ObjectMapper json;
    private final Map<String, Object> kafka;
    private final Semaphore work = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    @Inject
    public OutboxRelay(
            DataSource database, ObjectMapper json, @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.database = database;
        this.json = json;
        this.kafka = kafka;
    }

    /** Tells the relay that there is something to send. Cheap and never blocking. */
    void wake() {
        if (work.availablePermits() == 0) {
            work.release();
        }
    }

    void start(@Observes @Priority(10) StartupEvent event) {
        running = true;
        threads.add(Thread.ofVirtual().name("outbox-relay").start(this::relay));
        threads.add(Thread.ofVirtual().name("outbox-listener").start(this::listen));
    }

    void stop(@Observes @Priority(10) ShutdownEvent event) throws InterruptedException {
        running = false;
        work.release();
        for (Thread thread : threads) {
            // What is being sent is sent to the end; only for a broker or a database that is away nobody waits.
            if (!thread.join(PATIENCE)) {
                thread.interrupt();
                thread.join(PATIENCE);
            }
        }
        threads.clear();
    }

    private void relay() {
        while (running) {
            try (Connection connection = database.getConnection();
                    KafkaProducer<String, byte[]> producer = new KafkaProducer<>(producerConfig())) {
                // Nobody waits for the disk: an event whose deletion a crash undid is sent twice, as above.
                execute(connection, "set synchronous_commit to off");
                takeTurns(connection, producer);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return;
            } catch (Exception failed) {
                // Whatever it is, events must not wait for a restart of the service.
                LOG.warnf("The outbox could not be relayed, trying again: %s", failed.toString());
                pause(POLL);
            }
        }
    }

    private void takeTurns(Connection connection, KafkaProducer<String, byte[]> producer)
            throws SQLException, InterruptedException, ExecutionException, JsonProcessingException {
        boolean leading = false;
        try {
            while (running) {
                leading = leading || answersTrue(connection, "select pg_try_advisory_lock(hashtext('duijie.outbox'))");
                if (leading) {
                    while (running && sendBatch(connection, producer) == BATCH) {
                        // Under load one full batch follows another.
                    }
                }
                boolean woken = work.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
                if (woken && !leading) {
                    execute(connection, "notify " + CHANNEL);
                }
            }
        } finally {
            resign(connection, producer);
        }
    }

    /**
     * Nothing of ours may still be under way when another takes over: it would land behind newer events. And whatever
     * becomes of the producer, the lock must not go back to the pool with its connection: nobody could lead any more.
     */
    private static void resign(Connection connection, KafkaProducer<String, byte[]> producer) throws SQLException {
        // The interrupt that may have brought us here would cut the closing short.
        Thread.interrupted();
        try {
            producer.close(Duration.ZERO);
        } finally {
            if (!connection.isClosed()) {
                execute(connection, "select pg_advisory_unlock_all()");
                execute(connection, "reset synchronous_commit");
            }
        }
    }

    /** Returns how many events were sent. */
    private int sendBatch(Connection connection, KafkaProducer<String, byte[]> producer)
            throws SQLException, InterruptedException, ExecutionException, JsonProcessingException {
        List<Long> ords = new ArrayList<>();
        List<Future<RecordMetadata>> acknowledgements = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "select ord, topic, key, headers, data from outbox order by ord limit " + BATCH);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                ords.add(rows.getLong(1));
                acknowledgements.add(producer.send(message(rows)));
            }
        }
        for (Future<RecordMetadata> acknowledgement : acknowledgements) {
            acknowledgement.get();
        }
        delete(connection, ords);
        return ords.size();
    }

    private ProducerRecord<String, byte[]> message(ResultSet row) throws SQLException, JsonProcessingException {
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(row.getString(2), row.getString(3), row.getBytes(5));
        json.readValue(row.getString(4), HEADERS)
                .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return message;
    }

    private static void delete(Connection connection, List<Long> ords) throws SQLException {
        if (ords.isEmpty()) {
            return;
        }
        try (PreparedStatement delete = connection.prepareStatement("delete from outbox where ord = any (?)")) {
            Array sent = connection.createArrayOf("bigint", ords.toArray());
            delete.setArray(1, sent);
            delete.executeUpdate();
        }
    }

    /** Hears the commits of the other instances. */
    private void listen() {
        while (running) {
            try (Connection connection = database.getConnection()) {
                execute(connection, "listen " + CHANNEL);
                PGConnection notifications = connection.unwrap(PGConnection.class);
                while (running) {
                    if (notifications.getNotifications((int) POLL.toMillis()).length > 0) {
                        wake();
                    }
                }
                execute(connection, "unlisten *");
            } catch (SQLException | RuntimeException lost) {
                pause(POLL);
            }
        }
    }

    private Map<String, Object> producerConfig() {
        Map<String, Object> config = new java.util.HashMap<>(kafka);
        config.put("key.serializer", StringSerializer.class.getName());
        config.put("value.serializer", ByteArraySerializer.class.getName());
        config.put("acks", "all");
        config.put("enable.idempotence", "true");
        config.put("linger.ms", "0");
        // A broker that is away is waited for here, in order, not in the business transaction.
        config.put("delivery.timeout.ms", "30000");
        config.put("request.timeout.ms", "10000");
        config.put("max.block.ms", "10000");
        config.put("reconnect.backoff.max.ms", "1000");
        return config;
    }

    private static boolean answersTrue(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
