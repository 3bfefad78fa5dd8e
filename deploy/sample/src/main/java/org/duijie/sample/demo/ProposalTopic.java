package org.duijie.sample.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.duijie.sample.Json;
import org.duijie.sample.data.SampleOrganization;

/** Proposals on their topic, as project-service reads them. Told again, each is the same event. */
public final class ProposalTopic implements AutoCloseable {
    private static final String TOPIC = "duijie.proposal";

    private final KafkaProducer<String, byte[]> producer;
    private final List<Future<RecordMetadata>> sent = new ArrayList<>();

    /** @param bootstrap address of the broker */
    public ProposalTopic(String bootstrap) {
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Tells that this organization takes all of a published need on. */
    void tell(JsonNode need, SampleOrganization by, String status) {
        UUID id = named("proposal", need.path("id").asText());
        var message = new ProducerRecord<>(TOPIC, id.toString(), bytes(state(id, need, by, status)));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        named(status, id.toString()).toString(),
                        "ce_source",
                        "/matching-service",
                        "ce_type",
                        "org.duijie.proposal." + status.toLowerCase(java.util.Locale.ROOT) + ".v1",
                        "ce_subject",
                        id.toString(),
                        "ce_time",
                        Instant.now().toString(),
                        "ce_sequence",
                        "1",
                        "content-type",
                        "application/json")
                .forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
        sent.add(producer.send(message));
    }

    /** Returns when the broker has all of them. */
    void flush() {
        for (Future<RecordMetadata> one : sent) {
            try {
                one.get();
            } catch (ExecutionException failed) {
                throw new IllegalStateException("A proposal could not be told", failed);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
        sent.clear();
    }

    private static Map<String, Object> state(UUID id, JsonNode need, SampleOrganization by, String status) {
        List<Object> items = new ArrayList<>();
        need.path("items")
                .forEach(item -> items.add(Map.of(
                        "item",
                        items.size(),
                        "quantity",
                        item.path("quantity").asText(),
                        "value",
                        item.path("value"))));
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("id", id);
        state.put("version", 1);
        state.put("status", status);
        state.put("needId", need.path("id").asText());
        state.put("offerId", named("offer", by.creditCode()));
        state.put(
                "organization",
                Map.of(
                        "id", named("organization", by.creditCode()),
                        "creditCode", by.creditCode(),
                        "name", by.name(),
                        "type", by.type(),
                        "level", by.level(),
                        "registrarDivision", by.registrarDivision()));
        state.put("items", items);
        state.put("periodStart", need.path("periodStart").asText());
        state.put("periodEnd", need.path("periodEnd").asText());
        return state;
    }

    private static UUID named(String kind, String name) {
        return UUID.nameUUIDFromBytes((kind + ":" + name).getBytes(UTF_8));
    }

    private static byte[] bytes(Object state) {
        try {
            return Json.MAPPER.writeValueAsBytes(state);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
