package org.duijie.matching.match;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.duijie.matching.policy.Factor;
import org.duijie.matching.policy.Policy;

/**
 * The weighing of a pair by the policy it is judged on. The weights of the factors that could be measured are taken as the whole, so an
 * absent factor neither helps nor harms. Each contribution is rounded down and the score is their sum.
 */
final class Score {

    private static final List<Factor> FACTORS = List.of(Factor.values());

    private final Map<Factor, Measure> measures = new EnumMap<>(Factor.class);
    private final Policy policy;
    private final long wholeWeight;

    Score(Pair pair) {
        this.policy = pair.basis().policy();
        long whole = 0;
        for (Factor factor : FACTORS) {
            Measure measure = Measures.of(factor, pair);
            measures.put(factor, measure);
            whole += measure.present() ? policy.weight(factor) : 0;
        }
        this.wholeWeight = whole;
    }

    /** The score in parts per million. */
    int ppm() {
        int sum = 0;
        for (Map.Entry<Factor, Measure> measured : measures.entrySet()) {
            sum += contribution(measured.getKey(), measured.getValue());
        }
        return sum;
    }

    boolean measured(Factor factor) {
        return Objects.requireNonNull(measures.get(factor)).present();
    }

    List<FactorScore> factors() {
        return measures.entrySet().stream()
                .map(measured -> score(measured.getKey(), measured.getValue()))
                .toList();
    }

    private FactorScore score(Factor factor, Measure measure) {
        return new FactorScore(
                factor,
                measure.present(),
                measure.ppm(),
                policy.weight(factor),
                contribution(factor, measure),
                measure.sentence().get());
    }

    private int contribution(Factor factor, Measure measure) {
        return wholeWeight == 0 ? 0 : (int) ((long) measure.ppm() * policy.weight(factor) / wholeWeight);
    }
}
