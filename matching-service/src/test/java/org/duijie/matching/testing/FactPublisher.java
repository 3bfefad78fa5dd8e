package org.duijie.matching.testing;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.duijie.matching.replica.DivisionFact;
import org.duijie.matching.replica.Fact;
import org.duijie.matching.replica.ItemFact;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.replica.OrganizationFact;
import org.duijie.matching.replica.Replica;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The other services, as far as matching knows them: publishes facts as their owners do. */
@Singleton
public class FactPublisher {

    /** The request by which everything here was published. */
    public static final String TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final KafkaProducer<String, byte[]> producer;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final Replica replica;

    @Inject
    FactPublisher(
            @ConfigProperty(name = "kafka.bootstrap.servers") String broker,
            ObjectMapper json,
            InstantSource clock,
            Replica replica) {
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker, "acks", "all", "linger.ms", "0"),
                new StringSerializer(),
                new ByteArraySerializer());
        this.json = json;
        this.clock = clock;
        this.replica = replica;
    }

    @PreDestroy
    void close() {
        producer.close();
    }

    /** Publishes and waits until matching has taken it in. */
    public void publish(String verb, Fact fact) {
        send(verb, fact, UUID.randomUUID());
        awaitTaken(fact);
    }

    public void awaitTaken(Fact fact) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> {
                    Fact known = replica.facts().known(fact);
                    return known != null && known.version() >= fact.version();
                });
    }

    /** @param eventId the same id makes it the same event */
    public void send(String verb, Fact fact, UUID eventId) {
        switch (fact) {
            case DivisionFact division -> {
                // Tests describe the same counties again and again: the later description holds.
                long version = clock.instant().toEpochMilli();
                send("division", verb, fact.id(), eventId, version, state(division));
            }
            case NeedFact need -> send("need", verb, fact.id(), eventId, fact.version(), state(need));
            case OrganizationFact organization ->
                send("organization", verb, fact.id(), eventId, fact.version(), state(organization));
            case OfferFact offer -> send("offer", verb, fact.id(), eventId, fact.version(), state(offer));
        }
    }

    public void send(String aggregate, String verb, UUID subject, UUID eventId, Object state) {
        send(aggregate, verb, subject, eventId, 1, state);
    }

    public void send(String aggregate, String verb, UUID subject, UUID eventId, long sequence, Object state) {
        byte[] data = state instanceof byte[] raw ? raw : bytes(state);
        var message = new ProducerRecord<>("duijie." + aggregate, subject.toString(), data);
        Map<String, String> headers = new HashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", eventId.toString());
        headers.put("ce_source", "/test");
        headers.put("ce_type", "org.duijie." + aggregate + "." + verb + ".v1");
        headers.put("ce_subject", subject.toString());
        headers.put("ce_time", clock.instant().toString());
        headers.put("ce_sequence", Long.toString(sequence));
        headers.put("content-type", "application/json");
        headers.put("traceparent", TRACEPARENT);
        headers.forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(message);
        producer.flush();
    }

    private byte[] bytes(Object state) {
        try {
            return json.writeValueAsBytes(state);
        } catch (JsonProcessingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Map<String, @Nullable Object> state(DivisionFact division) {
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("code", division.code());
        state.put("name", division.name());
        state.put("level", "COUNTY");
        state.put("keyCounty", division.keyCounty());
        state.put("deepPoverty", division.deepPoverty());
        state.put("yanshanTaihang", division.yanshanTaihang());
        return state;
    }

    private Map<String, @Nullable Object> state(NeedFact need) {
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("id", need.id());
        state.put("version", need.version());
        state.put("status", need.status());
        state.put("publishedAt", need.everPublished() ? clock.instant() : null);
        state.put("divisionCode", need.divisionCode());
        state.put("title", need.title());
        state.put("summary", "不在匹配所用之列");
        state.put("field", need.field());
        state.put("category", need.category());
        state.put("mode", need.mode());
        state.put("items", items(need.items()));
        state.put("splittable", need.splittable());
        state.put("periodStart", need.periodStart());
        state.put("periodEnd", need.periodEnd());
        state.put("deadline", need.deadline());
        state.put("admittedLevels", need.admittedLevels());
        state.put("admittedTypes", need.admittedTypes());
        state.put("excludedOrganizations", need.excludedOrganizations());
        state.put("beneficiaryOrganization", need.beneficiaryOrganization());
        return state;
    }

    private static Map<String, @Nullable Object> state(OrganizationFact organization) {
        Map<String, @Nullable Object> standing = new LinkedHashMap<>();
        standing.put("rating", organization.rating());
        standing.put("inspections", organization.inspections());
        standing.put("abnormalListings", organization.abnormalListings());
        standing.put("blacklistings", organization.blacklistings());
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("id", organization.id());
        state.put("version", organization.version());
        state.put("creditCode", organization.creditCode());
        state.put("name", organization.name());
        state.put("status", organization.status());
        state.put("level", organization.level());
        state.put("type", organization.type());
        state.put("registrarDivision", organization.registrarDivision());
        state.put("relatedParties", organization.relatedParties());
        state.put("standing", standing);
        return state;
    }

    private static Map<String, @Nullable Object> state(OfferFact offer) {
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("id", offer.id());
        state.put("version", offer.version());
        state.put("status", offer.status());
        state.put("organizationId", offer.organizationId());
        state.put("creditCode", offer.creditCode());
        state.put("title", offer.title());
        state.put("items", items(offer.items()));
        state.put("smallestCommitment", money(offer.smallestCommitmentFen()));
        state.put("largestCommitment", money(offer.largestCommitmentFen()));
        state.put("fields", offer.fields());
        state.put("divisions", offer.divisions());
        state.put("excludedDivisions", offer.excludedDivisions());
        state.put("modes", offer.modes());
        state.put("validFrom", offer.validFrom());
        state.put("validUntil", offer.validUntil());
        return state;
    }

    private static List<Map<String, Object>> items(List<ItemFact> items) {
        return items.stream()
                .map(item -> Map.of(
                        "kind", item.resourceCode().split("\\.", -1)[0],
                        "resourceCode", item.resourceCode(),
                        "description", "一项",
                        "quantity",
                                BigDecimal.valueOf(item.quantityThousandths(), 3)
                                        .toPlainString(),
                        "unit", item.unit(),
                        "value",
                                Map.of(
                                        "amount",
                                        BigDecimal.valueOf(item.valueFen(), 2).toPlainString(),
                                        "currency",
                                        "CNY")))
                .toList();
    }

    private static @Nullable Map<String, String> money(@Nullable Long fen) {
        return fen == null ? null : Map.of("amount", BigDecimal.valueOf(fen, 2).toPlainString(), "currency", "CNY");
    }
}
