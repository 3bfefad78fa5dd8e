package org.duijie.chassis.delegation;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the topic of delegations from its beginning into the registry, and then on. It belongs to no consumer group and
 * remembers no position: every instance wants all of it, and a compacted topic of small states is read in a moment.
 */
@ApplicationScoped
public class DelegationReader {

    /** Compacted: the newest state of each delegation stays for ever. */
    public static final String TOPIC = "duijie.delegation";

    private static final Logger LOG = Logger.getLogger(DelegationReader.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final DelegationRegistry registry;
    private final Map<String, Object> kafka;
    private final ObjectReader json;
    private final AtomicLong eventsRead = new AtomicLong();
    private volatile boolean running = true;
    private volatile @Nullable KafkaConsumer<String, byte[]> reading;
    private @Nullable Thread thread;

    @Inject
    public DelegationReader(
            DelegationRegistry registry,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            ObjectMapper json) {
        this.registry = registry;
        this.kafka = kafka;
        this.json = json.readerFor(DelegationMessage.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** In a thread of its own: a broker that is away delays readiness, not the start. */
    void start(@Observes @Priority(2) StartupEvent event) {
        thread = Thread.ofVirtual().name("delegations").start(this::run);
    }

    /** Waits for the thread: what it uses is gone once the application has stopped. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        var consumer = reading;
        if (consumer != null) {
            consumer.wakeup();
        }
        if (thread != null && !thread.join(PATIENCE)) {
            thread.interrupt();
            thread.join(PATIENCE);
        }
    }

    /** How many events were taken in since the start, for operators to compare with the topic. */
    long eventsRead() {
        return eventsRead.get();
    }

    boolean isReading() {
        return reading != null;
    }

    private void run() {
        while (running) {
            try (var consumer = new KafkaConsumer<>(config(), new StringDeserializer(), new ByteArrayDeserializer())) {
                reading = consumer;
                follow(consumer);
            } catch (RuntimeException failed) {
                // Whatever it is, a revocation must not wait for a restart of the service.
                if (running) {
                    LOG.warnf("The delegations cannot be read, trying again: %s", failed.toString());
                    pause();
                }
            } finally {
                reading = null;
            }
        }
    }

    private void follow(KafkaConsumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                .toList();
        if (partitions.isEmpty()) {
            // Nobody made the topic yet; we do not know that there are no delegations.
            pause();
            return;
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (running) {
            consumer.poll(POLL).forEach(this::take);
            if (!registry.isKnown() && ends.entrySet().stream().allMatch(end -> reached(consumer, end))) {
                registry.becomeKnown();
            }
        }
    }

    private static boolean reached(KafkaConsumer<String, byte[]> consumer, Map.Entry<TopicPartition, Long> end) {
        return consumer.position(end.getKey()) >= end.getValue();
    }

    private void take(ConsumerRecord<String, byte[]> message) {
        try {
            if (message.value() == null) {
                registry.drop(UUID.fromString(message.key()));
            } else {
                registry.take(json.readValue(message.value()));
            }
        } catch (IOException | RuntimeException unreadable) {
            // The cause may quote the event: it does not belong into a log.
            LOG.warnf(
                    "A delegation's state cannot be read, it counts as none: %s-%d@%d",
                    message.topic(), message.partition(), message.offset());
            drop(message.key());
        }
        eventsRead.incrementAndGet();
    }

    private void drop(String key) {
        try {
            registry.drop(UUID.fromString(key));
        } catch (IllegalArgumentException | NullPointerException noDelegation) {
            LOG.debugf("The key is no delegation's: %s", noDelegation.getMessage());
        }
    }

    private Map<String, Object> config() {
        Map<String, Object> config = new HashMap<>(kafka);
        config.remove("group.id");
        config.put("enable.auto.commit", "false");
        config.put("auto.offset.reset", "earliest");
        config.put("allow.auto.create.topics", "false");
        config.put("fetch.max.wait.ms", "100");
        config.put("reconnect.backoff.max.ms", "1000");
        config.put("default.api.timeout.ms", "10000");
        return config;
    }

    private void pause() {
        try {
            Thread.sleep(RETRY);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
