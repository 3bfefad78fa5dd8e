package org.duijie.bench.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What the import announced, read from the broker as any other service reads it. */
final class NeedEvents {
    private static final String TOPIC = "duijie.need";
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private NeedEvents() {}

    /** All of them, once there are that many, or once nothing more comes. */
    static List<ConsumerRecord<byte[], byte[]>> await(String bootstrapServers, int count) {
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<ConsumerRecord<byte[], byte[]>> events = new ArrayList<>();
            int before = -1;
            while (events.size() < count && events.size() > before) {
                before = events.size();
                consumer.poll(SILENCE).forEach(events::add);
            }
            return events;
        }
    }
}
