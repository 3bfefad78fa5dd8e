package org.duijie.matching.subscription;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duijie.chassis.text.Text;
import org.duijie.matching.match.MatchedNeed;
import org.duijie.matching.match.MatchedOffer;
import org.duijie.matching.match.Ppm;
import org.duijie.matching.occasion.ReasonCode;
import org.duijie.matching.reason.Difference;
import org.duijie.matching.replica.Cause;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "MatchEvent", description = "匹配事件 · One entry of a subscription's stream")
public record MatchEventResponse(
        @Schema(examples = "42", minimum = "1", description = "从 1 起连续编号 · Counts from 1 without a gap")
        long number,

        MatchEventType type,
        Instant at,
        MatchedNeed need,
        MatchedOffer offer,

        @Schema(
                examples = "0.731250",
                pattern = "[01]\\.\\d{6}",
                description = "得分；结束时为最后得分 · The score; the last one told where the match ended")
        String score,

        Reason reason,

        @Schema(description = "起因 · What brought it about; eventId is absent where no event did")
        Cause cause) {

    @Schema(name = "MatchEventReason", description = "原因 · Which fact changed, and what followed")
    public record Reason(
            ReasonCode code,

            @Schema(maxLength = 20000, examples = "需求已发布，与该资源匹配。")
            String zh,

            @Schema(maxLength = 20000, examples = "The need was published: it matches the offer.")
            String en,

            @Schema(maxItems = 100, description = "逐项变更 · Member by member, what changed from what to what")
            List<Difference> changes) {}

    /** What happened, in one line: {@code 开始匹配：张北县 · 乡村小学图书角 × 图书 5000 册}. */
    public Text headline() {
        String place = need.divisionName() == null ? "" : need.divisionName() + " · ";
        String pair = place + need.title() + " × " + offer.title();
        return Text.of(type.label().zh() + "：" + pair, type.label().en() + ": " + pair);
    }

    /** Why, and what changed from what to what: a line each. */
    public Text story() {
        return Text.of(
                reason.zh() + lines(change -> change.sentence().zh()) + "\n得分：" + score,
                reason.en() + lines(change -> change.sentence().en()) + "\nScore: " + score);
    }

    private String lines(Function<Difference, String> sentence) {
        return reason.changes().stream()
                .map(change -> "\n" + sentence.apply(change))
                .collect(Collectors.joining());
    }

    static MatchEventResponse of(MatchEvent event) {
        return new MatchEventResponse(
                event.number(),
                event.type(),
                event.at(),
                event.need(),
                event.offer(),
                Ppm.text(event.scorePpm()),
                new Reason(
                        event.reasonCode(), event.reason().zh(), event.reason().en(), event.changes()),
                event.cause());
    }
}
