package org.duijie.matching.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duijie.matching.match.PairMother.aPair;
import static org.duijie.matching.match.PairMother.listedSince;
import static org.duijie.matching.replica.FactMother.CREDIT_CODE;
import static org.duijie.matching.replica.FactMother.TODAY;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duijie.matching.replica.ItemFact;
import org.duijie.matching.replica.OrganizationFact.Listing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleTest {

    /** Breaks exactly one rule. */
    private record Case(Rule rule, String how, Consumer<PairMother> change) {
        @Override
        public String toString() {
            return rule + ": " + how;
        }
    }

    static Stream<Case> breaking() {
        return Stream.of(
                new Case(Rule.ORGANIZATION_NOT_ELIGIBLE, "unknown", p -> p.organizationKnown = false),
                new Case(Rule.ORGANIZATION_NOT_ELIGIBLE, "unverified", p -> p.organization.status = "REGISTERED"),
                new Case(Rule.ORGANIZATION_NOT_ELIGIBLE, "suspended", p -> p.organization.status = "SUSPENDED"),
                new Case(
                        Rule.ORGANIZATION_NOT_ELIGIBLE,
                        "abnormal",
                        p -> p.organization.abnormalListings = List.of(listedSince("2018-09-01"))),
                new Case(Rule.ORGANIZATION_NOT_ELIGIBLE, "blacklisted and suspended", p -> {
                    p.organization.status = "SUSPENDED";
                    p.organization.blacklistings = List.of(listedSince("2017-03-01"));
                }),
                new Case(Rule.NEED_NOT_OPEN, "draft", p -> p.need.status = "DRAFT"),
                new Case(Rule.NEED_NOT_OPEN, "withdrawn", p -> p.need.status = "WITHDRAWN"),
                new Case(Rule.OFFER_NOT_OPEN, "exhausted", p -> p.offer.status = "EXHAUSTED"),
                new Case(Rule.PERIOD_MISSED, "deadline passed", p -> p.need.deadline = TODAY.minusDays(1)),
                new Case(Rule.PERIOD_MISSED, "offer over", p -> p.offer.validUntil = TODAY.minusDays(1)),
                new Case(Rule.PERIOD_MISSED, "period over", p -> p.need.periodEnd = TODAY.minusDays(1)),
                new Case(
                        Rule.PERIOD_MISSED,
                        "offer begins after the deadline",
                        p -> p.offer.validFrom = p.need.deadline.plusDays(1)),
                new Case(Rule.PERIOD_MISSED, "offer ends before the need's period", p -> {
                    p.need.periodStart = TODAY.plusDays(30);
                    p.offer.validUntil = TODAY.plusDays(29);
                }),
                new Case(Rule.PERIOD_MISSED, "all of it", p -> {
                    p.need.deadline = TODAY.minusDays(10);
                    p.need.periodEnd = TODAY.minusDays(5);
                    p.offer.validFrom = TODAY.plusDays(10);
                }),
                new Case(
                        Rule.NO_COMMON_ITEM,
                        "other goods",
                        p -> p.offer.items = List.of(new ItemFact("GOODS.DESKS", "册", 1_000, 100))),
                new Case(
                        Rule.NO_COMMON_ITEM,
                        "other unit",
                        p -> p.offer.items = List.of(new ItemFact("GOODS.BOOKS", "箱", 1_000, 100))),
                new Case(
                        Rule.NO_COMMON_ITEM,
                        "narrower than wanted",
                        p -> p.offer.items = List.of(new ItemFact("GOODS.BOOKS.ATLASES", "册", 1_000, 100))),
                new Case(
                        Rule.NO_COMMON_ITEM,
                        "prefix of letters, not of segments",
                        p -> p.offer.items = List.of(new ItemFact("GOODS.BOOK", "册", 1_000, 100))),
                new Case(Rule.NO_COMMON_ITEM, "and what there is does not reach the smallest commitment", p -> {
                    p.need.items = List.of(
                            new ItemFact("GOODS.BOOKS", "册", 1_000, 900_000),
                            new ItemFact("GOODS.DESKS", "张", 1_000, 800_000));
                    p.offer.items = List.of(new ItemFact("GOODS.BEDS", "张", 1_000, 100));
                }),
                new Case(Rule.NO_COMMON_ITEM, "and all of the need is less than the smallest commitment", p -> {
                    p.need.items = List.of(new ItemFact("VOLUNTEERS", "人", 1_000, 0));
                }),
                new Case(Rule.FIELD_NOT_SERVED, "health only", p -> p.offer.fields = List.of("HEALTH")),
                new Case(Rule.COUNTY_NOT_SERVED, "another prefecture", p -> p.offer.divisions = List.of("130800")),
                new Case(Rule.MODE_NOT_SERVED, "relief only", p -> p.offer.modes = List.of("RELIEF")),
                new Case(
                        Rule.BELOW_SMALLEST_COMMITMENT,
                        "one fen more than the need",
                        p -> p.offer.smallestCommitmentFen = 5_000_001L),
                new Case(Rule.BELOW_SMALLEST_COMMITMENT, "only part of the need is in common", p -> {
                    p.need.items = List.of(
                            new ItemFact("GOODS.BOOKS", "册", 1_000, 900_000),
                            new ItemFact("GOODS.DESKS", "张", 1_000, 4_000_000));
                }),
                new Case(
                        Rule.BEYOND_LARGEST_COMMITMENT,
                        "one fen less than the need",
                        p -> p.offer.largestCommitmentFen = 4_999_999L),
                new Case(
                        Rule.LEVEL_NOT_ADMITTED,
                        "national only",
                        p -> p.need.admittedLevels = List.of("NATIONAL", "PROVINCIAL")),
                new Case(Rule.TYPE_NOT_ADMITTED, "foundations only", p -> p.need.admittedTypes = List.of("FOUNDATION")),
                new Case(Rule.RELATED_PARTY, "itself", p -> p.need.beneficiaryOrganization = CREDIT_CODE),
                new Case(Rule.RELATED_PARTY, "its party", p -> {
                    p.need.beneficiaryOrganization = "52130722MJ0000001X";
                    p.organization.relatedParties = List.of("52130722MJ0000001X");
                }),
                new Case(Rule.EXCLUDED, "by the need", p -> p.need.excludedOrganizations = List.of(CREDIT_CODE)),
                new Case(
                        Rule.EXCLUDED,
                        "by the offer, twice over",
                        p -> p.offer.excludedDivisions = List.of("130700", "130722")),
                new Case(Rule.EXCLUDED, "by both", p -> {
                    p.need.excludedOrganizations = List.of(CREDIT_CODE);
                    p.offer.excludedDivisions = List.of("130000");
                }));
    }

    /** Comes close to breaking the rule and does not. */
    static Stream<Case> near() {
        return Stream.of(
                new Case(
                        Rule.ORGANIZATION_NOT_ELIGIBLE,
                        "removed from the list today",
                        p -> p.organization.abnormalListings = List.of(new Listing(TODAY.minusDays(100), TODAY))),
                new Case(
                        Rule.ORGANIZATION_NOT_ELIGIBLE,
                        "listed from tomorrow",
                        p -> p.organization.blacklistings = List.of(new Listing(TODAY.plusDays(1), null))),
                new Case(Rule.PERIOD_MISSED, "last day of the deadline", p -> p.need.deadline = TODAY),
                new Case(Rule.PERIOD_MISSED, "last day of the offer", p -> {
                    p.offer.validUntil = TODAY;
                    p.need.periodStart = TODAY;
                }),
                new Case(Rule.PERIOD_MISSED, "last day of the period", p -> p.need.periodEnd = TODAY),
                new Case(Rule.PERIOD_MISSED, "offer begins on the deadline", p -> p.offer.validFrom = p.need.deadline),
                new Case(
                        Rule.NO_COMMON_ITEM,
                        "wider than wanted",
                        p -> p.offer.items = List.of(new ItemFact("GOODS", "册", 1_000, 100))),
                new Case(Rule.FIELD_NOT_SERVED, "any field", p -> p.offer.fields = List.of()),
                new Case(Rule.FIELD_NOT_SERVED, "among others", p -> p.offer.fields = List.of("HEALTH", "EDUCATION")),
                new Case(Rule.COUNTY_NOT_SERVED, "everywhere", p -> p.offer.divisions = List.of()),
                new Case(Rule.COUNTY_NOT_SERVED, "the county itself", p -> p.offer.divisions = List.of("130722")),
                new Case(Rule.MODE_NOT_SERVED, "any mode", p -> p.offer.modes = List.of()),
                new Case(
                        Rule.BELOW_SMALLEST_COMMITMENT,
                        "exactly the need",
                        p -> p.offer.smallestCommitmentFen = 5_000_000L),
                new Case(Rule.BELOW_SMALLEST_COMMITMENT, "no bound", p -> p.offer.smallestCommitmentFen = null),
                new Case(
                        Rule.BEYOND_LARGEST_COMMITMENT,
                        "exactly the need",
                        p -> p.offer.largestCommitmentFen = 5_000_000L),
                new Case(Rule.BEYOND_LARGEST_COMMITMENT, "the need may be split", p -> {
                    p.offer.largestCommitmentFen = 4_999_999L;
                    p.need.splittable = true;
                }),
                new Case(Rule.BEYOND_LARGEST_COMMITMENT, "no bound", p -> p.offer.largestCommitmentFen = null),
                new Case(
                        Rule.LEVEL_NOT_ADMITTED,
                        "its own among them",
                        p -> p.need.admittedLevels = List.of("NATIONAL", "COUNTY")),
                new Case(
                        Rule.TYPE_NOT_ADMITTED,
                        "its own among them",
                        p -> p.need.admittedTypes = List.of("FOUNDATION", "ASSOCIATION")),
                new Case(Rule.RELATED_PARTY, "a stranger", p -> {
                    p.need.beneficiaryOrganization = "52130722MJ0000001X";
                    p.organization.relatedParties = List.of("52130722MJ0000002X");
                }),
                new Case(Rule.EXCLUDED, "others are excluded", p -> {
                    p.need.excludedOrganizations = List.of("52130722MJ0000001X");
                    p.offer.excludedDivisions = List.of("130800", "130723");
                }));
    }

    @Test
    void aPairThatBreaksNothingMatches() {
        assertThat(broken(aPair(p -> {}))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("breaking")
    void refusesWhatBreaksItAndNothingElseDoes(Case refused) {
        assertThat(broken(aPair(refused.change()))).containsExactly(refused.rule());
    }

    @ParameterizedTest
    @MethodSource("near")
    void admitsWhatOnlyComesNear(Case admitted) {
        assertThat(broken(aPair(admitted.change()))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("breaking")
    void theSmallestChangeTurnsIt(Case refused) {
        PairMother mother = new PairMother();
        refused.change().accept(mother);
        Breach breach = refused.rule().explain(mother.build());

        mother.apply(breach.smallestChange());

        assertThat(broken(mother.build())).isEmpty();
        assertThat(breach.sentence().zh()).endsWith("。");
        assertThat(breach.sentence().en()).endsWith(".");
        assertThat(breach.smallestChange().sentence().zh()).endsWith("。");
        assertThat(breach.smallestChange().sentence().en()).endsWith(".");
    }

    @Test
    void aDraftDoesNotTellWhoIsRelated() {
        Pair draft = aPair(p -> {
            p.need.status = "DRAFT";
            p.need.beneficiaryOrganization = CREDIT_CODE;
        });

        assertThat(broken(draft)).containsExactly(Rule.NEED_NOT_OPEN);
    }

    @Test
    void everyRuleHasACaseThatBreaksIt() {
        assertThat(breaking().map(Case::rule).collect(Collectors.toSet())).containsExactlyInAnyOrder(Rule.values());
    }

    @Test
    void namesTheVeryAmountAndTheVeryDay() {
        Pair small = aPair(p -> p.offer.smallestCommitmentFen = 6_000_000L);
        Pair late = aPair(p -> p.need.deadline = TODAY.minusDays(1));

        assertThat(Rule.BELOW_SMALLEST_COMMITMENT
                        .explain(small)
                        .smallestChange()
                        .edits())
                .containsExactly(Edit.set(Edit.Subject.OFFER, "smallestCommitment", "50000.00"));
        assertThat(Rule.PERIOD_MISSED.explain(late).smallestChange().edits())
                .containsExactly(Edit.set(Edit.Subject.NEED, "deadline", "2018-09-01"));
    }

    private static Set<Rule> broken(Pair pair) {
        return Arrays.stream(Rule.values()).filter(rule -> rule.brokenBy(pair)).collect(Collectors.toSet());
    }
}
