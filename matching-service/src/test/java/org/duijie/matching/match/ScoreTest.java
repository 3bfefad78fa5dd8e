package org.duijie.matching.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duijie.matching.match.PairMother.aPair;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.duijie.matching.policy.Factor;
import org.duijie.matching.policy.Policy;
import org.junit.jupiter.api.Test;

class ScoreTest {

    @Test
    void contributionsAddUpToTheScore() {
        Score score = new Score(aPair(p -> {}));

        assertThat(score.factors().stream()
                        .mapToInt(FactorScore::contributionPpm)
                        .sum())
                .isEqualTo(score.ppm());
        assertThat(score.factors()).hasSize(Factor.values().length);
    }

    @Test
    void absentFactorsLeaveTheirWeightToTheOthers() {
        Policy onlyAbsentAndCoverage = policy(Map.of(Factor.TEXT_LIKENESS, 90, Factor.COVERAGE, 10));

        assertThat(new Score(aPair(p -> p.policy = onlyAbsentAndCoverage)).ppm())
                .isEqualTo(Ppm.ONE);
    }

    @Test
    void aScoreOfNothingMeasuredIsZero() {
        assertThat(new Score(aPair(p -> p.policy = policy(Map.of(Factor.ATTENTION, 1)))).ppm())
                .isZero();
    }

    @Test
    void weightsCountByProportionOnly() {
        Map<Factor, Integer> tenfold =
                Arrays.stream(Factor.values()).collect(Collectors.toMap(factor -> factor, factor -> 10));

        Pair once = aPair(p -> p.offer.largestCommitmentFen = null);
        Pair tenTimes = aPair(p -> {
            p.offer.largestCommitmentFen = null;
            p.policy = policy(tenfold);
        });
        assertThat(new Score(tenTimes).ppm()).isEqualTo(new Score(once).ppm());
    }

    static Policy policy(Map<Factor, Integer> weights) {
        return new Policy(1, Instant.EPOCH, "for tests", weights);
    }
}
