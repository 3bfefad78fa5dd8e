package org.duijie.matching.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.duijie.matching.proposal.ProposalMother.ANSWER_BY;
import static org.duijie.matching.proposal.ProposalMother.TODAY;
import static org.duijie.matching.proposal.ProposalMother.books;
import static org.duijie.matching.proposal.ProposalMother.funds;
import static org.duijie.matching.proposal.ProposalMother.terms;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.duijie.chassis.problem.ProblemException;
import org.duijie.matching.proposal.ProposalTerms.Item;
import org.duijie.matching.proposal.ProposalTerms.Milestone;
import org.duijie.matching.proposal.ProposalTerms.Pledge;
import org.duijie.matching.replica.FactMother;
import org.duijie.matching.replica.ItemFact;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Terms that fit, and for each rule terms that do not. */
class TermsCheckTest {

    private static final LocalDate START = TODAY.plusDays(30);
    private static final LocalDate END = TODAY.plusDays(200);

    @Test
    void letsTermsPassThatFit() {
        assertThatCode(() -> check(with(
                                List.of(paid(START, 100_000L), paid(END, 150_000L)),
                                List.of(
                                        new Pledge(0, 1_200_000L, 2_400_000, END),
                                        new Pledge(1, null, 100_000, START),
                                        new Pledge(1, null, 150_000, END))))
                        .require())
                .doesNotThrowAnyException();
    }

