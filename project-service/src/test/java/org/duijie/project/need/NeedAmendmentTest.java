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
import static org.duijie.project.need.NeedMother.aSubmittedNeed;
import static org.duijie.project.need.NeedMother.aWithdrawnNeed;
import static org.duijie.project.need.NeedMother.actor;
import static org.duijie.project.need.NeedMother.anExpiredNeed;
import static org.duijie.project.need.NeedMother.books;
import static org.duijie.project.need.NeedMother.funds;
import static org.duijie.project.need.NeedMother.terms;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.duijie.chassis.problem.ProblemException;
import org.duijie.chassis.problem.ProblemType;
import org.duijie.project.need.NeedChange.Kind;
import org.duijie.project.need.NeedTerms.Item;
import org.junit.jupiter.api.Test;

/** What becomes of a need after others have begun to rely on it. */
class NeedAmendmentTest {

    private static final HandIn UNTRUSTED = new HandIn(null, TODAY, NOW);
    private static final HandIn TRUSTED = new HandIn("office", TODAY, NOW);
    private static final OwnReference OWN = new OwnReference("130722", "2027-EDU-0042");

    @Test
    void isAmendedAtOnceWhereItAsksForNoMore() {
        Need need = aPublishedNeed();

        need.amend(BUREAU, terms(DEADLINE, fewerBooks(), funds()), "张北县", "两所小学已配齐", UNTRUSTED);

        assertThat(need.terms().items()).contains(fewerBooks());
        assertThat(need.valueFen()).isEqualTo(4_950_050);
        assertThat(need.pendingAmendment()).isEmpty();
        NeedChange change = need.takeChanges().getFirst();
        assertThat(change.kind()).isEqualTo(Kind.AMENDED);
        assertThat(change.reason()).isEqualTo("两所小学已配齐");
        assertThat(change.by()).isEqualTo(BUREAU);
        assertThat(change.toldPublic()).isTrue();
        assertThat(change.fields())
                .containsExactly(
                        new FieldChange("#/items/0/quantity", "2000", "1500"),
                        new FieldChange("#/items/0/value/amount", "50000.00", "37500.00"),
                        new FieldChange("#/value/amount", "62000.50", "49500.50"));
    }

    @Test
    void waitsForReviewWhereItAsksForMore() {
        Stream.of(
                        terms(DEADLINE, item("GOODS.BOOKS", "2001", "册", 5_000_000), funds()),
                        terms(DEADLINE, item("GOODS.BOOKS", "2000", "册", 5_000_001), funds()),
                        terms(DEADLINE, item("GOODS.SHELVES", "1", "个", 1), funds()),
                        // The same number of another unit is another resource.
                        terms(DEADLINE, item("GOODS.BOOKS", "2000", "箱", 5_000_000), funds()),
                        NeedMother.withBeneficiaries(terms(), 321, 110),
                        NeedMother.withBeneficiaries(terms(), 320, 111))
                .forEach(more -> {
                    Need need = aPublishedNeed();

                    need.amend(BUREAU, more, "张北县", "又有一所小学并入", UNTRUSTED);

                    assertThat(need.terms()).as("what is published").isEqualTo(terms());
                    assertThat(need.pendingAmendment().orElseThrow().terms()).isEqualTo(more);
                    assertThat(need.status()).isEqualTo(NeedStatus.PUBLISHED);
                    NeedChange change = need.takeChanges().getFirst();
                    assertThat(change.kind()).isEqualTo(Kind.AMENDMENT_PROPOSED);
                    assertThat(change.fields()).isNotEmpty();
                    assertThat(change.toldPublic()).isFalse();
                });
    }

    @Test
    void countsAResourceOverAllItsLines() {
        Need need = aPublishedNeed();
        Item half = item("GOODS.BOOKS", "1000", "册", 2_500_000);

        need.amend(BUREAU, terms(DEADLINE, half, half, funds()), "张北县", "分两批", UNTRUSTED);

        assertThat(kinds(need)).containsExactly(Kind.AMENDED);
    }

    @Test
    void isReviewedOnceMore() {
        Need agreed = withProposal();
        Need refused = withProposal();

        agreed.publish(OFFICE, List.of(), TODAY, NOW);
        refused.sendBack(OFFICE, List.of("数量超出学校规模"), NOW);

        assertThat(agreed.terms()).isEqualTo(moreBooks());
        assertThat(agreed.valueFen()).isEqualTo(moreBooks().valueFen());
        NeedChange change = agreed.takeChanges().getFirst();
        assertThat(change.kind()).isEqualTo(Kind.AMENDED);
        assertThat(change.reason()).isEqualTo("又有一所小学并入");
        assertThat(change.by()).isEqualTo(OFFICE);
        assertThat(change.fields()).extracting(FieldChange::pointer).contains("#/items/0/quantity");
        assertThat(refused.terms()).isEqualTo(terms());
        assertThat(refused.status()).isEqualTo(NeedStatus.PUBLISHED);
        assertThat(refused.review().reviewReasons()).containsExactly("数量超出学校规模");
        assertThat(kinds(refused)).containsExactly(Kind.AMENDMENT_REFUSED);
        Stream.of(agreed, refused).forEach(need -> {
            assertThat(need.pendingAmendment()).isEmpty();
            refuses(NeedProblem.NOT_SUBMITTED, () -> need.publish(OFFICE, List.of(), TODAY, NOW));
        });
    }

