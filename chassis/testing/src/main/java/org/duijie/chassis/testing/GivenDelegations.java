package org.duijie.chassis.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.inject.spi.CDI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Delegations as organization-service announces them, for the tests of every service that hears of them: put on the
 * topic, and waited for until the running service has read them.
 */
public final class GivenDelegations {

    private static final String TOPIC = "duijie.delegation";
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int DIVISION_CODE_LENGTH = 6;

    private GivenDelegations() {}

    /**
     * Lets a platform act for these, in every matter of theirs, for some months.
     *
     * @param principals division codes of counties and credit codes of organizations
     * @return the ids of the delegations, in the same order
     */
    public static List<UUID> grant(String platform, List<String> principals) {
        List<UUID> ids = principals.stream().map(code -> UUID.randomUUID()).toList();
        for (int i = 0; i < ids.size(); i++) {
            announce(ids.get(i), granted(ids.get(i), platform, principals.get(i)));
        }
        awaitRead();
        return ids;
    }

    /** Puts a delegation's state on the topic, whatever it is, and waits until the service has read it. */
    public static void tell(UUID id, String state) {
        announce(id, state);
        awaitRead();
    }

    /** The state of a delegation that was just granted; a test changes what it is about. */
    public static String granted(UUID id, String platform, String principal) {
        boolean county = principal.length() == DIVISION_CODE_LENGTH;
        return """
                {"id":"%s","version":1,"principal":{"%s":"%s"},"platform":"%s","matters":[%s],
                 "validUntil":"%s","reason":"委托平台代办","status":"ACTIVE","grantedAt":"%s"}""".formatted(
                        id,
                        county ? "divisionCode" : "creditCode",
                        principal,
                        platform,
                        county
                                ? "\"NEEDS\",\"PROPOSALS\",\"PROJECTS\""
                                : "\"OFFERS\",\"SUBSCRIPTIONS\",\"PROPOSALS\",\"PROJECTS\"",
                        LocalDate.now(ZoneOffset.UTC).plusMonths(6),
                        Instant.now());
    }

    private static void announce(UUID id, String state) {
        var message = new ProducerRecord<>(TOPIC, id.toString(), state.getBytes(UTF_8));
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_source", "/organization-service",
                        "ce_type", "org.duijie.delegation.granted.v1",
                        "ce_subject", id.toString(),
                        "ce_time", Instant.now().toString(),
                        "content-type", "application/json")
                .forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
        try (var producer = new KafkaProducer<>(broker(), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(message).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException unheard) {
            throw new AssertionError("The delegation could not be announced", unheard);
        }
    }

    private static void awaitRead() {
        long announced;
        try (var consumer = new KafkaConsumer<>(broker(), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                    .toList();
            announced = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
        Awaitility.await()
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(20))
                .until(GivenDelegations::eventsRead, read -> read >= announced);
    }

    /** The service says in its readiness how far it has read. */
    private static long eventsRead() {
        Stream<HealthCheck> checks = CDI.current().select(HealthCheck.class, Readiness.Literal.INSTANCE).stream();
        return checks.map(HealthCheck::call)
                .filter(check -> check.getName().equals("delegations"))
                .map(HealthCheckResponse::getData)
                .flatMap(data -> data.stream())
                .mapToLong(data -> (Long) data.get("eventsRead"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("This service reads no delegations"));
    }

    private static Map<String, Object> broker() {
        return Map.of(
                "bootstrap.servers", ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
    }
}
