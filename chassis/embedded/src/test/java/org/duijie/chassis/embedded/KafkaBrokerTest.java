package org.duijie.chassis.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Test
    void keepsWhatWasSentForTheNextStart(@TempDir Path directory) throws Exception {
        List<Integer> ports = LoopbackPorts.free(2);
        try (KafkaBroker broker = KafkaBroker.start(directory, ports.get(0), ports.get(1));
                KafkaProducer<String, String> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", broker.bootstrapServers(), "acks", "all"),
                        new StringSerializer(),
                        new StringSerializer())) {
            producer.send(new ProducerRecord<>("duijie.need", "key", "published"))
                    .get();
        }
        assertThat(LoopbackPorts.isFree(ports.get(0))).isTrue();

        try (KafkaBroker broker = KafkaBroker.start(directory, ports.get(0), ports.get(1));
                KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                broker.bootstrapServers(),
                                "group.id",
                                "test",
                                "auto.offset.reset",
                                "earliest"),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            consumer.subscribe(List.of("duijie.need"));
            assertThat(firstValues(consumer)).containsExactly("published");
            assertThat(consumer.partitionsFor("duijie.need")).hasSize(KafkaBroker.PARTITIONS);
        }
    }

    private static List<String> firstValues(KafkaConsumer<String, String> consumer) {
        List<String> values = new ArrayList<>();
        Instant end = Instant.now().plus(LIMIT);
        while (values.isEmpty() && Instant.now().isBefore(end)) {
            consumer.poll(Duration.ofMillis(200)).forEach(sent -> values.add(sent.value()));
        }
        return values;
    }
}
