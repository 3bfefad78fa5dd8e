package org.duijie.matching.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duijie.matching.replica.FactMother.TODAY;
import static org.duijie.matching.replica.FactMother.aDivision;
import static org.duijie.matching.replica.FactMother.aNeed;
import static org.duijie.matching.replica.FactMother.anOffer;
import static org.duijie.matching.replica.FactMother.anOrganization;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duijie.matching.attention.Attention;
import org.duijie.matching.attention.AttentionMeasurement.Finding;
import org.duijie.matching.attention.CountyAttention;
import org.duijie.matching.attention.MeasuredAttention;
import org.duijie.matching.exposure.NeedShares.County;
import org.duijie.matching.likeness.Likeness;
import org.duijie.matching.match.Basis;
import org.duijie.matching.match.MatchEngine;
import org.duijie.matching.pairing.Pairings;
import org.duijie.matching.policy.Factor;
import org.duijie.matching.policy.Policy;
import org.duijie.matching.replica.Facts;
import org.duijie.matching.replica.ItemFact;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.replica.OrganizationFact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attention in a world like the sample's: paired and marked counties stand first in most lists. */
class AttentionSurveyTest {

    /** The weights of the first policy. */
    private static final Policy FIRST = policy(5);

    private static final List<String> COUNTIES =
            IntStream.range(0, 40).mapToObj(i -> "1307%02d".formatted(22 + i)).toList();
    private static final List<String> REGISTRARS = List.of("110102", "110105", "110000", "120000", "130000", "130100");
    private static final List<String> FIELDS = List.of("EDUCATION", "HEALTH", "INDUSTRY");

    private final MatchEngine engine = new MatchEngine();
    private final Facts facts = aWorld(new Random(20181017), 240, 120);
    private final Basis basis = basis(FIRST);

    @ParameterizedTest
    @ValueSource(longs = {20181017, 1, 2, 3})
    void liftingWhoLacksMakesAttentionMoreEven(long seed) {
        Finding finding = AttentionSurvey.make(engine, aWorld(new Random(seed), 240, 120), basis, Attention.NONE);

        assertThat(finding.giniPpm()).isLessThan(finding.giniWithoutPpm() * 19 / 20);
    }

    @Test
    void aFactorThatWeighsNothingChangesNothing() {
        Finding finding = AttentionSurvey.make(engine, facts, basis(policy(0)), Attention.NONE);

        assertThat(finding.giniPpm()).isEqualTo(finding.giniWithoutPpm());
    }

    @Test
    void itNeverAdmitsWhatARuleRefuses() {
        Finding finding = AttentionSurvey.make(engine, facts, basis, Attention.NONE);
        Attention all = new MeasuredAttention(
                9, COUNTIES.stream().collect(Collectors.toMap(county -> county, county -> 1_000_000)));
        Set<List<UUID>> unlifted = pairs(basis.with(Attention.NONE));

        assertThat(unlifted).isNotEmpty();
        assertThat(pairs(basis.with(finding.attention()))).isEqualTo(unlifted);
        assertThat(pairs(basis.with(all))).isEqualTo(unlifted);
    }

    @Test
    void sharesAddUpAndLacksAreQuarters() {
        Finding finding = AttentionSurvey.make(engine, facts, basis, Attention.NONE);

        assertThat(finding.offers()).isEqualTo(120);
        assertThat(sum(finding, CountyAttention::needSharePpm)).isBetween(999_900, 1_000_000);
        assertThat(sum(finding, CountyAttention::exposureSharePpm)).isBetween(999_900, 1_000_000);
        assertThat(sum(finding, CountyAttention::liftedSharePpm)).isBetween(999_900, 1_000_000);
        assertThat(finding.counties()).allSatisfy(county -> {
            assertThat(county.lackPpm() % AttentionSurvey.STEP).isZero();
            assertThat(finding.attention().lackPpm(county.divisionCode())).hasValue(county.lackPpm());
            if (county.exposureSharePpm() >= county.needSharePpm()) {
                assertThat(county.lackPpm()).isZero();
            }
        });
        assertThat(finding.counties())
                .extracting(CountyAttention::lackPpm)
                .contains(0)
                .anyMatch(lack -> lack > 0);
    }

    @Test
    void measuringAgainIsNoNewEditionAndLiftsNobodyLess() {
        Finding once = AttentionSurvey.make(engine, facts, basis, Attention.NONE);
        Finding again = AttentionSurvey.make(engine, facts, basis.with(once.attention()), once.attention());

        assertThat(once.attention().edition()).isEqualTo(1);
        assertThat(again).isEqualTo(once);
    }

