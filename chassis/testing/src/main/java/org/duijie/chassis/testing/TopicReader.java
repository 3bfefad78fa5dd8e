package org.duijie.chassis.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Reads what the service announced, as any other service would: from the broker, and from the beginning of the topic. A
 * reader that is closed waits for the next test, which then need not read again what has been read.
 */
public final class TopicReader implements AutoCloseable {

    /** @param type such as {@code org.duijie.need.published.v1} */
    public record Announced(String type, Map<String, String> headers, String json) {}

    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** Where a reader reads: another broker is another topic. */
    private record Place(String brokers, String topic) {}

    private static final Map<Place, Queue<TopicReader>> CLOSED = new ConcurrentHashMap<>();

    private final Place place;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();

    private TopicReader(Place place) {
        this.place = place;
        Properties settings = new Properties();
        settings.put("bootstrap.servers", place.brokers());
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(place.topic()).stream()
                .map(partition -> new TopicPartition(place.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    public static TopicReader of(String topic) {
        return of(ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class), topic);
    }

    /** Of a broker that is not the service's own. */
    public static TopicReader of(String brokers, String topic) {
        Place place = new Place(brokers, topic);
        TopicReader closed = closed(place).poll();
        return closed == null ? new TopicReader(place) : closed;
    }

    /** Waits for that many events of one aggregate; in the order of the topic. */
    public List<Announced> await(UUID subject, int count) {
        return Awaitility.await().atMost(LIMIT).until(() -> of(subject), found -> found.size() >= count);
    }

    /** Waits for that many events of whichever aggregate. */
    public List<Announced> await(int count) {
        return Awaitility.await().atMost(LIMIT).until(this::all, found -> found.size() >= count);
    }

    private List<Announced> of(UUID subject) {
        poll();
        return seen.stream()
                .filter(message -> message.key().equals(subject.toString()))
                .map(TopicReader::announced)
                .toList();
    }

    private List<Announced> all() {
        poll();
        return seen.stream().map(TopicReader::announced).toList();
    }

    private void poll() {
        consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
    }

    private static Announced announced(ConsumerRecord<String, byte[]> message) {
        Map<String, String> headers = new java.util.TreeMap<>();
        message.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return new Announced(headers.getOrDefault("ce_type", ""), headers, new String(message.value(), UTF_8));
    }

    private static Queue<TopicReader> closed(Place place) {
        return CLOSED.computeIfAbsent(place, any -> new ConcurrentLinkedQueue<>());
    }

    @Override
    public void close() {
        closed(place).add(this);
    }
}