    static Stream<Arguments> termsThatDoNotFit() {
        return Stream.of(
                arguments(
                        "an item twice", terms(books(600_000, 1_000_000), books(600_000, 1_000_000)), "#/items/1/item"),
                arguments("no value", terms(books(600_000, 0), funds(2_500_000, 250_000)), "#/items/0/value/amount"),
                arguments("more than is needed", terms(books(2_000_001, 2_000_000)), "#/items/0/quantity"),
                arguments(
                        "funds that are worth something else",
                        terms(books(1_200_000, 2_400_000), funds(2_500_000, 250_001)),
                        "#/items/1/quantity"),
                arguments("too little for the offer", terms(books(1_000, 9_999_99)), "#/items"),
                arguments("too much for the offer", terms(books(1_000, 100_000_01)), "#/items"),
                arguments("an end before the beginning", period(END, START), "#/periodEnd"),
                arguments("a time that is over", period(TODAY.minusDays(9), TODAY.minusDays(1)), "#/periodEnd"),
                arguments(
                        "another time than the need's",
                        period(TODAY.plusYears(2), TODAY.plusYears(3)),
                        "#/periodStart"),
                arguments(
                        "milestones in disorder",
                        with(List.of(paid(END, null), paid(START, null)), List.of()),
                        "#/milestones/1/dueOn"),
                arguments(
                        "a milestone before the beginning",
                        with(List.of(paid(TODAY, null)), List.of()),
                        "#/milestones/0/dueOn"),
                arguments("payments beyond the funds", with(List.of(paid(END, 250_001L)), List.of()), "#/milestones"),
                arguments(
                        "a pledge of something else",
                        with(List.of(), List.of(new Pledge(7, null, 1, END))),
                        "#/pledges/0/item"),
                arguments(
                        "a pledge in the past",
                        with(List.of(), List.of(new Pledge(1, null, 250_000, TODAY.minusDays(1)))),
                        "#/pledges/0/dueOn"),
                arguments(
                        "pledges that do not add up",
                        with(List.of(), List.of(new Pledge(1, null, 250_000, END))),
                        "#/pledges"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("termsThatDoNotFit")
    void refuses(String name, ProposalTerms terms, String pointer) {
        assertFault(check(terms), ProposalProblem.CONTRADICTORY, pointer);
    }

    @Test
    void refusesWhatTheOfferDoesNotHave() {
        OfferFact offer = FactMother.anOffer(o -> o.items = List.of(new ItemFact("GOODS.BOOKS", "册", 9_000_000, 9)));

        assertFault(check(ProposalMother.need(), offer, terms()), ProposalProblem.CONTRADICTORY, "#/items/1/item");
    }

    @Test
    void refusesWhatIsNotLeft() {
        OfferFact offer = FactMother.anOffer(o -> o.items = List.of(new ItemFact("GOODS.BOOKS", "册", 1_199_999, 9)));

        assertFault(
                check(ProposalMother.need(), offer, terms(books(1_200_000, 2_400_000))),
                ProposalProblem.NOT_ENOUGH_LEFT,
                "#/items/0/quantity");
    }

    @Test
    void takesAllOfANeedThatMayNotBeSplit() {
        NeedFact whole = FactMother.aNeed(
                need -> need.items = List.of(new ItemFact("GOODS.BOOKS.PRIMARY", "册", 2_000_000, 4_000_000)));

        assertFault(
                check(whole, ProposalMother.offer(), terms(books(1_999_999, 2_400_000))),
                ProposalProblem.CONTRADICTORY,
                "#/items");
        assertThatCode(() -> check(whole, ProposalMother.offer(), terms(books(2_000_000, 2_400_000)))
                        .require())
                .doesNotThrowAnyException();
    }

    @Test
    void boundsDoNotHoldForAnInvitation() {
        Subject invited =
                new Subject(ProposalMother.need(), ProposalMother.offer(), FactMother.anOrganization(o -> {}), true);

        assertThatCode(() -> new TermsCheck(invited, terms(books(1_000, 9_999_99)), ANSWER_BY, TODAY).require())
                .doesNotThrowAnyException();
    }

    @Test
    void keepsNobodyWaitingForLong() {
        for (LocalDate answerBy : List.of(TODAY.minusDays(1), TODAY.plusDays(91))) {
            assertFault(
                    new TermsCheck(ProposalMother.subject(), terms(), answerBy, TODAY),
                    ProposalProblem.CONTRADICTORY,
                    "#/answerBy");
        }
    }

    @Test
    void refusesPersonalDataInConditionsAndMilestones() {
        ProposalTerms told = new ProposalTerms(
                terms().items(),
                START,
                END,
                "联系 13801234567",
                List.of(new Milestone("致电 13801234567", END, null)),
                List.of());

        assertThatThrownBy(() -> check(told).require()).isInstanceOfSatisfying(ProblemException.class, refusal -> {
            assertThat(refusal.type()).isEqualTo(ProposalProblem.PERSONAL_DATA);
            assertThat(refusal.faults())
                    .extracting(ProblemException.Fault::pointer)
                    .containsExactly("#/conditions", "#/milestones/0/title");
        });
    }

    private static TermsCheck check(ProposalTerms terms) {
        return check(ProposalMother.need(), ProposalMother.offer(), terms);
    }

    private static TermsCheck check(NeedFact need, OfferFact offer, ProposalTerms terms) {
        return new TermsCheck(
                new Subject(need, offer, FactMother.anOrganization(o -> {}), false), terms, ANSWER_BY, TODAY);
    }

    private static ProposalTerms period(LocalDate first, LocalDate last) {
        return new ProposalTerms(terms().items(), first, last, null, List.of(), List.of());
    }

    private static ProposalTerms with(List<Milestone> milestones, List<Pledge> pledges) {
        List<Item> items = terms().items();
        return new ProposalTerms(items, START, END, null, milestones, pledges);
    }

    private static Milestone paid(LocalDate dueOn, @Nullable Long fen) {
        return new Milestone("图书到校", dueOn, fen);
    }

    private static void assertFault(TermsCheck check, ProposalProblem problem, String pointer) {
        assertThatThrownBy(check::require).isInstanceOfSatisfying(ProblemException.class, refusal -> {
            assertThat(refusal.type()).isEqualTo(problem);
            assertThat(refusal.faults())
                    .extracting(ProblemException.Fault::pointer)
                    .contains(pointer);
        });
    }
}
