package org.duijie.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.duijie.sample.http.Gateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** From a need to a project that is closed: every promise is made, kept and checked by both sides. */
@ExtendWith(RunningSuite.class)
class AgreementJourneyIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int GIVEN = 30;

    @Test
    void leadsFromANeedToAProjectThatIsClosed(Gateway gateway, @TempDir Path directory) {
        Donation donation = Donation.withRoomFor(1, gateway);
        JsonNode before = statistics(gateway);
        String need = donation.publishedNeed();
        String proposal = donation.proposal(need);
        assertThat(donation.counter(proposal, GIVEN).text("stage")).isEqualTo("AWAITING_COUNTY");
        donation.accept("zhangbei", proposal).expect(200);
        assertAgreed(donation, proposal, need, gateway);

        CarriedOut project = new CarriedOut(gateway, proposal, directory);
        assertThat(project.document()).contains("张北县", "130722", "教学电脑", Integer.toString(GIVEN));
        project.start();
        assertThat(project.confirmReceiptOnceItIsMended(GIVEN)).containsExactly("DISPUTED", "VERIFIED");
        project.reportBoth("DISBURSEMENT", UUID.randomUUID(), GIVEN);
        project.reach(GIVEN);
        assertThat(project.complete()).isEqualTo("COMPLETED");
        assertThat(project.close()).isEqualTo("CLOSED");

        JsonNode after = statistics(gateway);
        for (int stage : List.of(0, 1, 2)) {
            assertThat(after.path(stage).path("count").asInt())
                    .as("%s", after.path(stage))
                    .isEqualTo(before.path(stage).path("count").asInt() + 1);
        }
        assertThat(project.chainIsIntact()).isTrue();
    }

    private static void assertAgreed(Donation donation, String proposal, String need, Gateway gateway) {
        await().atMost(LIMIT)
                .untilAsserted(
                        () -> assertThat(donation.get(proposal).text("status")).isEqualTo("AGREED"));
        assertThat(donation.get(proposal).text("projectId")).isEqualTo(proposal);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(donation.reservations("COMMITTED"))
                .extracting(reservation -> reservation.path("id").asText())
                .containsExactly(proposal));
        JsonNode line = donation.offered().body().path("items").path(0);
        assertThat(line.path("committed").asText()).isEqualTo(Integer.toString(GIVEN));
        assertThat(line.path("left").asText()).isEqualTo(Integer.toString(Donation.COMPUTERS - GIVEN));
        assertThat(gateway.asThePublic()
                        .get("/needs/" + need)
                        .body()
                        .path("committed")
                        .valueStream())
                .extracting(JsonNode::asText)
                .containsExactly(Integer.toString(GIVEN), "0");
    }

    /** Of the county: agreed, received, completed. */
    private static JsonNode statistics(Gateway gateway) {
        JsonNode read = gateway.asThePublic()
                .get("/statistics?stage=AGREED&stage=RECEIVED&stage=COMPLETED")
                .expect(200)
                .body();
        return read.path("totals");
    }
}