    @Test
    void aCountyStaysOnItsStepUntilItIsClearlyNearerToAnother() {
        County fifth = new County(1, 1, 200_000);

        assertThat(lack(fifth, 200_000, OptionalInt.empty())).isZero();
        assertThat(lack(fifth, 0, OptionalInt.empty())).isEqualTo(1_000_000);
        assertThat(lack(fifth, 170_000, OptionalInt.empty())).as("0.15").isEqualTo(250_000);
        assertThat(lack(fifth, 170_000, OptionalInt.of(0))).as("0.15 after 0").isZero();
        assertThat(lack(fifth, 159_000, OptionalInt.of(0))).as("0.205 after 0").isEqualTo(250_000);
        assertThat(lack(fifth, 180_000, OptionalInt.of(250_000)))
                .as("0.1 after 0.25")
                .isEqualTo(250_000);
        assertThat(lack(fifth, 191_000, OptionalInt.of(250_000)))
                .as("0.045 after 0.25")
                .isZero();
    }

    private static int lack(County county, int exposureSharePpm, OptionalInt before) {
        return AttentionSurvey.lack(county, exposureSharePpm, before);
    }

    private static int sum(Finding finding, ToIntFunction<CountyAttention> share) {
        return finding.counties().stream().mapToInt(share).sum();
    }

    private Set<List<UUID>> pairs(Basis on) {
        return engine.matches(facts.needs(), facts.offers(), facts, on)
                .map(match -> List.of(match.need().id(), match.offer().id()))
                .collect(Collectors.toSet());
    }

    private static Policy policy(int attention) {
        return new Policy(
                1,
                Instant.EPOCH,
                "for tests",
                Map.of(
                        Factor.FIELD_FIT, 20,
                        Factor.TEXT_LIKENESS, 10,
                        Factor.PAIRING, 15,
                        Factor.PRIORITY, 15,
                        Factor.COVERAGE, 15,
                        Factor.URGENCY, 5,
                        Factor.RECORD, 10,
                        Factor.NEARNESS, 5,
                        Factor.ATTENTION, attention));
    }

    private static Basis basis(Policy policy) {
        return new Basis(policy, Pairings.ofReference(), Likeness.NONE, Attention.NONE, TODAY);
    }

    private static Facts aWorld(Random random, int needs, int offers) {
        Facts facts = new Facts();
        for (int i = 0; i < COUNTIES.size(); i++) {
            String mark = i % 3 == 0 ? "NATIONAL" : i % 3 == 1 ? "PROVINCIAL" : null;
            facts.put(aDivision(COUNTIES.get(i), mark, i % 5 == 0 ? "CONFIRMED" : null, i % 2 == 0));
        }
        for (int i = 0; i < needs; i++) {
            facts.put(aRandomNeed(random));
        }
        for (int i = 0; i < offers; i++) {
            OrganizationFact organization = anOrganization(o -> {
                o.id = new UUID(random.nextLong(), random.nextLong());
                o.registrarDivision = pick(random, REGISTRARS);
            });
            facts.put(organization);
            facts.put(aRandomOffer(random, organization));
        }
        return facts;
    }

    private static NeedFact aRandomNeed(Random random) {
        return aNeed(need -> {
            need.id = new UUID(random.nextLong(), random.nextLong());
            need.divisionCode = pick(random, COUNTIES);
            need.field = pick(random, FIELDS);
            need.splittable = true;
            need.deadline = TODAY.plusDays(45 + random.nextInt(100));
            need.items = List.of(new ItemFact("GOODS.BOOKS", "册", 1_000_000, 2_000_000L * (1 + random.nextInt(40))));
        });
    }

    private static OfferFact aRandomOffer(Random random, OrganizationFact organization) {
        return anOffer(offer -> {
            offer.id = new UUID(random.nextLong(), random.nextLong());
            offer.organizationId = organization.id();
            offer.fields = List.of(pick(random, FIELDS), "OTHER");
            offer.divisions = random.nextInt(4) == 0 ? List.of(pick(random, COUNTIES)) : List.of();
            offer.excludedDivisions = random.nextInt(10) == 0 ? List.of(pick(random, COUNTIES)) : List.of();
            offer.largestCommitmentFen = 1_000_000L * (5 + random.nextInt(100));
            offer.items = List.of(new ItemFact("GOODS.BOOKS", "册", 100_000L * (5 + random.nextInt(20)), 50_000_000));
        });
    }

    private static <T> T pick(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
