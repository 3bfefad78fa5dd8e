package org.duijie.matching.proposal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * organization-service and project-service, as far as proposals know them, on the real topics: one offer with so much
 * capacity and needs that commit or do not. For proposals of that offer alone; every answer is given twice.
 */
final class OtherServices implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final UUID offer;
    private final boolean needsCommit;
    private final KafkaProducer<String, byte[]> producer;
    private final Set<UUID> reserved = new HashSet<>();
    private final Set<UUID> agreed = new HashSet<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private long left;
    private volatile boolean running = true;

    private OtherServices(UUID offer, long capacity, boolean needsCommit) {
        this.offer = offer;
        this.left = capacity;
        this.needsCommit = needsCommit;
        this.producer = new KafkaProducer<>(broker(), new StringSerializer(), new ByteArraySerializer());
        this.thread = Thread.ofVirtual().start(this::run);
    }

    /** @param capacity of the first item, in whole units */
    static OtherServices thatCommit(UUID offer, long capacity) {
        return new OtherServices(offer, capacity, true);
    }

    static OtherServices thatDoNotCommit(UUID offer, long capacity) {
        return new OtherServices(offer, capacity, false);
    }

    private static Map<String, Object> broker() {
        return Map.of(
                "bootstrap.servers", ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
    }

    private void run() {
        try (var consumer = new KafkaConsumer<>(broker(), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor("duijie.proposal").stream()
                    .map(partition -> new TopicPartition("duijie.proposal", partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (running) {
                consumer.poll(Duration.ofMillis(50)).forEach(this::hear);
            }
        }
    }

    private void hear(ConsumerRecord<String, byte[]> message) {
        JsonNode proposal = read(message.value());
        if (!proposal.path("offerId").asText().equals(offer.toString())) {
            return;
        }
        String type = new String(message.headers().lastHeader("ce_type").value(), UTF_8);
        heard.add(type);
        UUID id = UUID.fromString(message.key());
        switch (type) {
            case "org.duijie.proposal.accepted.v1" -> reserve(id, proposal);
            case "org.duijie.proposal.reserved.v1" -> commit(id);
            default -> {
                // Nobody is asked for anything.
            }
        }
    }

    private void reserve(UUID id, JsonNode proposal) {
        long wanted =
                Long.parseLong(proposal.path("items").path(0).path("quantity").asText());
        if (reserved.contains(id) || wanted <= left) {
            left -= reserved.add(id) ? wanted : 0;
            twice("reservation", "made", id, "{\"id\":\"" + id + "\",\"version\":1,\"status\":\"MADE\"}");
        } else {
            twice(
                    "reservation",
                    "refused",
                    id,
                    "{\"id\":\"" + id + "\",\"version\":1,\"status\":\"REFUSED\",\"refusal\":"
                            + "{\"code\":\"offer-not-enough-left\",\"zh\":\"余量不足。\",\"en\":\"Not enough is left.\"}}");
        }
    }

    private void commit(UUID id) {
        if (needsCommit) {
            agreed.add(id);
            twice("project", "agreed", id, "{\"id\":\"" + id + "\",\"version\":1,\"status\":\"AGREED\"}");
        } else {
            twice("project", "refused", id, "{\"id\":\"" + id + "\",\"reason\":\"need-already-committed\"}");
        }
    }

    private void twice(String aggregate, String verb, UUID id, String state) {
        tell(aggregate, verb, id, state, UUID.randomUUID());
        tell(aggregate, verb, id, state, UUID.randomUUID());
    }

    void tell(String aggregate, String verb, UUID id, String state, UUID eventId) {
        tell("duijie." + aggregate, aggregate, verb, id, state, eventId);
    }

    /** The same by another topic than the aggregate's own. */
    void tell(String topic, String aggregate, String verb, UUID id, String state, UUID eventId) {
        var message = new ProducerRecord<>(topic, id.toString(), state.getBytes(UTF_8));
        Map<String, String> headers = new HashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", eventId.toString());
        headers.put("ce_source", "/test");
        headers.put("ce_type", "org.duijie." + aggregate + "." + verb + ".v1");
        headers.put("ce_subject", id.toString());
        headers.put("ce_time", "2026-11-26T04:00:00Z");
        headers.put("ce_sequence", "1");
        headers.forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
        producer.send(message);
        producer.flush();
    }

    /** What was heard of the offer's proposals, in order for each. */
    List<String> heard() {
        return new ArrayList<>(heard);
    }

    int projects() {
        return agreed.size();
    }

    int reservations() {
        return reserved.size();
    }

    private static JsonNode read(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        running = false;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        producer.close();
    }
}
