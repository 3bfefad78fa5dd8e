package org.duijie.matching.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duijie.matching.replica.FactMother.TODAY;
import static org.duijie.matching.replica.FactMother.aNeed;
import static org.duijie.matching.replica.FactMother.anOffer;
import static org.duijie.matching.replica.FactMother.anOrganization;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.duijie.chassis.time.BusinessDay;
import org.duijie.matching.attention.Attention;
import org.duijie.matching.backtest.BackTest.Lost;
import org.duijie.matching.backtest.BackTest.Month;
import org.duijie.matching.backtest.BackTest.Outcome;
import org.duijie.matching.filter.Candidate;
import org.duijie.matching.filter.Filter;
import org.duijie.matching.likeness.Likeness;
import org.duijie.matching.match.Basis;
import org.duijie.matching.match.MatchEngine;
import org.duijie.matching.match.Rule;
import org.duijie.matching.pairing.Pairings;
import org.duijie.matching.policy.Factor;
import org.duijie.matching.policy.Policy;
import org.duijie.matching.replica.FactMother.Need;
import org.duijie.matching.replica.Facts;
import org.duijie.matching.replica.ItemFact;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.replica.OrganizationFact;
import org.duijie.matching.replica.OrganizationFact.Listing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackTestTest {

    private static final LocalDate FROM = TODAY.minusMonths(12).plusDays(1);
    private static final Basis BASIS = new Basis(
            new Policy(1, Instant.EPOCH, "for tests", Map.of(Factor.COVERAGE, 1)),
            Pairings.NONE,
            Likeness.NONE,
            Attention.NONE,
            TODAY);

    private static final List<String> SOONER_OR_LATER = List.of(
            "",
            "deadline<=20d",
            "deadline>=10d",
            "NOT deadline<=20d",
            "NOT deadline>=10d",
            "(deadline<=30d AND deadline>=20d) OR deadline<=3d");

    private final MatchEngine engine = new MatchEngine();
    private final Facts facts = new Facts();
    private final OrganizationFact organization = anOrganization(o -> {});
    /** Opened only today. */
    private final OfferFact offer = anOffer(o -> {
        o.organizationId = organization.id();
        o.validFrom = TODAY;
        o.validUntil = TODAY.plusDays(100);
    });

    @Test
    void countsWhatWouldHaveMatchedByMonth() {
        Outcome outcome = run(
                new Trial(organization, List.of(offer), Filter.ALL),
                past("2018-02-10", "2018-03-05", n -> {}),
                past("2018-02-20", "2018-03-05", n -> {}),
                past("2018-08-01", null, n -> {}),
                past("2016-01-01", "2016-06-01", n -> {}));

        assertThat(outcome.needs()).as("what was over before is none of them").isEqualTo(3);
        assertThat(outcome.matched()).isEqualTo(3);
        assertThat(outcome.matchedFen()).isEqualTo(15_000_000);
        assertThat(outcome.months())
                .hasSize(13)
                .containsEntry(YearMonth.of(2018, 2), new Month(2, 0))
                .containsEntry(YearMonth.of(2018, 8), new Month(1, 0))
                .containsEntry(YearMonth.of(2018, 5), new Month(0, 0));
    }

    @Test
    void aNeedMayBeForAPeriodThatIsStillToCome() {
        OfferFact tried = anOffer(o -> {
            o.organizationId = organization.id();
            o.validFrom = TODAY;
            o.validUntil = TODAY;
        });

        Outcome outcome = run(new Trial(organization, List.of(tried), Filter.ALL), past("2018-08-01", null, n -> {
            n.periodStart = TODAY.plusMonths(3);
            n.periodEnd = TODAY.plusMonths(12);
        }));

        assertThat(outcome.matched()).isEqualTo(1);
    }

    @Test
    void tellsWhichCriterionAloneLostWhat() {
        Outcome outcome = run(
                new Trial(organization, List.of(offer), Filter.ALL),
                past("2018-02-10", "2018-03-05", n -> n.field = "HEALTH"),
                past("2018-02-10", "2018-03-05", n -> n.field = "HEALTH"),
                past("2018-02-10", "2018-03-05", n -> n.admittedTypes = List.of("FOUNDATION")),
                past("2018-02-10", "2018-03-05", n -> {
                    n.field = "HEALTH";
                    n.mode = "RELIEF";
                }));

        assertThat(outcome.needs()).isEqualTo(4);
        assertThat(outcome.matched()).isZero();
        assertThat(outcome.lostByOne()).isEqualTo(3);
        assertThat(outcome.lost())
                .extracting(Lost::criterion)
                .containsExactly(Criterion.FIELD_NOT_SERVED, Criterion.TYPE_NOT_ADMITTED);
        assertThat(outcome.lost()).extracting(Lost::count).containsExactly(2, 1);
        assertThat(outcome.months()).containsEntry(YearMonth.of(2018, 2), new Month(0, 3));
    }

    @Test
    void everyRuleIsACriterion() {
        assertThat(Rule.values())
                .allSatisfy(rule -> assertThat(Criterion.of(rule).label().zh()).isNotBlank());
    }

    @Test
    void aNeedThatWasAmendedCountsOnceAndByItsBest() {
        UUID id = UUID.randomUUID();
        Outcome outcome = run(
                new Trial(organization, List.of(offer), Filter.ALL),
                past("2018-02-10", "2018-04-05", n -> {
                    n.id = id;
                    n.field = "HEALTH";
                }),
                past("2018-04-05", "2018-06-01", n -> {
                    n.id = id;
                    n.version = 2;
                }));

        assertThat(outcome.needs()).isEqualTo(1);
        assertThat(outcome.matched()).isEqualTo(1);
        assertThat(outcome.lostByOne()).isZero();
        assertThat(outcome.months()).containsEntry(YearMonth.of(2018, 4), new Month(1, 0));
    }

    @Test
    void anOrganizationThatWasListedMatchesFromTheDayOfItsRemoval() {
        OrganizationFact listed = anOrganization(
                o -> o.abnormalListings = List.of(new Listing(LocalDate.of(2018, 1, 1), LocalDate.of(2018, 3, 1))));

        Outcome outcome = run(
                new Trial(listed, List.of(offer), Filter.ALL),
                past("2018-02-10", "2018-02-28", n -> {}),
                past("2018-02-10", "2018-03-05", n -> {}));

        assertThat(outcome.lost()).extracting(Lost::criterion).containsExactly(Criterion.ORGANIZATION_NOT_ELIGIBLE);
        assertThat(outcome.months())
                .containsEntry(YearMonth.of(2018, 2), new Month(0, 1))
                .containsEntry(YearMonth.of(2018, 3), new Month(1, 0));
    }

    @Test
    void aWishLosesByWhatItDoesNotAskFor() {
        Trial trial =
                new Trial(organization, List.of(offer), Filter.parse("division:130722 AND score>=0.9", "?filter"));

        Outcome outcome = run(
                trial,
                past("2018-02-10", "2018-03-05", n -> {}),
                past("2018-02-10", "2018-03-05", n -> n.divisionCode = "130723"),
                past("2018-02-10", "2018-03-05", n -> {
                    n.splittable = true;
                    n.items = List.of(new ItemFact("GOODS.BOOKS", "册", 50_000_000, 1_000_000));
                }));

        assertThat(outcome.matched()).isEqualTo(1);
        assertThat(outcome.lost())
                .extracting(Lost::criterion)
                .containsExactlyInAnyOrder(Criterion.DIVISION_NOT_WANTED, Criterion.SCORE_TOO_LOW);
    }

    @Test
    void namesTheConditionOfTheFilterThatLostIt() {
        Outcome outcome = run(
                new Trial(
                        organization,
                        List.of(offer),
                        Filter.parse("amount<=60000 AND (mode:RELIEF OR title:图书) AND NOT title:搬迁", "?filter")),
                past("2018-02-10", "2018-03-05", n -> {}),
                past("2018-02-10", "2018-03-05", n -> n.title = "图书搬迁"),
                past("2018-02-10", "2018-03-05", n -> n.title = "课桌"),
                past(
                        "2018-02-10",
                        "2018-03-05",
                        n -> n.items = List.of(new ItemFact("GOODS.BOOKS", "册", 1_000_000, 7_000_000))));

        assertThat(outcome.matched()).isEqualTo(1);
        assertThat(outcome.lost())
                .extracting(lost -> lost.criterion() + " " + lost.by().condition())
                .containsExactlyInAnyOrder(
                        "AMOUNT_NOT_WANTED amount<=60000.00",
                        "FILTER_NOT_MET mode:RELIEF OR title:\"图书\"",
                        "TITLE_NOT_WANTED NOT title:\"搬迁\"");
    }

    @Test
    void namesNothingThatIsHiddenNow() {
        BackTest test = test(new Trial(organization, List.of(offer), Filter.ALL));
        test.add(past("2018-02-10", "2018-03-05", n -> {}));

        assertThat(test.outcome(need -> false, 10).matched()).isEqualTo(1);
        assertThat(test.outcome(need -> false, 10).examples()).isEmpty();
        assertThat(test.outcome(need -> true, 10).examples()).hasSize(1);
    }

    /** Looking at the first day and at removals comes to the same as looking at every day. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void fewDaysAreEnough(long seed) {
        Random random = new Random(seed);
        OrganizationFact listed = anOrganization(o -> o.blacklistings =
                List.of(listing(random), listing(random), new Listing(TODAY.minusDays(random.nextInt(60)), null)));
        int matched = 0;
        for (int i = 0; i < 200; i++) {
            LocalDate first = TODAY.minusDays(random.nextInt(500));
            LocalDate last = first.plusDays(random.nextInt(90));
            PastNeed past = past(first.toString(), last.toString(), n -> {
                n.deadline = first.plusDays(random.nextInt(80));
                n.periodStart = first.plusDays(random.nextInt(60));
                n.periodEnd = n.periodStart.plusDays(90);
            });

            Filter filter = Filter.parse(SOONER_OR_LATER.get(i % SOONER_OR_LATER.size()), "?filter");

            int found = run(new Trial(listed, List.of(offer), filter), past).matched();

            assertThat(found)
                    .as("seed %d, need %d, %s", seed, i, filter.text())
                    .isEqualTo(dayByDay(past.need(), listed, first, last, filter));
            matched += found;
        }
        assertThat(matched).isBetween(10, 190);
    }

    private int dayByDay(NeedFact need, OrganizationFact listed, LocalDate first, LocalDate last, Filter filter) {
        facts.put(listed);
        OfferFact always = anOffer(o -> {
            o.organizationId = listed.id();
            o.validFrom = FROM;
            o.validUntil = TODAY.plusDays(100);
        });
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (!day.isBefore(FROM)
                    && !day.isAfter(TODAY)
                    && filter.admits(Candidate.of(need, null, day))
                    && engine.matches(List.of(need), List.of(always), facts, BASIS.on(day))
                                    .count()
                            > 0) {
                return 1;
            }
        }
        return 0;
    }

    private static Listing listing(Random random) {
        LocalDate from = TODAY.minusDays(random.nextInt(400));
        return new Listing(from, from.plusDays(1 + random.nextInt(60)));
    }

    private Outcome run(Trial trial, PastNeed... past) {
        BackTest test = test(trial);
        List.of(past).forEach(test::add);
        return test.outcome(need -> true, 10);
    }

    private BackTest test(Trial trial) {
        facts.put(organization);
        return new BackTest(engine, facts, BASIS, trial, FROM, TODAY);
    }

    private static PastNeed past(String from, @Nullable String until, Consumer<Need> change) {
        List<Consumer<Need>> changes = new ArrayList<>();
        changes.add(n -> {
            n.periodStart = LocalDate.of(2017, 1, 1);
            n.periodEnd = LocalDate.of(2019, 12, 31);
            n.deadline = LocalDate.of(2019, 12, 31);
        });
        changes.add(change);
        return new PastNeed(
                aNeed(n -> changes.forEach(one -> one.accept(n))), noon(from), until == null ? null : noon(until));
    }

    private static Instant noon(String day) {
        return LocalDate.parse(day).atTime(12, 0).atZone(BusinessDay.ZONE).toInstant();
    }
}
