package org.duijie.matching.rehearsal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.duijie.matching.match.Match;
import org.duijie.matching.match.MatchedNeed;
import org.duijie.matching.match.MatchedOffer;
import org.duijie.matching.match.Ppm;
import org.duijie.matching.replica.DivisionFact;
import org.duijie.matching.replica.NeedFact;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "NeedRehearsal", description = "一项需求的前十名 · A need's ten best offers under both policies")
public record NeedRehearsalResponse(
        MatchedNeed need,

        @Schema(description = "Is anything among the ten best, or their order, another?")
        boolean changed,

        @Schema(maxItems = 20, description = "Those among the ten best before or after, by the place after")
        List<Place> offers) {

    @Schema(name = "RehearsalPlace")
    public record Place(
            MatchedOffer offer,

            @Schema(
                    examples = "4",
                    minimum = "1",
                    maximum = "10",
                    description = "Absent where it is not among the ten best now")
            @Nullable
            Integer rankBefore,

            @Schema(
                    examples = "2",
                    minimum = "1",
                    maximum = "10",
                    description = "Absent where it would not be among the ten best")
            @Nullable
            Integer rankAfter,

            @Schema(examples = "0.701250", pattern = "[01]\\.\\d{6}") @Nullable
            String scoreBefore,

            @Schema(examples = "0.731250", pattern = "[01]\\.\\d{6}") @Nullable
            String scoreAfter) {}

    static NeedRehearsalResponse of(
            NeedFact need, @Nullable DivisionFact division, List<Match> before, List<Match> after) {
        Map<UUID, Integer> ranksBefore = Rehearsal.ranks(before);
        Map<UUID, Integer> ranksAfter = Rehearsal.ranks(after);
        List<Match> gone = before.stream()
                .filter(match -> !ranksAfter.containsKey(match.offer().id()))
                .toList();
        List<Place> places = Stream.concat(after.stream(), gone.stream())
                .map(match -> place(match, before, after, ranksBefore, ranksAfter))
                .toList();
        return new NeedRehearsalResponse(MatchedNeed.of(need, division), !ranksBefore.equals(ranksAfter), places);
    }

    private static Place place(
            Match match,
            List<Match> before,
            List<Match> after,
            Map<UUID, Integer> ranksBefore,
            Map<UUID, Integer> ranksAfter) {
        Integer was = ranksBefore.get(match.offer().id());
        Integer is = ranksAfter.get(match.offer().id());
        return new Place(
                MatchedOffer.of(match.offer()),
                was,
                is,
                was == null ? null : Ppm.text(before.get(was - 1).ppm()),
                is == null ? null : Ppm.text(after.get(is - 1).ppm()));
    }
}