    @Test
    void isNotReviewedByItsAuthor() {
        Need need = aPublishedNeed();
        need.amend(actor("colleague"), moreBooks(), "张北县", "又有一所小学并入", UNTRUSTED);

        refuses(NeedProblem.REVIEWER_IS_AUTHOR, () -> need.publish(actor("colleague"), List.of(), TODAY, NOW));
    }

    @Test
    void takesThePlaceOfOneThatWaits() {
        Need need = withProposal();
        NeedTerms another = terms(DEADLINE, item("GOODS.BOOKS", "2100", "册", 5_000_000), funds());

        need.amend(BUREAU, another, "张北县", "核实后更正", UNTRUSTED);
        assertThat(need.pendingAmendment().orElseThrow().terms()).isEqualTo(another);
        need.amend(BUREAU, terms(), "张北县", "不再需要", UNTRUSTED);

        assertThat(need.pendingAmendment()).isEmpty();
        assertThat(kinds(need)).containsExactly(Kind.AMENDMENT_PROPOSED, Kind.AMENDMENT_RETRACTED);
    }

    @Test
    void refusesAnAmendmentThatCannotBe() {
        Need need = aPublishedNeed();

        refuses(NeedProblem.NOTHING_CHANGED, () -> need.amend(BUREAU, terms(), "张北县", "无", UNTRUSTED));
        refuses(NeedProblem.PERSONAL_DATA, () -> need.amend(BUREAU, moreBooks(), "张北县", "问 13800000000", UNTRUSTED));
        refuses(
                NeedProblem.DEADLINE_PASSED,
                () -> need.amend(BUREAU, terms(TODAY.minusDays(1), books()), "张北县", "提前", UNTRUSTED));
        refuses(
                NeedProblem.AMENDMENT_UNFIT,
                () -> need.amend(BUREAU, NeedMother.inDivision("130723", terms()), "康保县", "改县", UNTRUSTED));
        Stream.of(aDraft(), aSubmittedNeed(), aWithdrawnNeed(), anExpiredNeed())
                .forEach(other -> refuses(
                        NeedProblem.NOT_PUBLISHED,
                        () -> other.amend(BUREAU, moreBooks(), "张北县", "又有一所小学并入", UNTRUSTED)));
        assertThat(need.takeChanges()).isEmpty();
    }

    @Test
    void forgetsAProposalWhenItCloses() {
        Need withdrawn = withProposal();
        Need expired = withProposal();

        withdrawn.withdraw(BUREAU, "已由县财政解决", NOW);
        expired.expire(DEADLINE.plusDays(1), NOW);

        assertThat(withdrawn.pendingAmendment()).isEmpty();
        assertThat(expired.pendingAmendment()).isEmpty();
    }

    @Test
    void isReopenedAsADraftThatTheWorldNoLongerSees() {
        Stream.of(aWithdrawnNeed(), anExpiredNeed()).forEach(need -> {
            boolean shown = need.disclosed();

            need.reopen(BUREAU, "县财政未列支", NOW);

            assertThat(need.status()).isEqualTo(NeedStatus.DRAFT);
            assertThat(need.disclosed()).isFalse();
            assertThat(need.publishedAt()).isEmpty();
            assertThat(need.withdrawal()).isEmpty();
            NeedChange change = need.takeChanges().getFirst();
            assertThat(change.kind()).isEqualTo(Kind.REOPENED);
            assertThat(change.toldPublic())
                    .as("the public learns that it vanished")
                    .isEqualTo(shown);
        });
        Stream.of(aDraft(), aSubmittedNeed(), aPublishedNeed())
                .forEach(need -> refuses(NeedProblem.NOT_CLOSED, () -> need.reopen(BUREAU, "再开", NOW)));
        refuses(NeedProblem.PERSONAL_DATA, () -> anExpiredNeed().reopen(BUREAU, "问 13800000000", NOW));
    }

