package org.duijie.matching.delivery.topic;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.duijie.chassis.testing.Tokens.leadingGroup;
import static org.duijie.chassis.testing.Tokens.organization;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.duijie.chassis.embedded.KafkaBroker;
import org.duijie.chassis.embedded.LoopbackPorts;
import org.duijie.chassis.event.TopicWriter;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.TestClock;
import org.duijie.chassis.testing.TopicReader;
import org.duijie.chassis.testing.TopicReader.Announced;
import org.duijie.matching.delivery.manifest.ManifestService;
import org.duijie.matching.testing.Scene;
import org.duijie.matching.testing.ToldEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real streams of a real database on a real broker that takes them, or is away. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class PartnerTopicTest {

    private final TopicDispatcher dispatcher;
    private final TopicClaims claims;
    private final TopicEntries entries;
    private final TopicOutcomes outcomes;
    private final TopicFigures figures;
    private final MeterRegistry metrics;
    private final ManifestService manifests;
    private final TestClock clock;
    private final DataSource database;
    private final String creditCode = new Scene().creditCode;
    private final String name = "partner-" + UUID.randomUUID();

    @Inject
    PartnerTopicTest(
            TopicDispatcher dispatcher,
            TopicClaims claims,
            TopicEntries entries,
            TopicOutcomes outcomes,
            TopicFigures figures,
            MeterRegistry metrics,
            ManifestService manifests,
            TestClock clock,
            DataSource database) {
        this.dispatcher = dispatcher;
        this.claims = claims;
        this.entries = entries;
        this.outcomes = outcomes;
        this.figures = figures;
        this.metrics = metrics;
        this.manifests = manifests;
        this.clock = clock;
        this.database = database;
    }

    @Test
    void writesEveryEventInOrderAsACloudEventUnderTheIdThatWebhooksHave() throws Exception {
        UUID before = subscribe();
        ToldEvents.tell(database, before, 2);
        UUID topic = grant();
        UUID after = subscribe();
        ToldEvents.tell(database, before, 60);
        ToldEvents.tell(database, after, 3);

        dispatcher.writeWhatIsDue();

        try (TopicReader reader = TopicReader.of(topicName())) {
            List<Announced> written = reader.await(before, 60);
            assertThat(numbers(written))
                    .isEqualTo(LongStream.rangeClosed(3, 62).boxed().toList());
            assertThat(numbers(reader.await(after, 3))).containsExactly(1L, 2L, 3L);
            Announced first = written.getFirst();
            assertThat(first.headers())
                    .containsEntry("ce_specversion", "1.0")
                    .containsEntry("ce_id", "msg_" + before.toString().replace("-", "") + "_3")
                    .containsEntry("ce_source", "/matching-service")
                    .containsEntry("ce_type", "org.duijie.match.began.v1")
                    .containsEntry("ce_subject", before.toString())
                    .containsEntry("ce_sequence", "3")
                    .containsEntry("content-type", "application/json")
                    .doesNotContainKey("webhook-signature");
            assertThat(Instant.parse(header(first, "ce_time"))).isBefore(Instant.now());
            assertThat(JsonPath.from(first.json()).getMap("event")).isEqualTo(toldTo(before, 3));
        }
        health(topic)
                .body("waiting", equalTo(0))
                .body("oldestWaiting", nullValue())
                .body("streams", hasSize(2));
    }

    @Test
    void writesOnlyTheStreamsThatItWasGrantedFor() throws Exception {
        UUID wanted = subscribe();
        UUID other = subscribe();
        dispatcher.writeWhatIsDue();
        grant(List.of(wanted)).statusCode(201);
        ToldEvents.tell(database, other, 1);
        ToldEvents.tell(database, wanted, 1);

        dispatcher.writeWhatIsDue();

        try (TopicReader reader = TopicReader.of(topicName())) {
            assertThat(reader.await(1)).singleElement().satisfies(entry -> assertThat(entry.headers())
                    .containsEntry("ce_subject", wanted.toString()));
        }
    }

    @Test
    void isGrantedWhileASubscriptionIsBeingEnded() throws Exception {
        UUID ending = subscribe();
        UUID standing = subscribe();
        CompletableFuture<UUID> granted;
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement end = connection.prepareStatement("delete from subscription where id = ?")) {
                end.setObject(1, ending);
                end.executeUpdate();
            }
            granted = CompletableFuture.supplyAsync(() ->
                    UUID.fromString(grant(List.of()).statusCode(201).extract().path("id")));
            await().until(this::somebodyWaitsForALock);
            connection.commit();
        }
        ToldEvents.tell(database, standing, 1);

        health(granted.get(1, TimeUnit.MINUTES)).body("streams", hasSize(1)).body("waiting", equalTo(1));
    }

    private boolean somebodyWaitsForALock() throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet waiting = connection.createStatement().executeQuery("""
                        select from pg_stat_activity
                         where datname = current_database() and wait_event_type = 'Lock'
                        """)) {
            return waiting.next();
        }
    }

    @Test
    void writesAgainUnderTheSameIdsWhatSomebodyWroteAndWasKilledBeforeNotingIt() throws Exception {
        UUID subscription = subscribe();
        UUID topic = grant();
        ToldEvents.tell(database, subscription, 3);
        ClaimedTopic claimed = claims.next().orElseThrow();
        assertThat(claimed.id()).isEqualTo(topic);
        // Another instance has written them all, and is no more.
        try (TopicWriter killed = writer()) {
            killed.write(
                    claimed.topic(),
                    io.quarkus.narayana.jta.QuarkusTransaction.requiringNew().call(() -> entries.next(claimed)).stream()
                            .map(TopicEntries.Step::entry)
                            .toList());
        }
        assertThat(claims.next()).isEmpty();
        sql("update partner_topic set rests_until = now() where id = ?", topic);

        dispatcher.writeWhatIsDue();
        outcomes.settle(claimed, List.of(claimed.places().getFirst().movedTo(0)), null, Duration.ZERO);

        try (TopicReader reader = TopicReader.of(topicName())) {
            List<Announced> written = reader.await(subscription, 6);
            assertThat(numbers(written)).containsExactly(1L, 2L, 3L, 1L, 2L, 3L);
            assertThat(written.stream()
                            .map(entry -> entry.headers().get("ce_id"))
                            .distinct())
                    .hasSize(3);
        }
        health(topic).body("waiting", equalTo(0)).body("streams[0].written", equalTo(3));
    }

    @Test
    void waitsForABrokerThatIsAwayAndLosesNothing(@TempDir Path directory) throws Exception {
        List<Integer> ports = LoopbackPorts.free(2);
        String address = "127.0.0.1:" + ports.getFirst();
        UUID subscription = subscribe();
        UUID topic = grant();
        ToldEvents.tell(database, subscription, 5);
        double failed = attempts("UNREACHABLE");
        double delivered = attempts("DELIVERED");
        try (TopicWriter writer = new TopicWriter(Map.of("bootstrap.servers", address))) {
            TopicDispatcher elsewhere = new TopicDispatcher(claims, entries, outcomes, writer, figures, false);
            elsewhere.writeWhatIsDue();
            own("").body("failingSince", notNullValue()).body("lastFault", notNullValue());
            health(topic)
                    .body("waiting", equalTo(5))
                    .body("failures", equalTo(1))
                    .body("oldestWaiting", notNullValue());
            assertThat(attempts("UNREACHABLE")).isEqualTo(failed + 1);
            assertThat(metrics.get("duijie.delivery.waiting")
                            .tag("channel", "topic")
                            .gauge()
                            .value())
                    .isGreaterThanOrEqualTo(5);
            // It rests, and takes no turn from the others meanwhile.
            assertThat(claims.next()).isEmpty();

            try (KafkaBroker back = KafkaBroker.start(directory, ports.getFirst(), ports.getLast())) {
                ToldEvents.tell(database, subscription, 2);
                await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                    sql("update partner_topic set rests_until = now() where id = ?", topic);
                    elsewhere.writeWhatIsDue();
                    health(topic).body("waiting", equalTo(0)).body("failures", equalTo(0));
                });
                TopicReader reader = TopicReader.of(back.bootstrapServers(), topicName());
                assertThat(numbers(reader.await(subscription, 7)).stream().distinct())
                        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
            }
        }
        own("").body("failingSince", nullValue()).body("lastFault", nullValue());
        assertThat(attempts("DELIVERED")).isEqualTo(delivered + 7);
    }

    @Test
    void writesAgainFromANumberOrATimeOn() throws Exception {
        UUID subscription = subscribe();
        UUID topic = grant();
        ToldEvents.tell(database, subscription, 3);
        dispatcher.writeWhatIsDue();

        replay(topic, Map.of("subscription", subscription, "from", 2))
                .statusCode(200)
                .body("from", equalTo(2))
                .body("to", equalTo(3));
        dispatcher.writeWhatIsDue();
        replay(topic, Map.of("subscription", subscription, "fromTime", "2018-09-01T00:00:00Z"))
                .statusCode(200)
                .body("from", equalTo(1));
        dispatcher.writeWhatIsDue();

        try (TopicReader reader = TopicReader.of(topicName())) {
            assertThat(numbers(reader.await(subscription, 8))).containsExactly(1L, 2L, 3L, 2L, 3L, 1L, 2L, 3L);
        }
        replay(topic, Map.of("subscription", subscription, "from", 4))
                .statusCode(422)
                .body("type", equalTo("/problems/partner-topic-nothing-to-send"));
        replay(topic, Map.of("subscription", UUID.randomUUID())).statusCode(422);
    }

    @Test
    void writesTheManifestOfEachDayBehindWhatItStates() throws Exception {
        UUID subscription = subscribe();
        grant();
        ToldEvents.tell(database, subscription, 3);
        clock.inDays(1, manifests::stateYesterday);

        dispatcher.writeWhatIsDue();
        dispatcher.writeWhatIsDue();

        try (TopicReader reader = TopicReader.of(topicName())) {
            List<Announced> written = reader.await(subscription, 4);
            assertThat(written).hasSize(4);
            assertThat(written.getLast().type()).isEqualTo("org.duijie.stream.manifest.v1");
            JsonPath manifest = JsonPath.from(written.getLast().json());
            assertThat(manifest.getLong("manifest.count")).isEqualTo(3);
            assertThat(manifest.getLong("manifest.last")).isEqualTo(3);
            assertThat(manifest.getString("manifest.hash"))
                    .isEqualTo(given().auth()
                            .oauth2(organization(creditCode))
                            .get("/subscriptions/{id}/manifests", subscription)
                            .then()
                            .extract()
                            .path("items[0].hash"));
        }
    }

    @Test
    void isGrantedAndRevokedByTheLeadingGroupAlone() throws Exception {
        UUID subscription = subscribe();
        UUID topic = grant();
        given().auth()
                .oauth2(organization(creditCode))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("organization", creditCode, "name", "mine"))
                .post("/partner-topics")
                .then()
                .statusCode(403);
        grant(List.of()).statusCode(409).body("type", equalTo("/problems/partner-topic-name-taken"));
        own("").body("topic", equalTo(topicName())).body("organization", equalTo(creditCode));

        given().auth()
                .oauth2(leadingGroup())
                .header("If-Match", "*")
                .delete("/partner-topics/{id}", topic)
                .then()
                .statusCode(204);
        ToldEvents.tell(database, subscription, 1);
        dispatcher.writeWhatIsDue();
        given().auth()
                .oauth2(organization(creditCode))
                .get("/partner-topics/{id}", topic)
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/partner-topic-not-found"));
    }

    @Test
    void refusesANameThatIsNone() {
        for (String bad : List.of("", "Upper", "a.b", "-a", "a-", "x".repeat(64), "主题")) {
            given().auth()
                    .oauth2(leadingGroup())
                    .contentType(ContentType.JSON)
                    .header("Idempotency-Key", UUID.randomUUID())
                    .body(Map.of("organization", creditCode, "name", bad))
                    .post("/partner-topics")
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", startsWith("#/name"));
        }
    }

    private TopicWriter writer() {
        return new TopicWriter(Map.of(
                "bootstrap.servers",
                org.eclipse.microprofile.config.ConfigProvider.getConfig()
                        .getValue("kafka.bootstrap.servers", String.class)));
    }

    private String topicName() {
        return "duijie.deliveries." + name;
    }

    private double attempts(String outcome) {
        return metrics.find("duijie.delivery.attempts").tags("channel", "topic", "outcome", outcome).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private UUID subscribe() {
        String id = given().auth()
                .oauth2(organization(creditCode))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("organization", creditCode, "name", "全部"))
                .post("/subscriptions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return UUID.fromString(id);
    }

    /** What other tests left waiting is written first. */
    private UUID grant() throws Exception {
        dispatcher.writeWhatIsDue();
        return UUID.fromString(grant(List.of()).statusCode(201).extract().path("id"));
    }

    private ValidatableResponse grant(List<UUID> subscriptions) {
        Map<String, Object> body = new HashMap<>();
        body.put("organization", creditCode);
        body.put("name", name);
        body.put("subscriptions", subscriptions);
        return given().auth()
                .oauth2(leadingGroup())
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(body)
                .post("/partner-topics")
                .then();
    }

    /** What its organization sees of its only topic. */
    private ValidatableResponse own(String part) {
        String id = given().auth()
                .oauth2(organization(creditCode))
                .get("/partner-topics")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .extract()
                .path("items[0].id");
        return given().auth()
                .oauth2(organization(creditCode))
                .get("/partner-topics/" + id + part)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse health(UUID topic) {
        return given().auth()
                .oauth2(organization(creditCode))
                .get("/partner-topics/{id}/health", topic)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse replay(UUID topic, Map<String, ?> body) {
        return given().auth()
                .oauth2(organization(creditCode))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/partner-topics/{id}/replay", topic)
                .then();
    }

    private Map<String, Object> toldTo(UUID subscription, int number) {
        return given().auth()
                .oauth2(organization(creditCode))
                .get("/subscriptions/{id}/events?after={after}&limit=1", subscription, number - 1)
                .then()
                .extract()
                .path("items[0]");
    }

    private static List<Long> numbers(List<Announced> written) {
        return written.stream()
                .map(entry -> Long.valueOf(header(entry, "ce_sequence")))
                .toList();
    }

    private static String header(Announced entry, String name) {
        return entry.headers().getOrDefault(name, "");
    }

    private void sql(String statement, UUID id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(statement)) {
            update.setObject(1, id);
            update.executeUpdate();
        }
    }
}
