package org.duijie.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.duijie.local.PartName;
import org.duijie.local.Suite;
import org.duijie.sample.http.Answer;
import org.duijie.sample.http.Gateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From a match to an agreement: two sides that agree, and five hundred that want what ten can have. */
@ExtendWith(RunningSuite.class)
class AgreementJourneyIT {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int WISHES = 500;
    private static final int ROOM = 10;
    private static final int CROWD = 32;

    @Test
    void leadsFromAMatchToAnAgreement(Gateway gateway) {
        Donation donation = Donation.withRoomFor(1, gateway);
        String proposal = donation.proposal(donation.publishedNeed());
        assertThat(donation.counter(proposal, 30).text("stage")).isEqualTo("AWAITING_COUNTY");

        donation.accept("zhangbei", proposal);

        await().atMost(LIMIT)
                .untilAsserted(
                        () -> assertThat(donation.get(proposal).text("status")).isEqualTo("AGREED"));
        assertThat(donation.get(proposal).text("projectId")).isEqualTo(proposal);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(donation.reservations("COMMITTED"))
                .extracting(reservation -> reservation.path("id").asText())
                .containsExactly(proposal));
        JsonNode line = donation.offered().body().path("items").path(0);
        assertThat(line.path("committed").asText()).isEqualTo("30");
        assertThat(line.path("left").asText()).isEqualTo("10");
    }

    @Test
    void agreesWithTenOfFiveHundredWhateverIsKilled(Suite suite, Gateway gateway) throws Exception {
        Donation donation = Donation.withRoomFor(ROOM, gateway);
        try (ExecutorService crowd = Executors.newFixedThreadPool(CROWD)) {
            List<Future<String>> made = IntStream.range(0, WISHES)
                    .mapToObj(i -> crowd.submit(() -> donation.proposal(donation.publishedNeed())))
                    .toList();
            for (Future<String> proposal : made) {
                proposal.get();
            }
            List<Future<?>> accepted = donation.proposals("PROPOSED").stream()
                    .map(proposal -> proposal.path("id").asText())
                    .<Future<?>>map(id -> crowd.submit(() -> donation.accept("organization-a", id)))
                    .toList();
            for (PartName part : List.of(
                    PartName.MATCHING_SERVICE,
                    PartName.ORGANIZATION_SERVICE,
                    PartName.PROJECT_SERVICE,
                    PartName.KAFKA)) {
                suite.kill(part);
                suite.restart(part);
            }
            for (Future<?> acceptance : accepted) {
                acceptance.get();
            }
        }

        await().atMost(LIMIT).untilAsserted(() -> {
            assertThat(donation.proposals("AGREED")).hasSize(ROOM);
            assertThat(donation.proposals("REFUSED")).hasSize(WISHES - ROOM);
        });
        assertThat(donation.proposals("REFUSED")).allSatisfy(refused -> assertThat(
                        refused.path("closing").path("code").asText())
                .isIn("offer-not-open", "offer-not-enough-left"));
        assertThat(donation.proposals("AGREED"))
                .extracting(agreed -> agreed.path("projectId").asText())
                .doesNotHaveDuplicates();
        await().atMost(LIMIT).untilAsserted(() -> assertThat(donation.reservations("COMMITTED"))
                .hasSize(ROOM));
        assertThat(donation.reservations("MADE")).isEmpty();
        assertThat(donation.reservations("RELEASED")).isEmpty();
        Answer offer = donation.offered();
        assertThat(offer.text("status")).isEqualTo("EXHAUSTED");
        assertThat(offer.body().path("items").path(0).path("committed").asText())
                .isEqualTo(Integer.toString(ROOM * Donation.COMPUTERS));
    }
}