    @Test
    void isHandedInInOneStepAndPublishedOnTrust() {
        Need reviewed = handedIn(UNTRUSTED);
        Need trusted = handedIn(TRUSTED);
        Need trustedByItsAuthor = handedIn(new HandIn("bureau", TODAY, NOW));

        assertThat(reviewed.status()).isEqualTo(NeedStatus.SUBMITTED);
        assertThat(kinds(reviewed)).containsExactly(Kind.SUBMITTED);
        assertThat(trusted.status()).isEqualTo(NeedStatus.PUBLISHED);
        assertThat(trusted.review()).isEqualTo(new Reviewed(NOW, "office", List.of(), true));
        assertThat(kinds(trusted)).containsExactly(Kind.PUBLISHED);
        assertThat(trustedByItsAuthor.status()).isEqualTo(NeedStatus.SUBMITTED);
    }

    @Test
    void takesOverWhatItsPublisherSaysWhateverBecameOfIt() {
        Map<Need, NeedStatus> expected = Map.of(
                aDraft(), NeedStatus.SUBMITTED,
                aSubmittedNeed(), NeedStatus.SUBMITTED,
                NeedMother.aReturnedNeed(), NeedStatus.SUBMITTED,
                aPublishedNeed(), NeedStatus.PUBLISHED,
                aWithdrawnNeed(), NeedStatus.SUBMITTED,
                anExpiredNeed(), NeedStatus.SUBMITTED);

        expected.forEach((need, status) -> {
            assertThat(need.handInAgain(BUREAU, terms(), "张北县", null, UNTRUSTED))
                    .as("nothing new")
                    .isFalse();
            assertThat(need.takeChanges()).isEmpty();

            assertThat(need.handInAgain(BUREAU, moreBooks(), "张北县", "又有一所小学并入", UNTRUSTED))
                    .isTrue();

            assertThat(need.status()).isEqualTo(status);
            assertThat(need.takeChanges()).hasSize(1);
            assertThat(need.handInAgain(BUREAU, moreBooks(), "张北县", null, UNTRUSTED))
                    .as("the same once more")
                    .isFalse();
        });
    }

    @Test
    void takesOverAtOnceWhatATrustedPublisherSays() {
        Need submitted = aSubmittedNeed();
        Need published = aPublishedNeed();

        submitted.handInAgain(BUREAU, moreBooks(), "张北县", null, TRUSTED);
        published.handInAgain(BUREAU, moreBooks(), "张北县", "又有一所小学并入", TRUSTED);

        assertThat(submitted.status()).isEqualTo(NeedStatus.PUBLISHED);
        assertThat(published.terms()).isEqualTo(moreBooks());
        assertThat(kinds(published)).containsExactly(Kind.AMENDED);
    }

    @Test
    void wantsAReasonForWhatOthersReliedOn() {
        Stream.of(aPublishedNeed(), aWithdrawnNeed(), anExpiredNeed())
                .forEach(need -> refuses(
                        NeedProblem.REASON_MISSING,
                        () -> need.handInAgain(BUREAU, moreBooks(), "张北县", null, UNTRUSTED)));
    }

    @Test
    void tellsNothingOfCountsThatAreWithheld() {
        List<FieldChange> fields = NeedDiff.between(
                NeedMother.withBeneficiaries(terms(), 4, 110), NeedMother.withBeneficiaries(terms(), 3, 7));

        assertThat(fields).containsExactly(new FieldChange("#/beneficiaries/households", 110, 7));
    }

    @Test
    void comparesListsByPlace() {
        List<FieldChange> fields = NeedDiff.between(terms(DEADLINE, books()), terms(DEADLINE, books(), funds()));

        assertThat(fields).extracting(FieldChange::pointer).containsExactly("#/items/1", "#/value/amount");
        assertThat(fields.getFirst().before()).isNull();
    }

    private static Need handedIn(HandIn handIn) {
        return Need.handIn(UUID.randomUUID(), OWN, BUREAU, terms(), "张北县", handIn);
    }

    private static Need withProposal() {
        Need need = aPublishedNeed();
        need.amend(BUREAU, moreBooks(), "张北县", "又有一所小学并入", UNTRUSTED);
        need.takeChanges();
        return need;
    }

    private static NeedTerms moreBooks() {
        return terms(DEADLINE, item("GOODS.BOOKS", "2400", "册", 6_000_000), funds());
    }

    private static Item fewerBooks() {
        return new Item(Item.Kind.GOODS, "GOODS.BOOKS", "小学课外读物", new BigDecimal("1500"), "册", 3_750_000);
    }

    private static Item item(String resourceCode, String quantity, String unit, long valueFen) {
        return new Item(Item.Kind.GOODS, resourceCode, "小学课外读物", new BigDecimal(quantity), unit, valueFen);
    }

    private static List<Kind> kinds(Need need) {
        return need.takeChanges().stream().map(NeedChange::kind).toList();
    }

    private static void refuses(ProblemType expected, ThrowingCallable verb) {
        assertThatThrownBy(verb).isInstanceOfSatisfying(ProblemException.class, refusal -> assertThat(refusal.type())
                .isEqualTo(expected));
    }
}
