package org.duijie.matching.policy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.duijie.chassis.text.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Policy", description = "匹配策略 · How much each factor weighs")
public record PolicyResponse(
        @Schema(examples = "1", minimum = "1") int version,
        PolicyStatus status,
        Instant inForceFrom,

        @Schema(description = "提出时间 · Absent for the first") @Nullable
        Instant proposedAt,

        @Schema(
                examples = "f3a1c7d2-5b0e-4c7a-9f7e-2d6b8c1a0e54",
                maxLength = 200,
                description = "提出人 · The account that proposed it; for the leading group and the supervisor only")
        @Nullable
        String proposedBy,

        @Schema(maxLength = 2000) String reason,
        @Schema(maxItems = 50) List<Weight> weights) {

    /** One factor's weight; only the proportion of the weights counts. */
    @Schema(name = "PolicyWeight")
    public record Weight(
            Factor factor,
            Text label,

            @Schema(examples = "20", minimum = "0", maximum = "1000")
            int weight) {}

    static PolicyResponse of(Policy policy, PolicyStatus status, @Nullable String proposedBy) {
        return new PolicyResponse(
                policy.version(),
                status,
                policy.inForceFrom(),
                policy.proposedAt(),
                proposedBy,
                policy.reason(),
                Arrays.stream(Factor.values())
                        .map(factor -> new Weight(factor, factor.label(), policy.weight(factor)))
                        .toList());
    }
}
