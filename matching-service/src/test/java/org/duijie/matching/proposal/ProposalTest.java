package org.duijie.matching.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.duijie.matching.proposal.ProposalMother.ANSWER_BY;
import static org.duijie.matching.proposal.ProposalMother.BUREAU;
import static org.duijie.matching.proposal.ProposalMother.FOUNDATION;
import static org.duijie.matching.proposal.ProposalMother.NOW;
import static org.duijie.matching.proposal.ProposalMother.accepted;
import static org.duijie.matching.proposal.ProposalMother.proposed;
import static org.duijie.matching.proposal.ProposalMother.reserved;
import static org.duijie.matching.proposal.ProposalMother.subject;
import static org.duijie.matching.proposal.ProposalMother.terms;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.duijie.chassis.problem.ProblemException;
import org.duijie.matching.proposal.ProposalChange.Kind;
import org.duijie.matching.replica.FactMother;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of a proposal: who may do what at which time, and what is kept of it. */
class ProposalTest {

    private static final Closing NOTHING_LEFT = new Closing("offer-not-enough-left", "只余 800 册。", "800 册 are left.");
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Test
    void waitsForTheOtherSide() {
        Proposal proposal = proposed();

        assertThat(proposal.status()).isEqualTo(ProposalStatus.PROPOSED);
        assertThat(proposal.stage()).isEqualTo(Stage.AWAITING_ORGANIZATION);
        assertThat(proposal.initiator()).isEqualTo(Side.COUNTY);
        assertThat(proposal.valueFen()).isEqualTo(26_500_00);
        assertThat(ProposalResponse.of(proposal).waiting().zh()).isEqualTo("自 2018-09-01 12:00 起等待社会组织答复。");
        assertThat(kinds(proposal)).containsExactly(Kind.PROPOSED);
    }

    @Test
    void becomesAnAgreementStepByStep() {
        Proposal proposal = proposed();
        proposal.accept(FOUNDATION, NOW);
        assertThat(proposal.stage()).isEqualTo(Stage.AWAITING_RESERVATION);
        assertThat(ProposalResponse.of(proposal).waiting().en())
                .isEqualTo("waiting for the organization's capacity since 2018-09-01 12:00.");
        proposal.reserved(NOW.plusSeconds(60));
        assertThat(proposal.status()).isEqualTo(ProposalStatus.ACCEPTED);
        assertThat(proposal.stage()).isEqualTo(Stage.RESERVED);
        proposal.agreed(proposal.id(), NOW.plusSeconds(120));

        assertThat(proposal.status()).isEqualTo(ProposalStatus.AGREED);
        assertThat(proposal.projectId()).contains(proposal.id());
        assertThat(kinds(proposal)).containsExactly(Kind.PROPOSED, Kind.ACCEPTED, Kind.RESERVED, Kind.AGREED);
    }

    @Test
    void sidesTakeTurns() {
        Proposal proposal = proposed();
        assertRefused(() -> proposal.accept(BUREAU, NOW), ProposalProblem.NOT_YOUR_TURN);
        assertRefused(() -> proposal.decline(BUREAU, "不", NOW), ProposalProblem.NOT_YOUR_TURN);
        assertRefused(() -> proposal.withdraw(FOUNDATION, "不", NOW), ProposalProblem.NOT_YOUR_TURN);

        proposal.counter(subject(), terms(), FOUNDATION, ANSWER_BY, "先行六所小学", NOW);

        assertThat(proposal.stage()).isEqualTo(Stage.AWAITING_COUNTY);
        assertRefused(
                () -> proposal.counter(subject(), terms(), FOUNDATION, ANSWER_BY, null, NOW),
                ProposalProblem.NOT_YOUR_TURN);
        assertRefused(() -> proposal.withdraw(BUREAU, "不", NOW), ProposalProblem.NOT_YOUR_TURN);
        proposal.accept(BUREAU, NOW);
        assertThat(proposal.status()).isEqualTo(ProposalStatus.ACCEPTED);
    }

