package org.duijie.matching.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.duijie.matching.proposal.ProposalScene.as;
import static org.duijie.matching.proposal.Side.COUNTY;
import static org.duijie.matching.proposal.Side.ORGANIZATION;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.TestClock;
import org.duijie.chassis.testing.Tokens;
import org.duijie.matching.testing.FactPublisher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From acceptance to agreement over a real broker, with the other services' answers on the real topics. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class ProposalListenerTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String TYPE = "org.duijie.proposal.";

    private final FactPublisher facts;
    private final TestClock clock;
    private final ProposalSweepService sweep;
    private final MeterRegistry metrics;
    private ProposalScene pair;

    @Inject
    ProposalListenerTest(FactPublisher facts, TestClock clock, ProposalSweepService sweep, MeterRegistry metrics) {
        this.facts = facts;
        this.clock = clock;
        this.sweep = sweep;
        this.metrics = metrics;
    }

    @BeforeEach
    void aMatch() {
        pair = ProposalScene.published(facts);
    }

    @Test
    void isAgreedWhenTheOfferReservesAndTheNeedCommits() {
        UUID id = accepted();
        try (OtherServices others = OtherServices.thatCommit(pair.scene.offerId, 1200)) {
            JsonPath agreed = awaitStatus(id, "AGREED");

            assertThat(agreed.getString("projectId")).isEqualTo(id.toString());
            assertThat(agreed.getString("stage")).isEqualTo("CONCLUDED");
            await().atMost(LIMIT).untilAsserted(() -> assertThat(others.heard())
                    .containsExactly(
                            TYPE + "proposed.v1", TYPE + "accepted.v1", TYPE + "reserved.v1", TYPE + "agreed.v1"));
        }
    }

    @Test
    void isRefusedWhenNothingIsLeft() {
        UUID id = accepted();
        try (OtherServices others = OtherServices.thatCommit(pair.scene.offerId, 1199)) {
            assertThat(awaitStatus(id, "REFUSED").getString("closing.code")).isEqualTo("offer-not-enough-left");
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(others.heard()).last().isEqualTo(TYPE + "refused.v1"));
        }
    }

    @Test
    void isRefusedWhenTheNeedCannotCommit() {
        UUID id = accepted();
        try (OtherServices others = OtherServices.thatDoNotCommit(pair.scene.offerId, 1200)) {
            assertThat(awaitStatus(id, "REFUSED").getString("closing.zh")).isEqualTo("该需求的物项已由其他协议承接。");
            await().atMost(LIMIT).untilAsserted(() -> assertThat(others.heard())
                    .endsWith(TYPE + "reserved.v1", TYPE + "refused.v1"));
        }
    }

    @Test
    void tellsWhatItWaitsForAndAsksAgain() {
        UUID id = accepted();
        assertThat(get(id).getString("waiting.zh")).contains("等待社会组织预留资源");
        assertThat(waiting("AWAITING_RESERVATION")).isPositive();

        clock.inDays(1, sweep::sweep);

        assertThat(get(id).getInt("version")).isEqualTo(3);
        try (OtherServices others = OtherServices.thatCommit(pair.scene.offerId, 1200)) {
            awaitStatus(id, "AGREED");
            assertThat(others.heard()).startsWith(TYPE + "proposed.v1", TYPE + "accepted.v1", TYPE + "accepted.v1");
            assertThat(others.reservations()).isEqualTo(1);
        }
        assertThat(changes(id)).contains("ASKED_AGAIN");
    }

    @Test
    void anAnswerThatNobodyWaitsForChangesNothing() {
        UUID id = pair.proposed(COUNTY);
        UUID other = UUID.randomUUID();
        try (OtherServices others = OtherServices.thatCommit(other, 0)) {
            others.tell("project", "agreed", id, "{\"id\":\"" + id + "\"}", UUID.randomUUID());
            others.tell("reservation", "made", id, "{\"id\":\"" + id + "\",\"status\":\"MADE\"}", UUID.randomUUID());
            others.tell(
                    "reservation", "made", other, "{\"id\":\"" + other + "\",\"status\":\"MADE\"}", UUID.randomUUID());
        }
        UUID agreed = secondAgreement();

        assertThat(get(agreed).getString("status")).isEqualTo("AGREED");
        assertThat(get(id).getInt("version")).isEqualTo(1);
    }

    /** Two channels read what operators replay; each takes what is for it. */
    @Test
    void hearsAnAnswerThatIsReplayed() {
        UUID id = accepted();
        try (OtherServices others = OtherServices.thatCommit(UUID.randomUUID(), 0)) {
            others.tell(
                    "duijie.replay.matching-service",
                    "reservation",
                    "made",
                    id,
                    "{\"id\":\"" + id + "\",\"status\":\"MADE\"}",
                    UUID.randomUUID());

            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(get(id).getString("stage")).isEqualTo("RESERVED"));
        }
    }

    /** Many both sides want at once, with room for ten: ten are agreed, the others are told why they are not. */
    @Test
    void ofFiveHundredAcceptedAtOnceTenAreAgreed() throws Exception {
        List<UUID> proposals = IntStream.range(0, 500)
                .mapToObj(i -> UUID.randomUUID())
                .peek(need -> facts.send("published", pair.need(need, n -> {}), UUID.randomUUID()))
                .toList();
        facts.awaitTaken(pair.need(proposals.getLast(), n -> {}));
        proposals.forEach(need -> facts.awaitTaken(pair.need(need, n -> {})));
        List<UUID> ids = proposals.stream().map(this::proposedFor).toList();

        try (OtherServices others = OtherServices.thatCommit(pair.scene.offerId, 12_000);
                ExecutorService crowd = Executors.newFixedThreadPool(32)) {
            ids.forEach(id -> crowd.submit(() -> pair.accept(ORGANIZATION, id).statusCode(200)));

            await().atMost(LIMIT.multipliedBy(3))
                    .untilAsserted(() -> assertThat(count("REFUSED")).isEqualTo(490));
            assertThat(count("AGREED")).isEqualTo(10);
            assertThat(others.projects()).isEqualTo(10);
            assertThat(others.reservations()).isEqualTo(10);
        }
    }

    private int count(String status) {
        int found = 0;
        String cursor = "";
        do {
            JsonPath page = as(Tokens.supervisor())
                    .get("/proposals?limit=200&offer=" + pair.scene.offerId + "&status=" + status + cursor)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            found += page.getList("items").size();
            cursor = page.getString("nextCursor") == null ? "" : "&cursor=" + page.getString("nextCursor");
        } while (!cursor.isEmpty());
        return found;
    }

    private UUID proposedFor(UUID need) {
        return UUID.fromString(as(pair.bureau)
                .body(pair.body(COUNTY, need, "1200"))
                .post("/proposals")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private UUID secondAgreement() {
        pair = ProposalScene.published(facts);
        UUID id = accepted();
        try (OtherServices others = OtherServices.thatCommit(pair.scene.offerId, 1200)) {
            awaitStatus(id, "AGREED");
        }
        return id;
    }

    private UUID accepted() {
        UUID id = pair.proposed(COUNTY);
        pair.accept(ORGANIZATION, id).statusCode(200);
        return id;
    }

    private double waiting(String stage) {
        return metrics.get("duijie.proposals.waiting")
                .tag("stage", stage)
                .gauge()
                .value();
    }

    private List<String> changes(UUID id) {
        return as(Tokens.supervisor())
                .get("/proposals/{id}/changes", id)
                .then()
                .extract()
                .jsonPath()
                .getList("items.kind");
    }

    private JsonPath awaitStatus(UUID id, String status) {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(get(id).getString("status")).isEqualTo(status));
        return get(id);
    }

    private JsonPath get(UUID id) {
        return pair.get(Tokens.supervisor(), id).statusCode(200).extract().jsonPath();
    }
}
