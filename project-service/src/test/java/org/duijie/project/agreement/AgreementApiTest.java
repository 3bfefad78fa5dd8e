package org.duijie.project.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duijie.chassis.testing.Problem.problem;
import static org.duijie.project.agreement.ProposalMother.aProposal;
import static org.duijie.project.project.ProjectSteps.agreed;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.duijie.chassis.testing.EventContract;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.TopicReader;
import org.duijie.chassis.testing.TopicReader.Announced;
import org.duijie.project.need.Caller;
import org.duijie.project.need.NeedSteps;
import org.duijie.project.project.ProjectSteps;
import org.junit.jupiter.api.Test;

/** From a proposal whose capacity is reserved to a project, or to a refusal: over the broker. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class AgreementApiTest {

    private final ObjectMapper json;

    @Inject
    AgreementApiTest(ObjectMapper json) {
        this.json = json;
    }

    @Test
    void makesAProjectThatRemembersTheDayOfTheAgreement() {
        String need = NeedSteps.aPublishedNeed();
        String id = agreed(aProposal(need));

        ProjectSteps.get(Caller.BUREAU, id)
                .statusCode(200)
                .body("status", equalTo("AGREED"))
                .body("needId", equalTo(need))
                .body("needVersion", equalTo(3))
                .body("organization.origin", equalTo("110000"))
                .body("organization.level", equalTo("PROVINCIAL"))
                .body("category", equalTo("DEVELOPMENT"))
                .body("value.amount", equalTo("6000.00"))
                .body("items.quantity", contains("200", "1000"))
                .body("milestones.title", contains("图书到校", "教师培训"))
                .body("money.pledged.amount", equalTo("6000.00"))
                .body("money.received.amount", equalTo("0.00"))
                .body("money.standing", equalTo("VERIFIED"));
        NeedSteps.get(Caller.PUBLIC, need)
                .body("status", equalTo("PUBLISHED"))
                .body("version", equalTo(4))
                .body("committed", contains("200", "1000"));
        Announced announced = last(id, 1);
        assertThat(announced.type()).isEqualTo("org.duijie.project.agreed.v1");
        EventContract.of(Path.of("contract")).check("project", announced.json());
        NeedSteps.assertAnnounced(need, "drafted", "submitted", "published", "committed");
    }

    @Test
    void makesItOnceHoweverOftenItIsTold() {
        String need = NeedSteps.aPublishedNeed();
        ProposalMother proposal = aProposal(need);
        UUID event = UUID.randomUUID();
        proposal.tell(event);
        proposal.tell(event);
        agreed(proposal);
        agreed(aProposal(need));

        NeedSteps.get(Caller.PUBLIC, need).body("committed", contains("400", "2000"));
        assertThat(announced(proposal.id(), 1)).hasSize(1);
    }

    @Test
    void isFulfilledWhenAllIsTakenOnAndOpenAgainWhenSomeIsGivenBack() {
        String need = NeedSteps.aPublishedNeed();
        String whole = """
                [{"item":0,"quantity":"2000","value":{"amount":"50000.00","currency":"CNY"}},
                 {"item":1,"quantity":"12000.5","value":{"amount":"12000.50","currency":"CNY"}}]
                """;
        String id = agreed(aProposal(need).with("items", whole).with("pledges", "[]"));
        NeedSteps.get(Caller.PUBLIC, need).body("status", equalTo("FULFILLED"));
        assertRefused(aProposal(need), "need-not-published");

        ProjectSteps.post(Caller.PREFECTURE, id, "termination", ProjectSteps.REASON)
                .statusCode(200)
                .body("status", equalTo("TERMINATED"))
                .body("termination.released.quantity", contains("2000", "12000.5"));
        NeedSteps.get(Caller.PUBLIC, need).body("status", equalTo("PUBLISHED")).body("committed", contains("0", "0"));
        Announced released = last(id, 2);
        assertThat(released.type()).isEqualTo("org.duijie.project.released.v1");
        EventContract.of(Path.of("contract")).check("project", released.json());
    }

    @Test
    void saysWhyANeedCannotTakeItOn() {
        String need = NeedSteps.aPublishedNeed();
        assertRefused(aProposal(need).ofBooks(2001), "need-already-committed");
        assertRefused(
                aProposal(need)
                        .with(
                                "items",
                                "[{\"item\":7,\"quantity\":\"1\",\"value\":{\"amount\":\"1.00\",\"currency\":\"CNY\"}}]")
                        .with("pledges", "[]"),
                "need-item-unknown");
        assertRefused(aProposal(UUID.randomUUID().toString()), "need-not-found");
        NeedSteps.post(Caller.BUREAU, need, "withdrawal", NeedSteps.WITHDRAWAL).statusCode(200);
        assertRefused(aProposal(need), "need-not-published");
    }

    /** Eight take 300 books each of 2000: six can. */
    @Test
    void neverPromisesMoreThanIsAskedFor() {
        String need = NeedSteps.aPublishedNeed();
        List<ProposalMother> proposals = IntStream.range(0, 8)
                .mapToObj(i -> aProposal(need).ofBooks(300))
                .toList();
        proposals.parallelStream().forEach(ProposalMother::tell);

        List<String> types = new ArrayList<>();
        proposals.forEach(proposal -> types.add(last(proposal.id(), 1).type()));
        assertThat(types).filteredOn("org.duijie.project.agreed.v1"::equals).hasSize(6);
        assertThat(types).filteredOn("org.duijie.project.refused.v1"::equals).hasSize(2);
        NeedSteps.get(Caller.PUBLIC, need).body("committed", contains("1800", "0"));
    }

    /** Invariant 2: however often and in whatever order it is told, one agreement is one project. */
    @Test
    void isOneProjectForOneAgreementWhateverIsDelivered() {
        String need = NeedSteps.aPublishedNeed();
        Random chance = new Random(20_180_818);
        List<ProposalMother> proposals = IntStream.range(0, 6)
                .mapToObj(i -> aProposal(need).ofBooks(100))
                .toList();
        List<Runnable> deliveries = new ArrayList<>();
        for (ProposalMother proposal : proposals) {
            UUID event = UUID.randomUUID();
            deliveries.add(() -> proposal.tell(event));
            deliveries.add(() -> proposal.tell(event));
            deliveries.add(proposal::tell);
        }
        Collections.shuffle(deliveries, chance);
        deliveries.forEach(Runnable::run);

        proposals.forEach(
                proposal -> assertThat(last(proposal.id(), 1).type()).isEqualTo("org.duijie.project.agreed.v1"));
        agreed(aProposal(need).ofBooks(1));
        NeedSteps.get(Caller.PUBLIC, need).body("committed", contains("601", "0"));
        proposals.forEach(proposal -> assertThat(announced(proposal.id(), 1)).hasSize(1));
    }

    @Test
    void givesItsAnswerAgainWhereALaterStateAsksAgain() {
        ProposalMother good = aProposal(NeedSteps.aPublishedNeed());
        String agreed = agreed(good);
        good.with("version", "9").tell();
        ProposalMother bad = aProposal(UUID.randomUUID().toString());
        assertRefused(bad, "need-not-found");
        bad.with("version", "9").tell();

        assertThat(last(agreed, 2).type()).isEqualTo("org.duijie.project.agreed.v1");
        assertThat(last(bad.id(), 2).json()).isEqualTo(last(bad.id(), 1).json());
    }

    /** Its capacity is not held yet, or not any more: nobody asks the need. */
    @Test
    void doesNothingUntilTheCapacityIsReserved() {
        String need = NeedSteps.aPublishedNeed();
        aProposal(need).with("stage", "\"AWAITING_RESERVATION\"").tell();
        agreed(aProposal(need));

        NeedSteps.get(Caller.PUBLIC, need).body("committed", contains("200", "1000"));
    }

    @Test
    void doesNotTakeBackWhatIsPromised() {
        String need = NeedSteps.aPublishedNeed();
        agreed(aProposal(need));

        NeedSteps.post(Caller.BUREAU, need, "amendments", """
                        {"reason":"只要一百册","patch":{"items":[{"kind":"GOODS","resourceCode":"GOODS.BOOKS",
                         "description":"小学课外读物","quantity":"100","unit":"册",
                         "value":{"amount":"2500.00","currency":"CNY"}}]}}
                        """).spec(problem(409, "need-item-committed"));
    }

    @Test
    void keepsWhatCannotBeReadForOperators() {
        String id = aProposal(UUID.randomUUID().toString())
                .with("organization", "{\"name\":\"无\"}")
                .tell();

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> Caller.LEADING_GROUP
                .calls()
                .queryParam("limit", 200)
                .get("/dead-letters")
                .then()
                .extract()
                .<List<String>>path("items.key")
                .contains(id));
    }

    @Test
    void readsTheExampleOfItsProducer() throws Exception {
        ProposalMessage message = json.readerFor(ProposalMessage.class)
                .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .readValue(aProposal(UUID.randomUUID().toString()).json());

        assertThat(message.reserved()).isTrue();
        assertThat(message.valueFen()).isEqualTo(600_000);
    }

    private static void assertRefused(ProposalMother proposal, String reason) {
        String id = proposal.tell();
        Announced refused = last(id, 1);
        assertThat(refused.type()).isEqualTo("org.duijie.project.refused.v1");
        assertThat(refused.json()).contains("\"reason\":\"" + reason + "\"");
        EventContract.of(Path.of("contract")).check("project", refused.json());
        ProjectSteps.get(Caller.LEADING_GROUP, id).spec(problem(404, "project-not-found"));
    }

    private static Announced last(String id, int count) {
        return announced(id, count).get(count - 1);
    }

    private static List<Announced> announced(String id, int count) {
        try (TopicReader topic = TopicReader.of("duijie.project")) {
            return topic.await(UUID.fromString(id), count);
        }
    }
}
