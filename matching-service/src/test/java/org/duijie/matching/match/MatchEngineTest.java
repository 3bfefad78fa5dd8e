package org.duijie.matching.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duijie.matching.replica.FactMother.TODAY;
import static org.duijie.matching.replica.FactMother.aNeed;
import static org.duijie.matching.replica.FactMother.anOffer;
import static org.duijie.matching.replica.FactMother.anOrganization;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.duijie.matching.attention.Attention;
import org.duijie.matching.likeness.Likeness;
import org.duijie.matching.pairing.Pairings;
import org.duijie.matching.policy.Factor;
import org.duijie.matching.policy.Policy;
import org.duijie.matching.replica.FactMother;
import org.duijie.matching.replica.Facts;
import org.duijie.matching.replica.ItemFact;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.replica.OrganizationFact;
import org.junit.jupiter.api.Test;

class MatchEngineTest {

    private static final Policy EVEN =
            ScoreTest.policy(Arrays.stream(Factor.values()).collect(Collectors.toMap(factor -> factor, factor -> 1)));
    private static final Basis BASIS = new Basis(EVEN, Pairings.ofReference(), Likeness.NONE, Attention.NONE, TODAY);

    private final MatchEngine engine = new MatchEngine();
    private final Facts facts = new Facts();
    private final OrganizationFact organization = anOrganization(o -> {});
    private final NeedFact need = aNeed();

    @Test
    void ranksTheBestFirstAndTiesById() {
        theWorld(200, 7);

        List<Match> ranked = engine.topOffers(need, facts, BASIS, 1000);

        assertThat(ranked).hasSize(200).isSortedAccordingTo(Match.BEST_OFFER_FIRST);
        assertThat(ranked.stream().map(Match::ppm).distinct().count())
                .as("there are ties")
                .isLessThan(ranked.size());
    }

    @Test
    void theTopIsTheTopOfAll() {
        theWorld(200, 8);

        assertThat(engine.topOffers(need, facts, BASIS, 50))
                .isEqualTo(engine.topOffers(need, facts, BASIS, 1000).subList(0, 50));
    }

    @Test
    void theOrderOfArrivalDoesNotMatter() {
        theWorld(100, 9);
        Facts backwards = new Facts();
        backwards.put(organization);
        backwards.put(need);
        backwards.put(FactMother.zhangbei());
        facts.offers().stream()
                .sorted(Comparator.comparing(OfferFact::id).reversed())
                .forEach(backwards::put);
        facts.put(need);

        assertThat(engine.topOffers(need, backwards, BASIS, 50)).isEqualTo(engine.topOffers(need, facts, BASIS, 50));
    }

    @Test
    void bothSidesSeeTheSameScore() {
        theWorld(20, 10);
        facts.put(need);

        for (Match match : engine.topOffers(need, facts, BASIS, 50)) {
            assertThat(engine.topNeeds(match.offer(), facts, BASIS, 50)).containsExactly(match);
            assertThat(engine.judge(need, match.offer(), facts, BASIS).ppm()).isEqualTo(match.ppm());
        }
    }

    @Test
    void leavesOutWhatBreaksARule() {
        theWorld(1, 11);
        OfferFact refused = anOffer(offer -> {
            offer.organizationId = organization.id();
            offer.fields = List.of("HEALTH");
        });
        facts.put(refused);

        assertThat(engine.topOffers(need, facts, BASIS, 50)).hasSize(1).noneMatch(match -> match.offer()
                .equals(refused));
        Judgement judgement = engine.judge(need, refused, facts, BASIS);
        assertThat(judgement.matches()).isFalse();
        assertThat(judgement.breaches()).extracting(Breach::rule).containsExactly(Rule.FIELD_NOT_SERVED);
        assertThat(judgement.versions().organization()).isEqualTo(1);
    }

    private void theWorld(int offers, long seed) {
        Random random = new Random(seed);
        facts.put(FactMother.zhangbei());
        facts.put(organization);
        for (int i = 0; i < offers; i++) {
            facts.put(anOffer(offer -> {
                offer.id = new UUID(random.nextLong(), random.nextLong());
                offer.organizationId = organization.id();
                offer.items = List.of(new ItemFact("GOODS.BOOKS", "册", 100_000L * (1 + random.nextInt(20)), 100));
            }));
        }
    }
}
