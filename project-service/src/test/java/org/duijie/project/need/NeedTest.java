package org.duijie.project.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.duijie.project.need.NeedMother.BUREAU;
import static org.duijie.project.need.NeedMother.DEADLINE;
import static org.duijie.project.need.NeedMother.NOW;
import static org.duijie.project.need.NeedMother.OFFICE;
import static org.duijie.project.need.NeedMother.TODAY;
import static org.duijie.project.need.NeedMother.aDraft;
import static org.duijie.project.need.NeedMother.aPublishedNeed;
import static org.duijie.project.need.NeedMother.aReturnedNeed;
import static org.duijie.project.need.NeedMother.aSubmittedNeed;
import static org.duijie.project.need.NeedMother.aWithdrawnNeed;
import static org.duijie.project.need.NeedMother.actor;
import static org.duijie.project.need.NeedMother.anExpiredNeed;
import static org.duijie.project.need.NeedMother.books;
import static org.duijie.project.need.NeedMother.funds;
import static org.duijie.project.need.NeedMother.terms;
import static org.duijie.project.need.NeedMother.withBeneficiaries;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.duijie.chassis.problem.ProblemException;
import org.duijie.chassis.problem.ProblemType;
import org.duijie.project.need.NeedChange.Kind;
import org.duijie.project.need.NeedTerms.Item;
import org.junit.jupiter.api.Test;

class NeedTest {

    @Test
    void beginsAsADraftThatKnowsItsValue() {
        Need need = Need.draft(UUID.randomUUID(), BUREAU, terms(), "张北县", NOW);

        assertThat(need.status()).isEqualTo(NeedStatus.DRAFT);
        assertThat(need.valueFen()).isEqualTo(6_200_050);
        assertThat(need.createdAt()).isEqualTo(NOW).isEqualTo(need.updatedAt());
        assertThat(kinds(need)).containsExactly(Kind.DRAFTED);
        assertThat(need.takeChanges()).isEmpty();
    }

    @Test
    void isRewrittenWholeWhileItIsWritten() {
        for (Need need : List.of(aDraft(), aReturnedNeed())) {
            NeedStatus before = need.status();

            need.revise(BUREAU, terms(DEADLINE, funds()), "张北县", NOW.plusSeconds(60));

            assertThat(need.status()).isEqualTo(before);
            assertThat(need.terms().items()).containsExactly(funds());
            assertThat(need.valueFen()).isEqualTo(1_200_050);
            assertThat(need.updatedAt()).isEqualTo(NOW.plusSeconds(60));
            assertThat(kinds(need)).containsExactly(Kind.REVISED);
        }
    }

    @Test
    void isSubmittedFirstOrAgain() {
        for (Need need : List.of(aDraft(), aReturnedNeed())) {
            need.submit(BUREAU, DEADLINE, NOW);

            assertThat(need.status()).isEqualTo(NeedStatus.SUBMITTED);
            assertThat(kinds(need)).containsExactly(Kind.SUBMITTED);
        }
    }

    @Test
    void isNotSubmittedAfterItsDeadline() {
        refuses(NeedProblem.DEADLINE_PASSED, () -> aDraft().submit(BUREAU, DEADLINE.plusDays(1), NOW));
    }

    @Test
    void refusesToBeWrittenByWhoeverComesLate() {
        for (Need need : notEditable().toList()) {
            refuses(NeedProblem.NOT_DRAFT, () -> need.revise(BUREAU, terms(), "张北县", NOW));
            refuses(NeedProblem.NOT_DRAFT, () -> need.submit(BUREAU, TODAY, NOW));
            assertThat(need.takeChanges()).isEmpty();
        }
    }

    @Test
    void isPublishedByAnotherOffice() {
        Need need = aSubmittedNeed();

        need.publish(OFFICE, List.of(), TODAY, NOW.plusSeconds(5));

        assertThat(need.status()).isEqualTo(NeedStatus.PUBLISHED);
        assertThat(need.publishedAt()).contains(NOW.plusSeconds(5));
        assertThat(need.disclosed()).isTrue();
        assertThat(kinds(need)).containsExactly(Kind.PUBLISHED);
    }

