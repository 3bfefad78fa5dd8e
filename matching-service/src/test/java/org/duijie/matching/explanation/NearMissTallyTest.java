package org.duijie.matching.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duijie.matching.replica.FactMother.TODAY;
import static org.duijie.matching.replica.FactMother.aNeed;
import static org.duijie.matching.replica.FactMother.anOffer;
import static org.duijie.matching.replica.FactMother.anOrganization;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.duijie.matching.attention.Attention;
import org.duijie.matching.explanation.NearMissTally.RuleTally;
import org.duijie.matching.explanation.NearMissTally.Step;
import org.duijie.matching.likeness.Likeness;
import org.duijie.matching.match.Basis;
import org.duijie.matching.match.Edit;
import org.duijie.matching.match.MatchEngine;
import org.duijie.matching.match.NearMissSearch;
import org.duijie.matching.match.NearMissSearch.Found;
import org.duijie.matching.match.Rule;
import org.duijie.matching.pairing.Pairings;
import org.duijie.matching.policy.Factor;
import org.duijie.matching.policy.Policy;
import org.duijie.matching.replica.FactMother.Offer;
import org.duijie.matching.replica.Facts;
import org.duijie.matching.replica.ItemFact;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.replica.OrganizationFact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is promised of a change comes true when it is made. */
class NearMissTallyTest {

    private static final int NO_LIMIT = 1_000;
    private static final Basis BASIS = new Basis(
            new Policy(1, Instant.EPOCH, "for tests", Map.of(Factor.COVERAGE, 1)),
            Pairings.NONE,
            Likeness.NONE,
            Attention.NONE,
            TODAY);

    private final MatchEngine engine = new MatchEngine();
    private final NearMissSearch search = new NearMissSearch();
    private final OrganizationFact organization = anOrganization(o -> {});
    private final Facts facts = new Facts();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aChangeOfTheOfferBringsWhatIsPromised(long seed) {
        aWorldOfNeeds(new Random(seed));
        Set<Rule> tried = EnumSet.noneOf(Rule.class);
        for (int i = 0; i < 30; i++) {
            long offerSeed = seed * 1_000 + i;
            OfferFact offer = aRandomOffer(offerSeed).build();
            Found found = search.needs(offer, facts, BASIS);
            assertThat(found.looked()).isEqualTo(facts.needs().size());
            assertThat(found.matches()).isEqualTo(matches(offer));
            for (RuleTally rule : NearMissTally.of(offer, found.nearMisses()).byRule(NO_LIMIT)) {
                for (Step change : rule.changes()) {
                    if (change.own()) {
                        long gained = matches(after(offerSeed, change.edits())) - found.matches();
                        // What is changed for some may serve others too, who would have needed less or something else.
                        if (rule.rule() == Rule.NO_COMMON_ITEM || change.edits().size() > 1) {
                            assertThat(gained).as("%s", change.edits()).isGreaterThanOrEqualTo(change.gain());
                        } else {
                            assertThat(gained).as("%s", change.edits()).isEqualTo(change.gain());
                        }
                        tried.add(rule.rule());
                    }
                }
            }
        }
        assertThat(tried)
                .contains(
                        Rule.BELOW_SMALLEST_COMMITMENT,
                        Rule.BEYOND_LARGEST_COMMITMENT,
                        Rule.PERIOD_MISSED,
                        Rule.NO_COMMON_ITEM,
                        Rule.FIELD_NOT_SERVED,
                        Rule.COUNTY_NOT_SERVED,
                        Rule.MODE_NOT_SERVED,
                        Rule.EXCLUDED);
    }

    @Test
    void amountsAreAStaircaseTheCheapestStepFirst() {
        OfferFact offer = anOffer(o -> {
            o.organizationId = organization.id();
            o.smallestCommitmentFen = 9_000_000L;
        });
        facts.put(organization);
        Stream.of(7_000_000L, 7_000_000L, 5_000_000L, 8_000_000L, 9_000_000L)
                .forEach(value ->
                        facts.put(aNeed(need -> need.items = List.of(new ItemFact("GOODS.BOOKS", "册", 1_000, value)))));

        RuleTally rule = NearMissTally.of(
                        offer, search.needs(offer, facts, BASIS).nearMisses())
                .byRule(2)
                .getFirst();

        assertThat(rule.rule()).isEqualTo(Rule.BELOW_SMALLEST_COMMITMENT);
        assertThat(rule.count()).isEqualTo(4);
        assertThat(rule.valueFen()).isEqualTo(27_000_000);
        assertThat(rule.changesInAll()).isEqualTo(3);
        assertThat(rule.changes()).extracting(Step::byFen).containsExactly(1_000_000L, 2_000_000L);
        assertThat(rule.changes()).extracting(Step::more).containsExactly(1, 2);
        assertThat(rule.changes()).extracting(Step::gain).containsExactly(1, 3);
        assertThat(rule.changes()).extracting(Step::valueFen).containsExactly(8_000_000L, 22_000_000L);
    }

