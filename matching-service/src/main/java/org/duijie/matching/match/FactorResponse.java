package org.duijie.matching.match;

import org.duijie.chassis.text.Text;
import org.duijie.matching.policy.Factor;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One factor's part in a score. */
@Schema(name = "FactorScore", description = "因素得分 · One factor's part in a score")
public record FactorResponse(
        Factor factor,
        @Schema(description = "因素名称 · The factor's name") Text label,

        @Schema(description = "是否参与计分 · An absent factor takes no part, the others weigh more")
        boolean present,

        @Schema(
                examples = "0.800000",
                pattern = "[01]\\.\\d{6}",
                description = "In [0, 1]; absent where the factor could not be measured")
        @Nullable
        String value,

        @Schema(examples = "20", minimum = "0") int weight,

        @Schema(
                examples = "0.160000",
                pattern = "[01]\\.\\d{6}",
                description = "What it adds to the score; contributions add up to the score exactly")
        String contribution,

        @Schema(description = "理由 · Why") Text sentence) {

    public static FactorResponse of(FactorScore score) {
        return new FactorResponse(
                score.factor(),
                score.factor().label(),
                score.present(),
                score.present() ? Ppm.text(score.ppm()) : null,
                score.weight(),
                Ppm.text(score.contributionPpm()),
                score.sentence());
    }
}
