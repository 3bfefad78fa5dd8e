package org.duijie.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.duijie.local.PartName;
import org.duijie.local.Suite;
import org.duijie.sample.http.Answer;
import org.duijie.sample.http.Gateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Five hundred accepted proposals want what ten can have, at the same moment, and whatever is killed meanwhile. */
@ExtendWith(RunningSuite.class)
class RaceJourneyIT {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int WISHES = 500;
    private static final int ROOM = 10;
    private static final int CROWD = 32;

    /** At the acceptance by whoever knows already that the offer is exhausted; after it by whoever holds the offer. */
    private static final Set<String> CLEAR =
            Set.of("offer-not-open", "offer-not-enough-left", "proposal-not-admissible", "proposal-not-enough-left");

    private static final List<PartName> PARTS =
            List.of(PartName.MATCHING_SERVICE, PartName.ORGANIZATION_SERVICE, PartName.PROJECT_SERVICE, PartName.KAFKA);

    @Test
    void agreesWithTenOfFiveHundred(Gateway gateway, @TempDir Path directory) throws Exception {
        race(gateway, directory, () -> {});
    }

    @Test
    void agreesWithTenOfFiveHundredWhateverIsKilled(Suite suite, Gateway gateway, @TempDir Path directory)
            throws Exception {
        race(
                gateway,
                directory,
                () -> PARTS.forEach(part -> {
                    suite.kill(part);
                    suite.restart(part);
                }));
    }

    private static void race(Gateway gateway, Path directory, Runnable meanwhile) throws Exception {
        Donation donation = Donation.withRoomFor(ROOM, gateway);
        List<String> refusedAtOnce = new ArrayList<>();
        try (ExecutorService crowd = Executors.newFixedThreadPool(CROWD)) {
            for (String made : each(crowd, donation.publishedNeeds(WISHES, directory), donation::proposal)) {
                assertThat(made).isNotEmpty();
            }
            List<String> proposals = donation.proposals("PROPOSED").stream()
                    .map(proposal -> proposal.path("id").asText())
                    .toList();
            assertThat(proposals).hasSize(WISHES);
            Future<?> disturbance = crowd.submit(meanwhile);
            for (Answer answer : each(crowd, proposals, id -> donation.accept("organization-a", id))) {
                if (answer.status() != 200) {
                    refusedAtOnce.add(answer.problem());
                }
            }
            disturbance.get();
        }

        await().atMost(LIMIT).untilAsserted(() -> {
            assertThat(donation.proposals("ACCEPTED")).isEmpty();
            assertThat(donation.proposals("AGREED")).hasSize(ROOM);
        });
        List<JsonNode> refusedLater = donation.proposals("REFUSED");
        assertThat(refusedLater.size() + refusedAtOnce.size()).isEqualTo(WISHES - ROOM);
        assertThat(refusedAtOnce).isSubsetOf(CLEAR);
        assertThat(refusedLater)
                .extracting(refused -> refused.path("closing").path("code").asText())
                .isSubsetOf(CLEAR);
        assertOneOfEach(donation);
    }

    /** One agreement, one project, one reservation; nothing is held for anybody else. */
    private static void assertOneOfEach(Donation donation) {
        List<String> agreed = donation.proposals("AGREED").stream()
                .map(proposal -> proposal.path("projectId").asText())
                .toList();
        await().atMost(LIMIT).untilAsserted(() -> assertThat(donation.reservations("COMMITTED"))
                .extracting(reservation -> reservation.path("id").asText())
                .containsExactlyInAnyOrderElementsOf(agreed));
        assertThat(donation.projects())
                .extracting(project -> project.path("id").asText())
                .containsExactlyInAnyOrderElementsOf(agreed);
        assertThat(donation.reservations("MADE")).isEmpty();
        assertThat(donation.reservations("RELEASED")).isEmpty();
        Answer offer = donation.offered();
        assertThat(offer.text("status")).isEqualTo("EXHAUSTED");
        assertThat(offer.body().path("items").path(0).path("committed").asText())
                .isEqualTo(Integer.toString(ROOM * Donation.COMPUTERS));
    }

    private interface Step<T> {
        T take(String id);
    }

    private static <T> List<T> each(ExecutorService crowd, List<String> ids, Step<T> step) throws Exception {
        List<Future<T>> steps =
                ids.stream().map(id -> crowd.submit(() -> step.take(id))).toList();
        List<T> outcomes = new ArrayList<>();
        for (Future<T> one : steps) {
            outcomes.add(one.get());
        }
        return outcomes;
    }
}
