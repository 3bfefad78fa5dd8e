package org.duijie.matching.explanation;

import java.time.LocalDate;
import java.util.List;
import org.duijie.chassis.money.Money;
import org.duijie.chassis.text.Text;
import org.duijie.matching.match.Edit;
import org.duijie.matching.match.MatchedNeed;
import org.duijie.matching.match.MatchedOffer;
import org.duijie.matching.match.NearMiss;
import org.duijie.matching.match.NearMissSearch.Found;
import org.duijie.matching.match.Rule;
import org.duijie.matching.replica.Facts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "NearMisses",
        description =
                "只差一步 · What breaks exactly one rule with this need or offer, and which change would bring how much")
public record NearMissesResponse(
        @Schema(
                examples = "403",
                minimum = "0",
                description = "对方开放的总数 · What is open on the other side, all of it looked at")
        int looked,

        @Schema(examples = "37", minimum = "0", description = "已匹配数 · What matches as it is")
        int matches,

        @Schema(examples = "52", minimum = "0", description = "只差一个条件的总数 · What breaks exactly one rule, all of it")
        int nearMisses,

        @Schema(examples = "2027-01-15", description = "Judged as of this business day")
        LocalDate on,

        @Schema(maxItems = 20, description = "The rule that keeps most apart first")
        List<ByRule> rules) {

    @Schema(name = "NearMissesByRule", description = "某一条件 · What one rule alone keeps apart")
    public record ByRule(
            Rule rule,
            @Schema(examples = "14", minimum = "1") int count,

            @Schema(
                    description =
                            "涉及需求的价值合计 · What the needs are worth together; asked for a need, it counts once for each offer")
            Money value,

            @Schema(
                    examples = "5",
                    minimum = "1",
                    description = "不同改动的总数 · How many different changes there are; the list ends at `limit`")
            int changesInAll,

            @Schema(maxItems = 50, description = "The cheapest step first, then the most rewarding change")
            List<ChangeThatHelps> changes) {}

    @Schema(name = "ChangeThatHelps", description = "改动及其效果 · A change, and what it would bring")
    public record ChangeThatHelps(
            Text sentence,

            @Schema(
                    maxItems = 20,
                    description = "The same for machines; empty where each of the others would change something else")
            List<Edit> edits,

            @Schema(description = "是否己方可改 · Is it one's own to make, or the other side's?")
            boolean own,

            @Schema(description = "金额变动 · How far the amount moves; absent where it is no amount") @Nullable
            Money byAmount,

            @Schema(
                    examples = "20",
                    minimum = "0",
                    description = "天数变动 · How many days it moves; absent where it is no day")
            @Nullable
            Integer byDays,

            @Schema(examples = "3", minimum = "1", description = "What this step brings beyond the one before it")
            int more,

            @Schema(
                    examples = "14",
                    minimum = "1",
                    description =
                            "增加的匹配数 · How many more would match, smaller steps included; more still where the same change also serves who would have needed another")
            int gain,

            @Schema(description = "What these needs are worth together")
            Money value,

            @Schema(maxItems = 3, description = "The worthiest of those that this step adds")
            List<Example> examples) {}

    @Schema(name = "NearMissExample")
    public record Example(MatchedNeed need, MatchedOffer offer) {}

    static NearMissesResponse of(Found found, NearMissTally tally, int mostChanges, Facts facts, LocalDate on) {
        return new NearMissesResponse(
                found.looked(),
                found.matches(),
                found.nearMisses().size(),
                on,
                tally.byRule(mostChanges).stream()
                        .map(rule -> new ByRule(
                                rule.rule(),
                                rule.count(),
                                Money.ofFen(rule.valueFen()),
                                rule.changesInAll(),
                                rule.changes().stream()
                                        .map(step -> change(step, facts))
                                        .toList()))
                        .toList());
    }

    private static ChangeThatHelps change(NearMissTally.Step step, Facts facts) {
        return new ChangeThatHelps(
                step.sentence(),
                step.edits(),
                step.own(),
                step.byFen() == null ? null : Money.ofFen(step.byFen()),
                step.byDays(),
                step.more(),
                step.gain(),
                Money.ofFen(step.valueFen()),
                step.examples().stream().map(example -> example(example, facts)).toList());
    }

    private static Example example(NearMiss nearMiss, Facts facts) {
        return new Example(
                MatchedNeed.of(nearMiss.need(), facts.division(nearMiss.need().divisionCode())),
                MatchedOffer.of(nearMiss.offer()));
    }
}
