package org.duijie.matching.explanation;

import java.util.List;
import org.duijie.matching.match.Edit;
import org.duijie.matching.match.FactorResponse;
import org.duijie.matching.match.Judgement;
import org.duijie.matching.match.MatchedNeed;
import org.duijie.matching.match.MatchedOffer;
import org.duijie.matching.match.MatchedOrganization;
import org.duijie.matching.match.Ppm;
import org.duijie.matching.match.Versions;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Explanation", description = "说明 · Why a pair matches, or why it does not")
public record ExplanationResponse(
        boolean matches,
        MatchedNeed need,
        MatchedOffer offer,
        @Nullable MatchedOrganization organization,

        @Schema(
                examples = "0.731250",
                pattern = "[01]\\.\\d{6}",
                description = "得分；不匹配时为满足条件后的得分 · The score, or what it would be if no rule were broken")
        String score,

        @Schema(maxItems = 20) List<FactorResponse> factors,
        @Schema(maxItems = 20) List<BrokenRuleResponse> brokenRules,

        @Schema(
                maxItems = 100,
                description =
                        "全部改动 · Everything that would have to change for the pair to match, the edits of all broken rules"
                                + " together: leave one out and it does not; empty for a match")
        List<Edit> edits,

        Versions versions) {

    static ExplanationResponse of(Judgement judgement) {
        return new ExplanationResponse(
                judgement.matches(),
                MatchedNeed.of(judgement.need(), judgement.division()),
                MatchedOffer.of(judgement.offer()),
                MatchedOrganization.of(judgement.organization()),
                Ppm.text(judgement.ppm()),
                judgement.factors().stream().map(FactorResponse::of).toList(),
                judgement.breaches().stream().map(BrokenRuleResponse::of).toList(),
                judgement.edits(),
                judgement.versions());
    }
}
