package org.duijie.organization.reservation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.duijie.chassis.testing.Problem.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.duijie.chassis.testing.EventContract;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.Tokens;
import org.duijie.chassis.testing.TopicReader;
import org.duijie.chassis.time.BusinessDay;
import org.duijie.organization.offer.OpenedOffer;
import org.duijie.organization.reservation.ProposalPublisher.Proposal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From a proposal on the broker to capacity that is held, and back to the broker. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class ReservationListenerTest {

    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final JsonMapper JSON = new JsonMapper();

    private final BusinessDay day;
    private final ProposalPublisher broker = new ProposalPublisher();
    private OpenedOffer offer;

    @Inject
    ReservationListenerTest(BusinessDay day) {
        this.day = day;
    }

    @BeforeEach
    void open() {
        offer = OpenedOffer.withBooks(2000, day.today());
    }

    @AfterEach
    void close() {
        broker.close();
    }

    @Test
    void holdsPromisesAndTellsIt() {
        Proposal proposal = wanting(1200);

        broker.accepted(proposal, 3);
        awaitStatus(proposal, "MADE");
        assertThat(books().path("left").asText()).isEqualTo("800");
        broker.agreed(proposal, 5);
        awaitStatus(proposal, "COMMITTED");
        assertThat(books().path("left").asText()).isEqualTo("800");
        assertThat(books().path("committed").asText()).isEqualTo("1200");

        assertThat(told(proposal.id(), 2))
                .containsExactly("org.duijie.reservation.made.v1", "org.duijie.reservation.committed.v1");
    }

    /** By the newest state of each project, whatever comes last. */
    @Test
    void countsWhatBecameOfPromises() {
        Proposal kept = wanting(1);
        Proposal broken = wanting(1);
        broker.project(kept, 7, "completed", "COMPLETED", "", "VERIFIED");
        broker.project(kept, 3, "recorded", "RUNNING", "", "DISPUTED");
        broker.project(broken, 4, "released", "TERMINATED", "", "DISPUTED");

        await().atMost(LIMIT).untilAsserted(() -> assertThat(given().queryParam("creditCode", offer.creditCode())
                        .get("/organizations")
                        .then()
                        .statusCode(200)
                        .extract()
                        .<Map<String, Integer>>path("items[0].promises"))
                .isEqualTo(Map.of("kept", 1, "broken", 1, "punctual", 2, "late", 2, "disputed", 1)));
    }

    @Test
    void refusesWhatIsNoLongerThere() {
        Proposal first = wanting(1500);
        Proposal second = wanting(501);

        broker.accepted(first, 3);
        awaitStatus(first, "MADE");
        broker.accepted(second, 3);

        JsonNode refused = awaitStatus(second, "REFUSED");
        assertThat(refused.path("refusal").path("code").asText()).isEqualTo("offer-not-enough-left");
        assertThat(refused.path("refusal").path("zh").asText()).contains("只余 500 册");
    }

    @Test
    void refusesWhatNobodyOffers() {
        Proposal nowhere = Proposal.of(UUID.randomUUID().toString(), offer.creditCode(), 1);

        broker.accepted(nowhere, 2);

        assertThat(awaitStatus(nowhere, "REFUSED").path("refusal").path("code").asText())
                .isEqualTo("offer-not-found");
    }

    @Test
    void givesBackWhatTheNeedRefused() {
        Proposal all = wanting(2000);
        broker.accepted(all, 3);
        awaitStatus(all, "MADE");
        assertThat(offer.get(Tokens.leadingGroup()).path("status").asText()).isEqualTo("EXHAUSTED");

        broker.refused(all, 5);

        awaitStatus(all, "RELEASED");
        assertThat(offer.get(Tokens.leadingGroup()).path("status").asText()).isEqualTo("OPEN");
        assertThat(books().path("left").asText()).isEqualTo("2000");
    }

    @Test
    void givesBackWhatATerminatedProjectWillNotDeliverAndOnceOnly() {
        Proposal proposal = wanting(1000);
        broker.accepted(proposal, 3);
        broker.agreed(proposal, 5);
        awaitStatus(proposal, "COMMITTED");

        broker.terminated(proposal, 400);
        broker.terminated(proposal, 400);
        awaitLeft("1400");
        broker.terminated(proposal, 1000);

        awaitStatus(proposal, "RELEASED");
        assertThat(books().path("left").asText()).isEqualTo("2000");
    }

    @Test
    void answersAgainIfItIsAskedAgainAndHoldsNoMoreForIt() {
        Proposal proposal = wanting(300);
        broker.accepted(proposal, 3);
        broker.accepted(proposal, 4);

        assertThat(told(proposal.id(), 2))
                .containsExactly("org.duijie.reservation.made.v1", "org.duijie.reservation.made.v1");
        assertThat(books().path("left").asText()).isEqualTo("1700");
    }

    @Test
    void holdsNothingOnceTheProposalHasEnded() {
        Proposal late = wanting(300);
        broker.refused(late, 5);
        awaitStatus(late, "REFUSED");

        broker.accepted(late, 3);
        Proposal marker = wanting(1);
        broker.accepted(marker, 3);
        awaitStatus(marker, "MADE");

        assertThat(books().path("left").asText()).isEqualTo("1999");
    }

    /** Whatever comes twice or in another order: what is held in the end is what the last state asks for. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void doesNotMindDuplicatesAndDisorder(long seed) {
        Proposal agreed = wanting(1200);
        Proposal refused = wanting(500);
        List<Runnable> events = new ArrayList<>();
        for (int twice = 0; twice < 2; twice++) {
            events.add(() -> broker.accepted(agreed, 3));
            events.add(() -> broker.tell(agreed, 4, "reserved", "ACCEPTED", "RESERVED"));
            events.add(() -> broker.agreed(agreed, 5));
            events.add(() -> broker.accepted(refused, 3));
            events.add(() -> broker.refused(refused, 5));
        }
        Collections.shuffle(events, new Random(seed));
        events.forEach(Runnable::run);

        await().atMost(LIMIT).untilAsserted(() -> {
            assertThat(status(agreed)).isEqualTo("COMMITTED");
            assertThat(status(refused)).isIn("RELEASED", "REFUSED");
            assertThat(books().path("left").asText()).isEqualTo("800");
        });
        assertThat(books().path("committed").asText()).isEqualTo("1200");
    }

    /** The race: 500 accepted at once for an offer with room for 10. */
    @Test
    void holdsForTenOfFiveHundredAndTellsTheOthersWhy() {
        List<Proposal> race =
                IntStream.range(0, 500).mapToObj(i -> wanting(200)).toList();
        race.parallelStream().forEach(proposal -> broker.accepted(proposal, 3));

        await().atMost(LIMIT).untilAsserted(() -> assertThat(all("REFUSED")).hasSize(490));
        assertThat(all("MADE")).hasSize(10);
        assertThat(all("REFUSED")).allSatisfy(refused -> assertThat(
                        refused.path("refusal").path("code").asText())
                .isIn("offer-not-open", "offer-not-enough-left"));
        JsonNode exhausted = offer.get(Tokens.leadingGroup());
        assertThat(exhausted.path("status").asText()).isEqualTo("EXHAUSTED");
        assertThat(exhausted.path("items").path(0).path("left").asText()).isEqualTo("0");
        assertThat(exhausted.path("version").asInt()).isEqualTo(11);
    }

    @Test
    void showsToItsOrganizationOnly() {
        Proposal proposal = wanting(1);
        broker.accepted(proposal, 3);
        awaitStatus(proposal, "MADE");

        given().auth()
                .oauth2(Tokens.organization(offer.creditCode()))
                .get("/reservations/{id}", proposal.id())
                .then()
                .statusCode(200);
        for (String other : List.of(
                Tokens.organization("53110000500309522J"),
                Tokens.partnerPlatform(List.of("130722"), List.of("53110000500309522J")))) {
            given().auth()
                    .oauth2(other)
                    .get("/reservations/{id}", proposal.id())
                    .then()
                    .spec(problem(404, "reservation-not-found"));
            assertThat(given().auth()
                            .oauth2(other)
                            .get("/reservations?offer=" + offer.id())
                            .then()
                            .statusCode(200)
                            .extract()
                            .jsonPath()
                            .getList("items"))
                    .isEmpty();
        }
    }

    private Proposal wanting(int books) {
        return Proposal.of(offer.id(), offer.creditCode(), books);
    }

    private JsonNode books() {
        return offer.get(Tokens.leadingGroup()).path("items").path(0);
    }

    private void awaitLeft(String left) {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(books().path("left").asText()).isEqualTo(left));
    }

    private JsonNode awaitStatus(Proposal proposal, String status) {
        await().atMost(LIMIT).untilAsserted(() -> assertThat(status(proposal)).isEqualTo(status));
        return get(proposal);
    }

    private static String status(Proposal proposal) {
        return get(proposal).path("status").asText();
    }

    private static JsonNode get(Proposal proposal) {
        return read(given().auth()
                .oauth2(Tokens.supervisor())
                .get("/reservations/{id}", proposal.id())
                .asString());
    }

    private List<JsonNode> all(String status) {
        List<JsonNode> found = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = read(given().auth()
                    .oauth2(Tokens.supervisor())
                    .get("/reservations?limit=200&offer=" + offer.id() + "&status=" + status + cursor)
                    .asString());
            page.path("items").forEach(found::add);
            cursor = page.hasNonNull("nextCursor")
                    ? "&cursor=" + page.path("nextCursor").asText()
                    : "";
        } while (!cursor.isEmpty());
        return found;
    }

    private static List<String> told(UUID id, int count) {
        EventContract contract = EventContract.of(Path.of("contract"));
        try (TopicReader reader = TopicReader.of("duijie.reservation")) {
            List<TopicReader.Announced> told = reader.await(id, count);
            told.forEach(event -> contract.check("reservation", event.json()));
            return told.stream().map(TopicReader.Announced::type).toList();
        }
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