    @Test
    void nobodyAcceptsTheirOwnTerms() {
        Proposal proposal = proposed();
        Actor sameAccount = new Actor(BUREAU.id(), Side.ORGANIZATION, null, null);

        assertRefused(() -> proposal.accept(sameAccount, NOW), ProposalProblem.ANSWERER_IS_PROPOSER);
    }

    @Test
    void keepsEveryVersionOfTheTerms() {
        Proposal proposal = proposed();
        ProposalTerms other = terms(ProposalMother.books(500_000, 1_000_000));
        proposal.counter(subject(), other, FOUNDATION, ANSWER_BY, "先行六所小学", NOW);

        List<ProposalChange> changes = proposal.takeChanges();
        assertThat(changes).extracting(ProposalChange::terms).containsExactly(terms(), other);
        assertThat(changes).extracting(ProposalChange::by).containsExactly(BUREAU, FOUNDATION);
        assertThat(proposal.terms()).isEqualTo(other);
        assertThat(proposal.valueFen()).isEqualTo(10_000_00);
    }

    @Test
    void neitherSideGoesBackOnceBothWantIt() {
        for (Proposal proposal : List.of(accepted(), reserved())) {
            assertRefused(() -> proposal.withdraw(BUREAU, "不", NOW), ProposalProblem.NOT_OPEN);
            assertRefused(() -> proposal.decline(FOUNDATION, "不", NOW), ProposalProblem.NOT_OPEN);
            assertRefused(() -> proposal.accept(FOUNDATION, NOW), ProposalProblem.NOT_OPEN);
            assertRefused(
                    () -> proposal.counter(subject(), terms(), FOUNDATION, ANSWER_BY, null, NOW),
                    ProposalProblem.NOT_OPEN);
            assertRefused(() -> proposal.expire(ANSWER_BY.plusDays(1), NOW), ProposalProblem.NOT_OPEN);
        }
    }

    @Test
    void isRefusedWithTheReasonOfWhoeverCannot() {
        Proposal noCapacity = accepted();
        noCapacity.notReserved(NOTHING_LEFT, NOW);
        Proposal noNeed = reserved();
        noNeed.notCommitted(new Closing("need-already-committed", "已承接", "taken"), NOW);

        for (Proposal refused : List.of(noCapacity, noNeed)) {
            assertThat(refused.status()).isEqualTo(ProposalStatus.REFUSED);
            assertThat(refused.stage()).isEqualTo(Stage.CONCLUDED);
        }
        assertThat(noCapacity.closing()).contains(NOTHING_LEFT);
    }

    @Test
    void expiresAfterTheLastDayForAnAnswerOnly() {
        Proposal proposal = proposed();
        assertRefused(() -> proposal.expire(ANSWER_BY, NOW), ProposalProblem.TIME_NOT_OVER);

        proposal.expire(ANSWER_BY.plusDays(1), NOW);

        assertThat(proposal.status()).isEqualTo(ProposalStatus.EXPIRED);
        assertThat(proposal.closing().orElseThrow().zh()).isEqualTo("社会组织未在 2018-09-15 前答复。");
    }

    @Test
    void isRemindedAndEscalatedUntilSomebodyAnswers() {
        Proposal proposal = proposed();
        proposal.remind(NOW.plusSeconds(1));
        proposal.escalate(NOW.plusSeconds(2));
        proposal.remind(NOW.plusSeconds(3));
        assertThat(proposal.reminders()).isEqualTo(2);
        assertThat(proposal.escalatedTo()).contains("110102");

        proposal.counter(subject(), terms(), FOUNDATION, ANSWER_BY, null, NOW.plusSeconds(4));

        assertThat(proposal.reminders()).isZero();
        assertThat(proposal.escalatedTo()).isEmpty();
        proposal.escalate(NOW.plusSeconds(5));
        assertThat(proposal.escalatedTo()).contains("130700");
        assertThat(kinds(proposal))
                .containsExactly(
                        Kind.PROPOSED, Kind.REMINDED, Kind.ESCALATED, Kind.REMINDED, Kind.COUNTERED, Kind.ESCALATED);
    }

