package org.duijie.matching.match;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Match", description = "匹配 · A need and an offer that break no hard rule")
public record MatchResponse(
        @Schema(examples = "1", minimum = "1", maximum = "50")
        int rank,

        MatchedNeed need,
        MatchedOffer offer,
        @Nullable MatchedOrganization organization,

        @Schema(examples = "0.731250", pattern = "[01]\\.\\d{6}")
        String score,

        @Schema(maxItems = 20) List<FactorResponse> factors,
        Versions versions) {

    static MatchResponse of(int rank, Judgement judgement) {
        return new MatchResponse(
                rank,
                MatchedNeed.of(judgement.need(), judgement.division()),
                MatchedOffer.of(judgement.offer()),
                MatchedOrganization.of(judgement.organization()),
                Ppm.text(judgement.ppm()),
                judgement.factors().stream().map(FactorResponse::of).toList(),
                judgement.versions());
    }
}
