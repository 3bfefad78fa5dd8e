package org.duijie.chassis.event;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.Tokens;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Infrastructure.class)
class EventsTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Inject
    PlantService plants;

    @Inject
    PlantListener listener;

    @Inject
    OutboxRelay relay;

    @Inject
    EventFigures figures;

    @Inject
    ObjectMapper json;

    @Inject
    DataSource database;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Test
    void carriesEveryCommittedEventOnceAndInOrderPerAggregate() throws Exception {
        List<UUID> ids = IntStream.range(0, 20).mapToObj(i -> UUID.randomUUID()).toList();
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            ids.forEach(id -> writers.submit(() -> {
                for (long version = 1; version <= 30; version++) {
                    plants.grow(id, version, false);
                }
                return null;
            }));
        }
        var expected = LongStream.rangeClosed(1, 30).boxed().toList();
        await().atMost(LIMIT).untilAsserted(() -> {
            for (UUID id : ids) {
                assertThat(listener.grown(id)).isEqualTo(expected);
            }
        });
        await().atMost(LIMIT).until(() -> count("outbox") == 0);
    }

    @Test
    void sendsNothingThatWasRolledBack() throws Exception {
        UUID id = UUID.randomUUID();
        assertThatThrownBy(() -> plants.grow(id, 1, true)).hasMessage("storm");
        plants.grow(id, 2, false);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(listener.grown(id)).containsExactly(2L));
    }

    @Test
    void relaysOnWhenTheInstanceThatLedIsGone() throws Exception {
        UUID id = UUID.randomUUID();
        OutboxRelay other = new OutboxRelay(database, json, kafka);
        other.start(new StartupEvent());
        try {
            plants.grow(id, 1, false);
            relay.stop(new ShutdownEvent());
            plants.grow(id, 2, false);
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(listener.grown(id)).containsExactly(1L, 2L));
        } finally {
            relay.start(new StartupEvent());
        }
        plants.grow(id, 3, false);
        other.stop(new ShutdownEvent());
        plants.grow(id, 4, false);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(listener.grown(id)).containsExactly(1L, 2L, 3L, 4L));
    }

    @Test
    void leavesTheLeadToOthersWhenItIsStoppedWhileTheBrokerIsAway() throws Exception {
        UUID id = UUID.randomUUID();
        OutboxRelay cutOff = new OutboxRelay(database, json, nowhere());
        relay.stop(new ShutdownEvent());
        try {
            cutOff.start(new StartupEvent());
            plants.grow(id, 1, false);
            String lead = "pg_locks join pg_stat_activity using (pid) where locktype = 'advisory'";
            await().atMost(LIMIT).until(() -> count(lead + " and state = 'idle' and query like 'select ord%'") == 1);
            cutOff.stop(new ShutdownEvent());
            await().atMost(LIMIT).until(() -> count(lead) == 0);
        } finally {
            relay.start(new StartupEvent());
        }
        await().atMost(LIMIT).untilAsserted(() -> assertThat(listener.grown(id)).containsExactly(1L));
    }

    @Test
    void takesADuplicateOnce() {
        UUID plant = UUID.randomUUID();
        var first = message(plant, UUID.randomUUID(), state(plant, 1));
        var second = message(plant, UUID.randomUUID(), state(plant, 2));
        send(first, first, second, first);
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(listener.grown(plant)).containsExactly(1L, 2L));
    }

    @Test
    void waitsOutAFailureThatPasses() {
        UUID plant = UUID.randomUUID();
        listener.failuresToCome.set(3);
        send(message(plant, UUID.randomUUID(), state(plant, 1)));
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(listener.grown(plant)).containsExactly(1L));
        assertThat(listener.failuresToCome).hasValue(0);
    }

    @Test
    void setsPoisonAsideListsAndReplaysIt() throws Exception {
        UUID plant = UUID.randomUUID();
        UUID poison = UUID.randomUUID();
        send(
                message(plant, UUID.randomUUID(), state(plant, 1)),
                message(plant, poison, "{\"id\":\"" + plant + "\",\"version\":\"many\"}"),
                message(plant, UUID.randomUUID(), state(plant, 3)));
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(listener.grown(plant)).containsExactly(1L, 3L));

        String letter = await().atMost(LIMIT).until(() -> letterOf(poison), found -> found != null);
        given().auth()
                .oauth2(Tokens.supervisor())
                .post("/dead-letters/" + letter + "/replays")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/access-forbidden"));
        given().auth()
                .oauth2(Tokens.leadingGroup())
                .post("/dead-letters/" + letter + "/replays")
                .then()
                .statusCode(200)
                .body("cause", containsString("PlantState"));
        // It is as unreadable as before, so its replay is a new letter and nothing else happened.
        await().atMost(LIMIT).until(() -> lettersOf(poison) == 2);
        given().get("/q/metrics")
                .then()
                .body(matchesPattern("(?s).*duijie_dead_letters\\{topic=\"duijie.replay.plant-service\"\\} [1-9].*"));
        assertThat(listener.grown(plant)).containsExactly(1L, 3L);
    }

    @Test
    void goesOnBehindWhateverCannotBeRead() {
        UUID plant = UUID.randomUUID();
        var nullHeader = message(plant, UUID.randomUUID(), state(plant, 1));
        nullHeader.headers().remove("ce_id").add("ce_id", null);
        var zeroInHeader = message(plant, UUID.randomUUID(), "[]");
        zeroInHeader.headers().add("trace", new byte[] {0, 1, 2});
        var zeroInKey = new ProducerRecord<>("duijie.plant", plant + "\0", "{".getBytes(StandardCharsets.UTF_8));
        var tombstone = new ProducerRecord<String, byte[]>("duijie.plant", plant.toString(), null);
        send(nullHeader, zeroInHeader, zeroInKey, tombstone, message(plant, UUID.randomUUID(), state(plant, 2)));
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(listener.grown(plant)).containsExactly(2L));
    }

    @Test
    void hidesDeadLettersFromEverybodyElse() {
        given().get("/dead-letters").then().statusCode(401).body("type", equalTo("/problems/access-unauthenticated"));
        for (String token : List.of(
                Tokens.countyBureau("130722"),
                Tokens.superiorOffice("130000"),
                Tokens.organization("53110000500309522J"),
                Tokens.partnerPlatform(List.of("130722"), List.of()))) {
            given().auth()
                    .oauth2(token)
                    .get("/dead-letters")
                    .then()
                    .statusCode(403)
                    .body("type", equalTo("/problems/access-forbidden"));
        }
        given().auth()
                .oauth2(Tokens.leadingGroup())
                .post("/dead-letters/" + UUID.randomUUID() + "/replays")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/dead-letter-not-found"));
    }

    @Test
    void carriesOneTraceFromTheRequestToTheEffectOfItsEvent() {
        UUID plant = UUID.randomUUID();
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        given().header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .post("/plants/" + plant)
                .then()
                .statusCode(204);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(listener.traces.getOrDefault(plant, Map.of()))
                .hasSize(2)
                .allSatisfy(
                        (type, traceparent) -> assertThat(traceparent).matches("00-" + trace + "-[0-9a-f]{16}-0[01]"))
                .containsKeys("org.duijie.plant.grown.v1", "org.duijie.plant.ripened.v1"));
        assertThat(listener.traces.get(plant).get("org.duijie.plant.grown.v1")).doesNotContain("00f067aa0ba902b7");
    }

    @Test
    void tellsWhatWaitsAndHowOldEventsAreWhenTheyAreTaken() {
        UUID plant = UUID.randomUUID();
        send(message(plant, UUID.randomUUID(), state(plant, 1)));
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(listener.grown(plant)).containsExactly(1L));
        await().atMost(LIMIT).untilAsserted(() -> given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("duijie_outbox_unsent 0.0"))
                .body(containsString("duijie_outbox_lag_seconds 0.0"))
                .body(containsString("duijie_inbox_delay_seconds_bucket{topic=\"duijie.plant\",le=\"3600.0\"}"))
                .body(containsString("duijie_inbox_delay_seconds_count{topic=\"duijie.plant\"}")));
    }

    @Test
    void saysThatTheBrokerIsThereAndWhenItIsAway() throws Exception {
        given().get("/q/health")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'broker' }.status", equalTo("UP"))
                .body("checks.find { it.name == 'broker' }.data.nodes", equalTo(1))
                .body("checks.name", hasItem("Database connections health check"));
        // What load balancers ask says nothing of it: requests are answered without a broker, too.
        given().get("/q/health/ready").then().statusCode(200).body("checks.name", not(hasItem("broker")));

        BrokerHealth away = new BrokerHealth(nowhere(), figures);
        relay.stop(new ShutdownEvent());
        try {
            plants.grow(UUID.randomUUID(), 1, false);
            HealthCheckResponse health = away.call();
            assertThat(health.getName()).isEqualTo("broker");
            assertThat(health.getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
            assertThat(health.getData().orElseThrow()).containsEntry("waitingEvents", 1L);
        } finally {
            relay.start(new StartupEvent());
            away.close();
        }
    }

    private String letterOf(UUID event) {
        return letters().stream()
                .filter(letter -> event.toString().equals(((Map<?, ?>) letter.get("headers")).get("ce_id")))
                .map(letter -> letter.get("id").toString())
                .findFirst()
                .orElse(null);
    }

    private long lettersOf(UUID event) {
        return letters().stream()
                .filter(letter -> event.toString().equals(((Map<?, ?>) letter.get("headers")).get("ce_id")))
                .count();
    }

    private static List<Map<String, Object>> letters() {
        return given().auth()
                .oauth2(Tokens.supervisor())
                .queryParam("limit", 200)
                .get("/dead-letters")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    /** Where no broker is. */
    private Map<String, Object> nowhere() {
        Map<String, Object> config = new HashMap<>(kafka);
        config.put("bootstrap.servers", "127.0.0.1:1");
        return config;
    }

    private long count(String table) throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet row = connection.createStatement().executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String state(UUID plant, long version) {
        return "{\"id\":\"" + plant + "\",\"version\":" + version + ",\"unknown\":true}";
    }

    private static ProducerRecord<String, byte[]> message(UUID plant, UUID id, String json) {
        var message = new ProducerRecord<>("duijie.plant", plant.toString(), json.getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_id",
                        id.toString(),
                        "ce_type",
                        "org.duijie.plant.grown.v1",
                        "ce_subject",
                        plant.toString(),
                        "ce_time",
                        "2026-01-01T00:00:00Z",
                        "ce_sequence",
                        "1")
                .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return message;
    }

    @SafeVarargs
    private void send(ProducerRecord<String, byte[]>... messages) {
        try (var producer =
                new KafkaProducer<>(new HashMap<>(kafka), new StringSerializer(), new ByteArraySerializer())) {
            for (var message : messages) {
                producer.send(message);
            }
        }
    }
}
