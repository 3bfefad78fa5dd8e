package org.duijie.matching.reason;

import java.util.Arrays;
import java.util.List;
import org.duijie.chassis.text.Text;
import org.duijie.matching.policy.Factor;
import org.duijie.matching.policy.Policy;

/** Which factors weigh more or less than before. */
public final class PolicyDifferences {

    private PolicyDifferences() {}

    public static List<Difference> between(Policy before, Policy after) {
        return Arrays.stream(Factor.values())
                .filter(factor -> before.weight(factor) != after.weight(factor))
                .map(factor -> new Difference(
                        factor.name(), factor.label(), weight(before.weight(factor)), weight(after.weight(factor))))
                .toList();
    }

    private static Text weight(int weight) {
        return Text.of(Integer.toString(weight), Integer.toString(weight));
    }
}