    @Test
    void aNeedThatCouldBeSplitIsToldSo() {
        facts.put(organization);
        for (int i = 0; i < 3; i++) {
            facts.put(anOffer(o -> {
                o.organizationId = organization.id();
                o.largestCommitmentFen = 1_000_000L;
            }));
        }
        var need = aNeed();

        RuleTally rule = NearMissTally.of(
                        need, search.offers(need, facts, BASIS).nearMisses())
                .byRule(NO_LIMIT)
                .getFirst();

        assertThat(rule.rule()).isEqualTo(Rule.BEYOND_LARGEST_COMMITMENT);
        assertThat(rule.changes()).singleElement().satisfies(change -> {
            assertThat(change.own()).isTrue();
            assertThat(change.gain()).isEqualTo(3);
            assertThat(change.edits()).extracting(Edit::member).containsExactly("splittable");
        });
    }

    private long matches(OfferFact offer) {
        return engine.matches(facts.needs(), List.of(offer), facts, BASIS).count();
    }

    private void aWorldOfNeeds(Random random) {
        facts.put(organization);
        for (int i = 0; i < 400; i++) {
            facts.put(aNeed(need -> {
                need.id = new UUID(random.nextLong(), random.nextLong());
                need.divisionCode = pick(random, "130722", "130723", "130825", "130708");
                need.field = pick(random, "EDUCATION", "EDUCATION", "HEALTH");
                need.mode = pick(random, "CAPACITY_BUILDING", "CAPACITY_BUILDING", "RELIEF");
                need.splittable = random.nextBoolean();
                need.deadline = TODAY.plusDays(random.nextInt(90));
                need.periodStart = TODAY.plusDays(random.nextInt(60));
                need.periodEnd = need.periodStart.plusDays(60);
                need.items = Stream.of("GOODS.BOOKS", "GOODS.BOOKS.ATLASES", "GOODS.DESKS")
                        .filter(code -> code.equals("GOODS.BOOKS") || random.nextInt(3) == 0)
                        .filter(code -> !code.equals("GOODS.BOOKS") || random.nextInt(4) > 0)
                        .map(code -> new ItemFact(code, "册", 1_000, 500_000L * random.nextInt(12)))
                        .toList();
                if (need.items.isEmpty()) {
                    need.items = List.of(new ItemFact("GOODS.BEDS", "册", 1_000, 3_000_000));
                }
            }));
        }
    }

    private Offer aRandomOffer(long seed) {
        Random random = new Random(seed);
        Offer offer = new Offer();
        offer.id = new UUID(1, seed);
        offer.organizationId = organization.id();
        offer.smallestCommitmentFen = 500_000L * random.nextInt(8);
        offer.largestCommitmentFen = 4_000_000L + 500_000L * random.nextInt(8);
        offer.fields = random.nextBoolean() ? List.of("EDUCATION") : List.of();
        offer.divisions = random.nextBoolean() ? List.of("130722", "130708") : List.of();
        offer.excludedDivisions = random.nextInt(3) == 0 ? List.of("130708") : List.of();
        offer.modes = random.nextBoolean() ? List.of("CAPACITY_BUILDING") : List.of();
        offer.validFrom = TODAY.plusDays(random.nextInt(60) - 30);
        offer.validUntil = TODAY.plusDays(30 + random.nextInt(60));
        return offer;
    }

    private OfferFact after(long offerSeed, List<Edit> edits) {
        Offer offer = aRandomOffer(offerSeed);
        for (Edit edit : edits) {
            String value = edit.value();
            switch (edit.member()) {
                case "smallestCommitment" -> offer.smallestCommitmentFen = fen(value);
                case "largestCommitment" -> offer.largestCommitmentFen = fen(value);
                case "validFrom" -> offer.validFrom = LocalDate.parse(value);
                case "validUntil" -> offer.validUntil = LocalDate.parse(value);
                case "fields" -> offer.fields = with(offer.fields, value);
                case "divisions" -> offer.divisions = with(offer.divisions, value);
                case "modes" -> offer.modes = with(offer.modes, value);
                case "excludedDivisions" -> offer.excludedDivisions = List.of();
                case "items" ->
                    offer.items =
                            with(offer.items, new ItemFact(value.substring(0, value.indexOf('/')), "册", 1_000, 100));
                default -> throw new AssertionError("No change of an offer: " + edit);
            }
        }
        return offer.build();
    }

    private static long fen(String yuan) {
        return new BigDecimal(yuan).movePointRight(2).longValueExact();
    }

    private static <T> List<T> with(List<T> list, T more) {
        List<T> longer = new ArrayList<>(list);
        longer.add(more);
        return longer;
    }

    @SafeVarargs
    private static <T> T pick(Random random, T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