    @ParameterizedTest
    @CsvSource({"130722, 130700", "139001, 130000"})
    void theOfficeAboveACountyIsItsPrefectureOrTheProvince(String county, String office) {
        Subject subject = new Subject(
                FactMother.aNeed(need -> need.divisionCode = county),
                ProposalMother.offer(),
                FactMother.anOrganization(o -> {}),
                false);
        Proposal proposal = Proposal.propose(UUID.randomUUID(), subject, terms(), FOUNDATION, ANSWER_BY, NOW);

        proposal.escalate(NOW);

        assertThat(proposal.escalatedTo()).contains(office);
    }

    @Test
    void asksAgainForTheStepThatIsNotAnswered() {
        Proposal proposal = accepted();
        proposal.takeChanges();
        proposal.askAgain(PATIENCE, NOW.plus(PATIENCE).minusMillis(1));
        assertThat(kinds(proposal)).isEmpty();

        proposal.askAgain(PATIENCE, NOW.plus(PATIENCE));
        assertThat(verbs(proposal)).containsExactly("accepted");
        proposal.askAgain(PATIENCE, NOW.plus(PATIENCE).plusSeconds(1));
        assertThat(kinds(proposal)).isEmpty();

        proposal.reserved(NOW.plus(PATIENCE));
        proposal.takeChanges();
        proposal.askAgain(PATIENCE, NOW.plus(PATIENCE).plus(PATIENCE));
        assertThat(verbs(proposal)).containsExactly("reserved");
        assertThat(proposal.stageSince()).isEqualTo(NOW.plus(PATIENCE));
    }

    /** Answers may come twice, late, early and in any order: each proposal ends once, and as it should. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20261126})
    void noOrderOfAnswersLeadsAstray(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            Proposal proposal = accepted();
            proposal.takeChanges();
            UUID project = proposal.id();
            List<ProposalStatus> seen = new ArrayList<>();
            for (int step = 0; step < 8; step++) {
                Instant now = NOW.plusSeconds(step * 600L);
                switch (random.nextInt(5)) {
                    case 0 -> proposal.reserved(now);
                    case 1 -> proposal.notReserved(NOTHING_LEFT, now);
                    case 2 -> proposal.agreed(project, now);
                    case 3 -> proposal.notCommitted(NOTHING_LEFT, now);
                    default -> proposal.askAgain(PATIENCE, now);
                }
                seen.add(proposal.status());
            }
            List<Kind> kinds = kinds(proposal);
            assertThat(proposal.status()).isIn(ProposalStatus.ACCEPTED, ProposalStatus.AGREED, ProposalStatus.REFUSED);
            int end = seen.indexOf(proposal.status());
            assertThat(seen.subList(end, seen.size())).containsOnly(proposal.status());
            assertThat(kinds.stream().filter(Set.of(Kind.AGREED, Kind.REFUSED)::contains))
                    .hasSize(proposal.status() == ProposalStatus.ACCEPTED ? 0 : 1);
            if (proposal.status() == ProposalStatus.AGREED) {
                assertThat(kinds.indexOf(Kind.RESERVED)).isBetween(0, kinds.indexOf(Kind.AGREED));
            }
        }
    }

    @Test
    void tellsTheReasonsThatProjectServiceNames() {
        assertThat(new ProjectRefusedMessage(UUID.randomUUID(), "need-already-committed").closing())
                .isEqualTo(new Closing(
                        "need-already-committed",
                        "该需求的物项已由其他协议承接。",
                        "Other agreements have taken the need's items on."));
        assertThat(new ProjectRefusedMessage(UUID.randomUUID(), "need-on-fire")
                        .closing()
                        .en())
                .contains("need-on-fire");
    }

    private static List<Kind> kinds(Proposal proposal) {
        return proposal.takeChanges().stream().map(ProposalChange::kind).toList();
    }

    private static List<String> verbs(Proposal proposal) {
        return proposal.takeChanges().stream()
                .map(change -> new ProposalEvent(proposal, change).verb())
                .toList();
    }

    private static void assertRefused(ThrowingCallable verb, ProposalProblem problem) {
        assertThatThrownBy(verb).isInstanceOfSatisfying(ProblemException.class, refusal -> assertThat(refusal.type())
                .isEqualTo(problem));
    }
}
