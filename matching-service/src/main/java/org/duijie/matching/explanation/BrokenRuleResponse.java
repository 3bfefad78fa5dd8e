package org.duijie.matching.explanation;

import java.util.List;
import org.duijie.chassis.text.Text;
import org.duijie.matching.match.Breach;
import org.duijie.matching.match.Edit;
import org.duijie.matching.match.Rule;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A hard rule that the pair breaks, and what would turn it. */
@Schema(name = "BrokenRule", description = "未满足的硬性条件 · A hard rule that the pair breaks")
public record BrokenRuleResponse(
        Rule rule,
        Text sentence,

        @Schema(description = "最小改动 · The smallest change after which the rule would hold")
        Text smallestChange,

        @Schema(maxItems = 20, description = "同上，供程序使用 · The same for machines")
        List<Edit> edits) {

    static BrokenRuleResponse of(Breach breach) {
        return new BrokenRuleResponse(
                breach.rule(),
                breach.sentence(),
                breach.smallestChange().sentence(),
                breach.smallestChange().edits());
    }
}
