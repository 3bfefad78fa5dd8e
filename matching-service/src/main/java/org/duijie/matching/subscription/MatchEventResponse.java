package org.duijie.matching.subscription;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
import org.jspecify.annotations.Nullable;

@Schema(name = "MatchEvent", description = "匹配事件 · One entry of a subscription's stream")
public record MatchEventResponse(
        @Schema(examples = "42", minimum = "1", description = "从 1 起连续编号 · Counts from 1 without a gap")
        long number,

        MatchEventType type,
        Instant at,

        @Schema(description = "需求 · Of a pair; absent where it tells of an organization or a project") @Nullable
        MatchedNeed need,

        @Nullable MatchedOffer offer,

        @Schema(
                examples = "0.731250",
                pattern = "[01]\\.\\d{6}",
                description = "得分；结束时为最后得分 · The score; the last one told where the match ended")
        @Nullable
        String score,

        @Schema(description = "组织 · Whose status it tells") @Nullable
        WatchedOrganization organization,

        @Schema(description = "项目 · Of whose progress and money it tells") @Nullable
        WatchedProject project,

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
        String what = (place().isEmpty() ? "" : place() + " · ") + title() + (other().isEmpty() ? "" : " × " + other());
        return Text.of(type.label().zh() + "：" + what, type.label().en() + ": " + what);
    }

    /** What it is called that it tells of: of a pair, the need. */
    public String title() {
        return need != null
                ? need.title()
                : project != null
                        ? project.title()
                        : Objects.requireNonNull(organization).name();
    }

    /** Where that is; empty where that is not known, and for an organization. */
    public String place() {
        String name = need != null ? need.divisionName() : project != null ? project.divisionName() : "";
        return Objects.requireNonNullElse(name, "");
    }

    /** The other side of a pair; empty where there is none. */
    public String other() {
        return offer == null ? "" : offer.title();
    }

    /** Where the suite's API shows it. */
    public String path() {
        return need != null
                ? "/needs/" + need.id()
                : project != null
                        ? "/projects/" + project.id()
                        : "/organizations/"
                                + Objects.requireNonNull(organization).id();
    }

    /** Why, and what changed from what to what: a line each. */
    public Text story() {
        return Text.of(
                reason.zh() + lines(change -> change.sentence().zh()) + (score == null ? "" : "\n得分：" + score),
                reason.en() + lines(change -> change.sentence().en()) + (score == null ? "" : "\nScore: " + score));
    }

    private String lines(Function<Difference, String> sentence) {
        return reason.changes().stream()
                .map(change -> "\n" + sentence.apply(change))
                .collect(Collectors.joining());
    }

    static MatchEventResponse of(MatchEvent event) {
        Integer ppm = event.scorePpm();
        return new MatchEventResponse(
                event.number(),
                event.type(),
                event.at(),
                event.need(),
                event.offer(),
                ppm == null ? null : Ppm.text(ppm),
                event.organization(),
                event.project(),
                new Reason(
                        event.reasonCode(), event.reason().zh(), event.reason().en(), event.changes()),
                event.cause());
    }
}
