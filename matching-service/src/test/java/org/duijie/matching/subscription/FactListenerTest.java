package org.duijie.matching.subscription;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.TestClock;
import org.duijie.chassis.testing.Tokens;
import org.duijie.chassis.text.Text;
import org.duijie.chassis.time.BusinessDay;
import org.duijie.matching.occasion.Occasion;
import org.duijie.matching.occasion.OccasionLog;
import org.duijie.matching.occasion.ReasonCode;
import org.duijie.matching.replica.Cause;
import org.duijie.matching.replica.FactMother;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OrganizationFact.Listing;
import org.duijie.matching.testing.EventStream;
import org.duijie.matching.testing.FactPublisher;
import org.duijie.matching.testing.Scene;
import org.duijie.matching.testing.Subscriber;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the broker to the subscriber: facts go in at one end, numbered announcements come out at the other. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class FactListenerTest {

    private static final Logger LOG = Logger.getLogger(FactListenerTest.class);

    private final Scene scene = new Scene();
    private final String token = Tokens.organization(scene.creditCode);
    private final FactPublisher publisher;
    private final TestClock clock;
    private final Calendar calendar;
    private final SubscriptionRepository subscriptions;
    private final OccasionLog log;
    private final ObjectMapper json;

    @Inject
    FactListenerTest(
            FactPublisher publisher,
            TestClock clock,
            Calendar calendar,
            SubscriptionRepository subscriptions,
            OccasionLog log,
            ObjectMapper json) {
        this.publisher = publisher;
        this.clock = clock;
        this.calendar = calendar;
        this.subscriptions = subscriptions;
        this.log = log;
        this.json = json;
    }

    @BeforeEach
    void anOrganizationOffers() {
        publisher.publish("defined", FactMother.zhangbei());
        publisher.publish("verified", scene.organization(o -> {}));
        publisher.publish("opened", scene.offer(o -> {}));
    }

    @Test
    void tellsANewSubscriberWhatMatchesAlready() {
        publisher.publish("published", scene.need(n -> {}));

        JsonNode told = only(events(subscribe(Map.of())));

        assertThat(told.path("number").asLong()).isEqualTo(1);
        assertThat(told.path("type").asText()).isEqualTo("MATCH_BEGAN");
        assertThat(told.path("need").path("id").asText()).isEqualTo(scene.needId.toString());
        assertThat(told.path("reason").path("code").asText()).isEqualTo("SUBSCRIBED");
        assertThat(told.path("cause").has("eventId")).isFalse();
    }

    @Test
    void tellsWhatBeginsChangesAndEndsAndWhy() throws Exception {
        UUID subscription = subscribe(Map.of());
        try (EventStream stream = EventStream.open(subscription, token, null)) {
            assertThat(stream.response().statusCode()).isEqualTo(200);
            assertThat(stream.response().headers().firstValue("content-type").orElse(""))
                    .startsWith("text/event-stream");
            UUID published = UUID.randomUUID();
            publisher.send("published", scene.need(n -> {}), published);
            JsonNode began = next(stream, 1, "MATCH_BEGAN");
            assertThat(began.path("cause").path("eventId").asText()).isEqualTo(published.toString());
            assertThat(began.path("cause").path("type").asText()).isEqualTo("org.duijie.need.published.v1");
            assertThat(began.path("cause").path("traceparent").asText()).isEqualTo(FactPublisher.TRACEPARENT);
            assertThat(began.path("reason").path("code").asText()).isEqualTo("NEED_CHANGED");
            assertThat(began.path("reason").path("zh").asText()).startsWith("需求“乡村小学图书角”已发布，开始匹配");

            publisher.publish("amended", scene.need(need -> {
                need.version = 2;
                need.deadline = need.deadline.plusDays(100);
            }));
            JsonNode changed = next(stream, 2, "MATCH_CHANGED");
            assertThat(changed.path("score").asText())
                    .isLessThan(began.path("score").asText());
            assertThat(changed.path("reason").path("en").asText())
                    .contains(began.path("score").asText());

            publisher.publish("withdrawn", scene.need(need -> {
                need.version = 3;
                need.deadline = need.deadline.plusDays(100);
                need.status = "WITHDRAWN";
            }));
            JsonNode ended = next(stream, 3, "MATCH_ENDED");
            assertThat(ended.path("reason").path("zh").asText()).isEqualTo("需求“乡村小学图书角”已撤回，不再匹配：该需求当前不开放（已撤回）。");
        }
    }

    @Test
    void whoAsksForSomethingElseIsToldAtOnceWhatFollows() throws Exception {
        publisher.publish("published", scene.need(n -> {}));
        UUID subscription = subscribe(Map.of());

        change(subscription, "{\"fields\":[\"HEALTH\"]}");
        change(subscription, "{\"fields\":null,\"name\":\"又要全部\"}");

        assertThat(types(subscription)).containsExactly("MATCH_BEGAN", "MATCH_ENDED", "MATCH_BEGAN");
        JsonNode ended = events(subscription).get(1);
        assertThat(ended.path("reason").path("code").asText()).isEqualTo("SUBSCRIPTION_CHANGED");
        assertThat(ended.path("reason").path("zh").asText()).isEqualTo("订阅内容有变更，已不在订阅范围内。");
        publisher.publish("amended", scene.need(need -> {
            need.version = 2;
            need.field = "HEALTH";
        }));
        assertThat(types(subscription)).hasSizeGreaterThan(3);
    }

    private void change(UUID subscription, String patch) {
        given().auth()
                .oauth2(token)
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body(patch)
                .patch("/subscriptions/{id}", subscription)
                .then()
                .statusCode(200);
    }

    @Test
    void whatOnlyCountsUpChangesNoMatch() throws Exception {
        publisher.publish("published", scene.need(n -> {}));
        UUID subscription = subscribe(Map.of());
        publisher.publish("amendment-proposed", scene.need(need -> need.version = 2));
        publisher.publish("amendment-refused", scene.need(need -> need.version = 3));

        assertThat(types(subscription)).containsExactly("MATCH_BEGAN");
    }

    @Test
    void aStreamGoesOnWhereItStopped() throws Exception {
        UUID subscription = subscribe(Map.of());
        try (EventStream stream = EventStream.open(subscription, token, null)) {
            publisher.publish("published", scene.need(n -> {}));
            next(stream, 1, "MATCH_BEGAN");
        }
        publisher.publish("withdrawn", scene.need(need -> {
            need.version = 2;
            need.status = "WITHDRAWN";
        }));
        try (EventStream resumed = EventStream.open(subscription, token, "1")) {
            next(resumed, 2, "MATCH_ENDED");
            assertThat(resumed.silent()).isTrue();
        }
        try (EventStream fromTheStart = EventStream.open(subscription, token, null)) {
            next(fromTheStart, 1, "MATCH_BEGAN");
            next(fromTheStart, 2, "MATCH_ENDED");
        }
    }

    @Test
    void aStreamEndsWithItsSubscription() throws Exception {
        UUID subscription = subscribe(Map.of());
        try (EventStream stream = EventStream.open(subscription, token, null)) {
            given().auth()
                    .oauth2(token)
                    .header("If-Match", "*")
                    .delete("/subscriptions/{id}", subscription)
                    .then()
                    .statusCode(204);
            await().atMost(Duration.ofSeconds(10)).until(stream::ended);
        }
    }

    @Test
    void aStreamEndsWithItsReadersToken() throws Exception {
        UUID subscription = subscribe(Map.of());
        try (EventStream stream = EventStream.open(subscription, tokenFor(Duration.ofSeconds(4)), null)) {
            publisher.publish("published", scene.need(n -> {}));
            next(stream, 1, "MATCH_BEGAN");
            await().atMost(Duration.ofSeconds(10)).until(stream::ended);
        }
        publisher.publish("withdrawn", scene.need(need -> {
            need.version = 2;
            need.status = "WITHDRAWN";
        }));
        try (EventStream resumed = EventStream.open(subscription, token, "1")) {
            next(resumed, 2, "MATCH_ENDED");
            assertThat(resumed.ended()).isFalse();
        }
    }

    @Test
    void manyListenToOneStream() throws Exception {
        UUID subscription = subscribe(Map.of());
        List<EventStream> streams = new ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                streams.add(EventStream.open(subscription, token, null));
            }
            publisher.publish("published", scene.need(n -> {}));
            for (EventStream stream : streams) {
                next(stream, 1, "MATCH_BEGAN");
            }
        } finally {
            streams.forEach(EventStream::close);
        }
    }

    /** As if the answer to the commit had been lost, or another instance had done it: only the log tells of it. */
    @Test
    void aSubscriptionWhoseCommitWasNeverHeardOfLosesNothing() {
        publisher.publish("published", scene.need(n -> {}));
        UUID unheard = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            Wish wish = new Wish(unheard, scene.creditCode, List.of(), List.of(), List.of(), List.of(), 0);
            subscriptions.persistAndFlush(new Subscription(wish, SubscriptionSubject.MATCHES, "试订阅", clock.instant()));
            log.append(List.of(new Occasion(
                    ReasonCode.SUBSCRIBED,
                    unheard.toString(),
                    Text.of("订阅建立时", "When the subscription began"),
                    List.of(),
                    Cause.of("subscription.began", clock.instant()))));
        });
        publisher.publish("withdrawn", scene.need(need -> {
            need.version = 2;
            need.status = "WITHDRAWN";
        }));
        publisher.publish("published", scene.need(need -> need.version = 3));

        assertThat(types(unheard)).containsExactly("MATCH_BEGAN");
    }

    @Test
    void theSameEventTwiceIsOneEvent() {
        UUID subscription = subscribe(Map.of());
        UUID eventId = UUID.randomUUID();
        publisher.send("published", scene.need(n -> {}), eventId);
        publisher.send("published", scene.need(n -> {}), eventId);
        publisher.send("published", scene.need(n -> {}), UUID.randomUUID());
        settle();

        assertThat(types(subscription)).containsExactly("MATCH_BEGAN");
    }

    @Test
    void anOlderStateThatComesLateChangesNothing() {
        UUID subscription = subscribe(Map.of());
        publisher.publish("published", scene.need(need -> need.version = 3));
        publisher.send(
                "withdrawn",
                scene.need(need -> {
                    need.version = 2;
                    need.status = "WITHDRAWN";
                }),
                UUID.randomUUID());
        settle();

        assertThat(types(subscription)).containsExactly("MATCH_BEGAN");
    }

    @Test
    void anOfferMayComeBeforeItsOrganization() {
        Scene other = new Scene();
        UUID subscription = subscribe(other, Map.of());
        publisher.publish("published", other.need(n -> {}));
        publisher.publish("opened", other.offer(o -> {}));
        assertThat(events(other, subscription)).isEmpty();

        publisher.publish("verified", other.organization(o -> {}));

        JsonNode began = only(events(other, subscription));
        assertThat(began.path("reason").path("code").asText()).isEqualTo("ORGANIZATION_CHANGED");
    }

    @Test
    void aStandingEndsAndRenewsMatches() {
        UUID subscription = subscribe(Map.of());
        publisher.publish("published", scene.need(n -> {}));
        publisher.publish("standing-changed", scene.organization(organization -> {
            organization.version = 2;
            organization.abnormalListings = List.of(new Listing(FactMother.TODAY, null));
        }));
        publisher.publish("standing-changed", scene.organization(organization -> {
            organization.version = 3;
            organization.abnormalListings = List.of();
        }));

        assertThat(types(subscription)).containsExactly("MATCH_BEGAN", "MATCH_ENDED", "MATCH_BEGAN");
        assertThat(events(subscription).get(1).path("reason").path("zh").asText())
                .isEqualTo("组织“示例助学促进会”的信用状况有变化（活动异常名录：无 → 自 2018-09-01 起），不再匹配：这家组织在活动异常名录上。");
    }

    @Test
    void aCountyThatIsBetterKnownScoresAnew() {
        UUID subscription = subscribe(Map.of());
        String county = "13" + (1000 + Math.floorMod(scene.needId.hashCode(), 8999));
        publisher.publish("published", scene.need(need -> need.divisionCode = county));
        publisher.publish("defined", FactMother.aDivision(county, "NATIONAL", "CONFIRMED", true));

        assertThat(types(subscription)).containsExactly("MATCH_BEGAN", "MATCH_CHANGED");
        assertThat(events(subscription).get(1).path("reason").path("code").asText())
                .isEqualTo("DIVISION_CHANGED");
    }

    @Test
    void tellsOnlyWhatWasWished() {
        UUID health = subscribe(Map.of("fields", List.of("HEALTH")));
        UUID chengde = subscribe(Map.of("divisions", List.of("130800")));
        UUID perfect = subscribe(Map.of("minimumScore", "1"));
        UUID education = subscribe(Map.of("fields", List.of("EDUCATION"), "divisions", List.of("130700")));
        publisher.publish("published", scene.need(n -> {}));

        assertThat(events(health)).isEmpty();
        assertThat(events(chengde)).isEmpty();
        assertThat(events(perfect)).isEmpty();
        assertThat(types(education)).containsExactly("MATCH_BEGAN");
    }

    @Test
    void poisonBecomesADeadLetterAndTheRestGoesOn() {
        UUID subscription = subscribe(Map.of());
        UUID poisoned = UUID.randomUUID();
        publisher.send("need", "published", poisoned, UUID.randomUUID(), "{".getBytes(StandardCharsets.UTF_8));
        publisher.send("need", "published", poisoned, UUID.randomUUID(), Map.of("id", poisoned.toString()));
        publisher.publish("published", scene.need(n -> {}));

        assertThat(types(subscription)).containsExactly("MATCH_BEGAN");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(given().auth()
                        .oauth2(Tokens.leadingGroup())
                        .get("/dead-letters?limit=200")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString()
                        .split(poisoned.toString(), -1))
                .hasSizeGreaterThanOrEqualTo(3));
    }

    @Test
    void numbersHaveNoGapWhateverHappens() {
        UUID one = subscribe(Map.of());
        UUID other = subscribe(Map.of());
        List<NeedFact> states = new ArrayList<>();
        for (int version = 1; version <= 60; version++) {
            int v = version;
            states.add(scene.need(need -> {
                need.version = v;
                need.status = v % 2 == 1 ? "PUBLISHED" : "WITHDRAWN";
            }));
        }
        states.forEach(state -> publisher.send("happened", state, UUID.randomUUID()));
        publisher.awaitTaken(states.getLast());

        for (UUID subscription : List.of(one, other)) {
            List<JsonNode> events = events(subscription);
            assertThat(events).hasSize(60);
            assertThat(events.stream().map(event -> event.path("number").asLong()))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 60).boxed().toList());
        }
        given().auth()
                .oauth2(token)
                .get("/subscriptions/{id}/events?after=58&limit=1", one)
                .then()
                .body("items[0].number", equalTo(59))
                .body("last", equalTo(60));
    }

    @Test
    void aDeadlineThatPassesEndsTheMatchWithoutAnyEvent() {
        UUID subscription = subscribe(Map.of());
        publisher.publish("published", scene.need(need -> need.deadline = today().plusDays(1)));
        clock.inDays(2, () -> {
            calendar.look();
            calendar.look();

            assertThat(types(subscription)).containsExactly("MATCH_BEGAN", "MATCH_ENDED");
            JsonNode ended = events(subscription).get(1);
            assertThat(ended.path("reason").path("code").asText()).isEqualTo("DAY_BEGAN");
            assertThat(ended.path("reason").path("zh").asText()).contains("不再匹配：需求的对接截止日");
            assertThat(ended.path("cause").path("type").asText()).isEqualTo("day.began");
        });
        calendar.look();
    }

    /** Not a threshold, as machines differ: the figure is shown in the log. */
    @Test
    void showsHowLongTheWayTakes() throws Exception {
        UUID subscription = subscribe(Map.of());
        List<Long> micros = new ArrayList<>();
        try (EventStream stream = EventStream.open(subscription, token, null)) {
            for (int version = 1; version <= 100; version++) {
                int v = version;
                NeedFact state = scene.need(need -> {
                    need.version = v;
                    need.status = v % 2 == 1 ? "PUBLISHED" : "WITHDRAWN";
                });
                long before = System.nanoTime();
                publisher.send("happened", state, UUID.randomUUID());
                stream.next();
                micros.add((System.nanoTime() - before) / 1_000);
            }
        }
        Collections.sort(micros);
        LOG.infof(
                "From the producer to the subscriber: median %d µs, p90 %d µs, longest %d µs",
                micros.get(50), micros.get(90), micros.getLast());
        assertThat(micros).hasSize(100);
    }

    private String tokenFor(Duration life) {
        return Jwt.subject("in-a-hurry")
                .issuer(Tokens.ISSUER)
                .groups("ORGANIZATION")
                .audience("duijie-api")
                .claim("organizations", List.of(scene.creditCode))
                .expiresIn(life)
                .sign(Tokens.privateKey());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BusinessDay.ZONE);
    }

    /** Everything sent so far has been dealt with when a later event of the same topic and key has. */
    private void settle() {
        publisher.publish("revised", scene.need(need -> {
            need.version = 1_000;
            need.title = "乡村小学图书角（二期）";
        }));
    }

    private JsonNode next(EventStream stream, long number, String type) throws IOException, InterruptedException {
        EventStream.Received received = stream.next();
        JsonNode event = json.readTree(received.data());
        assertThat(received.id()).isEqualTo(Long.toString(number));
        assertThat(received.type()).isEqualTo(type);
        assertThat(event.path("number").asLong()).isEqualTo(number);
        return event;
    }

    private UUID subscribe(Map<String, ?> wish) {
        return subscribe(scene, wish);
    }

    private static UUID subscribe(Scene whose, Map<String, ?> wish) {
        return Subscriber.subscribe(whose, wish).subscription();
    }

    private List<String> types(UUID subscription) {
        return events(subscription).stream()
                .map(event -> event.path("type").asText())
                .toList();
    }

    private List<JsonNode> events(UUID subscription) {
        return events(scene, subscription);
    }

    private static List<JsonNode> events(Scene whose, UUID subscription) {
        return new Subscriber(whose.creditCode, subscription).events();
    }

    private static JsonNode only(List<JsonNode> events) {
        assertThat(events).hasSize(1);
        return events.getFirst();
    }
}
