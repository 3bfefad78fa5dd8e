package org.duijie.bench.line;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** One record produced with acks=all and consumed again on the broker that the suite uses. */
final class BareRoundTrip implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final String topic;
    private final Admin admin;
    private final Producer<byte[], byte[]> producer;
    private final Consumer<byte[], byte[]> consumer;

    /** @param topic of its own, which is gone afterwards */
    BareRoundTrip(String bootstrapServers, String topic) throws InterruptedException, ExecutionException {
        this.topic = topic;
        admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", "0"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(List.of(new TopicPartition(topic, 0)));
    }

    /** How long it takes, in nanoseconds, from sending a record of this text until it is consumed and acknowledged. */
    long measure(String text) throws InterruptedException, ExecutionException {
        long began = System.nanoTime();
        var acknowledged = producer.send(new ProducerRecord<>(topic, text.getBytes(StandardCharsets.UTF_8)));
        ConsumerRecords<byte[], byte[]> received = consumer.poll(LIMIT);
        acknowledged.get();
        long took = System.nanoTime() - began;
        if (received.count() != 1) {
            throw new IllegalStateException("one record was sent, but " + received.count() + " came back");
        }
        return took;
    }

    @Override
    public void close() {
        producer.close(LIMIT);
        consumer.close();
        admin.deleteTopics(List.of(topic));
        admin.close();
    }
}
