package org.duijie.matching.policy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.duijie.chassis.text.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Policy", description = "匹配策略 · How much each factor weighs")
public record PolicyResponse(
        @Schema(examples = "1", minimum = "1") int version,
        Instant inForceFrom,
        @Schema(maxLength = 2000) String reason,
        @Schema(maxItems = 50) List<Weight> weights) {

    /** One factor's weight; only the proportion of the weights counts. */
    @Schema(name = "PolicyWeight")
    public record Weight(
            Factor factor,
            Text label,

            @Schema(examples = "20", minimum = "0", maximum = "1000")
            int weight) {}

    static PolicyResponse of(Policy policy) {
        return new PolicyResponse(
                policy.version(),
                policy.inForceFrom(),
                policy.reason(),
                Arrays.stream(Factor.values())
                        .map(factor -> new Weight(factor, factor.label(), policy.weight(factor)))
                        .toList());
    }
}