    @Test
    void isNotPublishedAfterItsDeadline() {
        Need need = aSubmittedNeed();

        refuses(NeedProblem.DEADLINE_PASSED, () -> need.publish(OFFICE, List.of(), DEADLINE.plusDays(1), NOW));
        assertThat(need.status()).isEqualTo(NeedStatus.SUBMITTED);
    }

    @Test
    void isReturnedWithReasons() {
        Need need = aSubmittedNeed();

        need.sendBack(OFFICE, List.of("请补充图书清单"), NOW);

        assertThat(need.status()).isEqualTo(NeedStatus.RETURNED);
        assertThat(need.review().reviewReasons()).containsExactly("请补充图书清单");
        assertThat(need.disclosed()).isFalse();
        assertThat(kinds(need)).containsExactly(Kind.RETURNED);
    }

    @Test
    void isNotReviewedByAnybodyWhoWroteIt() {
        Need need = Need.draft(UUID.randomUUID(), actor("drafter"), terms(), "张北县", NOW);
        need.revise(actor("reviser"), terms(), "张北县", NOW);
        need.submit(actor("submitter"), TODAY, NOW);

        for (String author : List.of("drafter", "reviser", "submitter")) {
            refuses(NeedProblem.REVIEWER_IS_AUTHOR, () -> need.publish(actor(author), List.of(), TODAY, NOW));
            refuses(NeedProblem.REVIEWER_IS_AUTHOR, () -> need.sendBack(actor(author), List.of("否"), NOW));
        }
        assertThat(need.review().reviewedBy()).isNull();
        need.publish(actor("somebody else"), List.of(), TODAY, NOW);
        assertThat(need.review().reviewedBy()).isEqualTo("somebody else");
    }

    @Test
    void isNotReviewedByAReviewerWhoRewroteItThemselves() {
        Need need = aReturnedNeed();
        need.revise(OFFICE, terms(), "张北县", NOW);
        need.submit(BUREAU, TODAY, NOW);

        refuses(NeedProblem.REVIEWER_IS_AUTHOR, () -> need.publish(OFFICE, List.of(), TODAY, NOW));
    }

    @Test
    void isReviewedOnlyWhileItWaitsForThat() {
        Stream.of(aDraft(), aReturnedNeed(), aPublishedNeed(), aWithdrawnNeed(), anExpiredNeed())
                .forEach(need -> {
                    refuses(NeedProblem.NOT_SUBMITTED, () -> need.publish(OFFICE, List.of(), TODAY, NOW));
                    refuses(NeedProblem.NOT_SUBMITTED, () -> need.sendBack(OFFICE, List.of("否"), NOW));
                });
    }

    @Test
    void isWithdrawnUntilItIsClosed() {
        Stream.of(aDraft(), aSubmittedNeed(), aReturnedNeed(), aPublishedNeed()).forEach(need -> {
            need.withdraw(BUREAU, "已由县财政解决", NOW);

            assertThat(need.status()).isEqualTo(NeedStatus.WITHDRAWN);
            assertThat(need.withdrawal()).contains(new Withdrawn(NOW, "已由县财政解决"));
            assertThat(need.disclosed()).isFalse();
            assertThat(kinds(need)).containsExactly(Kind.WITHDRAWN);
        });
        Stream.of(aWithdrawnNeed(), anExpiredNeed())
                .forEach(need -> refuses(NeedProblem.NOT_OPEN, () -> need.withdraw(BUREAU, "再撤一次", NOW)));
    }

