package org.duijie.chassis.event;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes records to topics that are no aggregate's, for those who know themselves what they have written: where the outbox
 * forgets what the broker took, their own place moves on. Idempotent, acknowledged by all replicas, and one request under
 * way at a time, so that nothing overtakes what failed. Blocks; one thread at a time.
 */
@ApplicationScoped
public class TopicWriter implements AutoCloseable {

    /** The longest that a call can take, whatever the broker does: a lease on what is written outlasts it. */
    public static final Duration LIMIT = Duration.ofSeconds(40);

    private static final Duration DELIVERY = Duration.ofSeconds(20);
    private static final Duration REQUEST = Duration.ofSeconds(8);
    /** Thirty days: who reads later asks for it again. */
    private static final Map<String, String> PASSING = Map.of("cleanup.policy", "delete", "retention.ms", "2592000000");

    private final Map<String, Object> kafka;
    private final Set<String> known = new HashSet<>();
    private @Nullable KafkaProducer<String, byte[]> producer;

    @Inject
    public TopicWriter(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.kafka = kafka;
    }

    /** A key, CloudEvents headers (binary mode of the Kafka protocol binding) and JSON data. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, only carried
    public record Entry(String key, Map<String, String> headers, byte[] data) {}

    /**
     * What came of a call.
     *
     * @param acknowledged how many entries from the first on the broker has; of those behind them it may have some, which
     *     come again when they are written again
     * @param fault what was in the way of the next one; absent where all were taken
     */
    public record Written(int acknowledged, @Nullable String fault) {}

    /** Writes the entries in order. A topic that is not there is made. */
    public synchronized Written write(String topic, List<Entry> entries) throws InterruptedException {
        int acknowledged = 0;
        try {
            ensure(topic);
            for (Future<RecordMetadata> sent : send(topic, entries)) {
                sent.get();
                acknowledged++;
            }
            return new Written(acknowledged, null);
        } catch (ExecutionException refused) {
            discard();
            return new Written(acknowledged, String.valueOf(refused.getCause()));
        } catch (KafkaException away) {
            discard();
            return new Written(acknowledged, away.toString());
        } catch (InterruptedException stopping) {
            discard();
            throw stopping;
        }
    }

    /** Stops at the first that is refused at once: those behind it must not come before it. */
    private List<Future<RecordMetadata>> send(String topic, List<Entry> entries) {
        KafkaProducer<String, byte[]> open = producer == null ? new KafkaProducer<>(config()) : producer;
        producer = open;
        List<Future<RecordMetadata>> sent = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, entry.key(), entry.data());
            entry.headers()
                    .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            Future<RecordMetadata> future = open.send(message);
            sent.add(future);
            if (future.state() == Future.State.FAILED) {
                break;
            }
        }
        return sent;
    }

    private void ensure(String topic) throws ExecutionException, InterruptedException {
        if (!known.contains(topic)) {
            Topics.create(kafka, topic, PASSING);
            known.add(topic);
        }
    }

    /** Nothing of it may still be under way when it is written again. */
    private void discard() {
        // An interrupt would cut the closing short.
        boolean interrupted = Thread.interrupted();
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, Object> config() {
        Map<String, Object> config = new HashMap<>(kafka);
        config.put("key.serializer", StringSerializer.class.getName());
        config.put("value.serializer", ByteArraySerializer.class.getName());
        config.put("acks", "all");
        config.put("enable.idempotence", "true");
        config.put("max.in.flight.requests.per.connection", "1");
        config.put("linger.ms", "0");
        config.put("delivery.timeout.ms", Long.toString(DELIVERY.toMillis()));
        config.put("request.timeout.ms", Long.toString(REQUEST.toMillis()));
        config.put("max.block.ms", Long.toString(REQUEST.toMillis()));
        config.put("reconnect.backoff.max.ms", "1000");
        return config;
    }

    @Override
    @PreDestroy
    public synchronized void close() {
        discard();
    }
}
