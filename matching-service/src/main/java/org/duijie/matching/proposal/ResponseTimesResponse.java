package org.duijie.matching.proposal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.duijie.matching.replica.DivisionFact;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The league table, the quickest first. */
@Schema(name = "ResponseTimes", description = "答复用时排行 · County bureaus by how soon they answer")
public record ResponseTimesResponse(List<Item> items) {

    /**
     * @param medianHours with one decimal; absent where it never answered
     * @param missed how many proposals expired while it was to answer
     */
    @Schema(
            name = "ResponseTime",
            requiredProperties = {"rank", "divisionCode", "answered", "missed", "waiting", "reminders", "escalations"})
    public record Item(
            @Schema(examples = "1") int rank,
            @Schema(examples = "130722") String divisionCode,
            @Schema(examples = "张北县") @Nullable String divisionName,

            @Schema(description = "Accepted, declined or countered", examples = "12")
            long answered,

            @Schema(description = "Hours, one decimal", examples = "26.5") @Nullable
            String medianHours,

            @Schema(examples = "71.0") @Nullable String longestHours,

            @Schema(description = "Expired while it was to answer", examples = "0")
            long missed,

            @Schema(description = "Wait for its answer now", examples = "2")
            long waiting,

            @Nullable Instant oldestWaitingSince,
            @Schema(examples = "1") long reminders,
            @Schema(examples = "0") long escalations) {

        private static final long TENTH_OF_AN_HOUR = 360;

        static Item of(int rank, ResponseTimes.Line line, @Nullable DivisionFact division) {
            return new Item(
                    rank,
                    line.code(),
                    division == null ? null : division.name(),
                    line.answered(),
                    hours(line.median()),
                    hours(line.longest()),
                    line.missed(),
                    line.waiting(),
                    line.oldest(),
                    line.reminders(),
                    line.escalations());
        }

        private static @Nullable String hours(@Nullable Duration time) {
            if (time == null) {
                return null;
            }
            long tenths = time.toSeconds() / TENTH_OF_AN_HOUR;
            return tenths / 10 + "." + tenths % 10;
        }
    }
}