    @Test
    void expiresOnTheDayAfterItsDeadlineWhenSomebodyIsStillWaitedFor() {
        Stream.of(aSubmittedNeed(), aPublishedNeed()).forEach(need -> {
            refuses(NeedProblem.NOT_OPEN, () -> need.expire(DEADLINE, NOW));

            need.expire(DEADLINE.plusDays(1), NOW);

            assertThat(need.status()).isEqualTo(NeedStatus.EXPIRED);
            assertThat(kinds(need)).containsExactly(Kind.EXPIRED);
        });
        Stream.of(aDraft(), aReturnedNeed(), aWithdrawnNeed(), anExpiredNeed())
                .forEach(need -> refuses(NeedProblem.NOT_OPEN, () -> need.expire(DEADLINE.plusDays(1), NOW)));
    }

    @Test
    void isDisclosedAfterItsExpiryOnlyIfItWasBefore() {
        Need neverPublished = aSubmittedNeed();
        neverPublished.expire(DEADLINE.plusDays(1), NOW);

        assertThat(neverPublished.disclosed()).isFalse();
        assertThat(anExpiredNeed().disclosed()).isTrue();
    }

    @Test
    void refusesTermsThatContradictEachOtherNamingEveryPlace() {
        Item goodsCalledService = item(Item.Kind.GOODS, "SERVICE.TRAINING", "10", "次", 100);
        Item fundsInBooks = item(Item.Kind.FUNDS, "FUNDS", "10", "册", 1000);
        Item fundsOfAnotherValue = item(Item.Kind.FUNDS, "FUNDS", "10", "元", 1001);
        NeedTerms contradictory =
                terms(LocalDate.of(2028, 7, 1), goodsCalledService, fundsInBooks, fundsOfAnotherValue, books());

        assertThat(faults(NeedProblem.CONTRADICTORY, contradictory))
                .containsExactly("#/deadline", "#/items/0/resourceCode", "#/items/1/unit", "#/items/2/value");
    }

    @Test
    void refusesNumbersOfPersonsWhereverSomebodyWritesFreely() {
        NeedTerms named = terms("联系人 138 0000 0000", DEADLINE, item(Item.Kind.GOODS, "GOODS", "1", "13800000000", 1));

        assertThat(faults(NeedProblem.PERSONAL_DATA, named)).containsExactly("#/summary", "#/items/0/unit");
        refuses(NeedProblem.PERSONAL_DATA, () -> aDraft().withdraw(BUREAU, "问 13800000000", NOW));
        refuses(NeedProblem.PERSONAL_DATA, () -> aSubmittedNeed().sendBack(OFFICE, List.of("否", "问 13800000000"), NOW));
    }

    @Test
    void withholdsCountsThatCouldBeTracedToSomebody() {
        NeedTerms few = withBeneficiaries(terms(), 4, 1);
        NeedTerms enough = withBeneficiaries(terms(), 5, 0);

        assertThat(NeedResponse.Beneficiaries.of(few)).isEqualTo(new NeedResponse.Beneficiaries(null, null));
        assertThat(NeedResponse.Beneficiaries.of(enough)).isEqualTo(new NeedResponse.Beneficiaries(5, 0));
    }

    private static List<Kind> kinds(Need need) {
        return need.takeChanges().stream().map(NeedChange::kind).toList();
    }

    private static Stream<Need> notEditable() {
        return Stream.of(aSubmittedNeed(), aPublishedNeed(), aWithdrawnNeed(), anExpiredNeed());
    }

    private static Item item(Item.Kind kind, String resourceCode, String quantity, String unit, long valueFen) {
        return new Item(kind, resourceCode, "说明", new BigDecimal(quantity), unit, valueFen);
    }

    private static List<String> faults(ProblemType expected, NeedTerms terms) {
        try {
            Need.draft(UUID.randomUUID(), BUREAU, terms, "张北县", NOW);
        } catch (ProblemException refusal) {
            assertThat(refusal.type()).isEqualTo(expected);
            return refusal.faults().stream()
                    .map(ProblemException.Fault::pointer)
                    .toList();
        }
        throw new AssertionError("nothing was refused");
    }

    private static void refuses(ProblemType expected, ThrowingCallable verb) {
        assertThatThrownBy(verb).isInstanceOfSatisfying(ProblemException.class, refusal -> assertThat(refusal.type())
                .isEqualTo(expected));
    }
}
