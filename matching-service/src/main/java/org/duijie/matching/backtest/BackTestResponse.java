package org.duijie.matching.backtest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.duijie.chassis.money.Money;
import org.duijie.chassis.text.Text;
import org.duijie.chassis.time.BusinessDay;
import org.duijie.matching.filter.Filter;
import org.duijie.matching.match.MatchedNeed;
import org.duijie.matching.replica.Facts;
import org.duijie.matching.replica.NeedFact;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "BackTest", description = "回测 · What would have matched in the past, and what was lost by one criterion")
public record BackTestResponse(
        @Schema(examples = "2026-01-16", description = "First day")
        LocalDate from,

        @Schema(examples = "2027-01-15", description = "Last day")
        LocalDate to,

        @Schema(description = "历史完整记录之起点 · From when on the history lacks nothing")
        Instant keptSince,

        @Schema(description = "Since when the oldest known version was public; absent where none is known") @Nullable
        Instant earliest,

        @Schema(description = "回测期是否完整 · Does the history cover all of the span? If not, there may have been more")
        boolean complete,

        @Schema(examples = "1", minimum = "0", description = "How many offers were tried")
        int offers,

        @Schema(
                examples = "403",
                minimum = "0",
                description = "期内公开过的需求数 · Needs that were public at some time, each once")
        int needs,

        @Schema(examples = "37", minimum = "0", description = "本会匹配的需求数 · How many of them would have matched")
        int matched,

        @Schema(description = "What these are worth") Money value,

        @Schema(examples = "7", minimum = "0", description = "只因一项条件错失 · How many were lost by one criterion alone")
        int lostByOne,

        @Schema(maxItems = 30) List<InMonth> months,

        @Schema(maxItems = 20, description = "The criterion that lost most first")
        List<LostBy> lost,

        @Schema(
                maxItems = 10,
                description = "The worthiest of what would have matched; what was withdrawn since is not named")
        List<MatchedNeed> examples,

        @Schema(description = "按何假定 · What was taken for granted")
        Text taken) {

    private static final Text TAKEN = Text.of(
            "每项需求按其公开的各日判断，计一次；资源视同全程开放，组织的登记与信用状况、各县资料、权重和关注均衡按现状。",
            "Each need is judged as of the days on which it was public, and counts once. The offer is taken as open all the"
                    + " time; the organization, the counties, weights and attention are taken as they are now, listings by"
                    + " their dates.");

    @Schema(name = "BackTestMonth")
    public record InMonth(
            @Schema(
                    examples = "2026-11",
                    pattern = "\\d{4}-\\d{2}",
                    description = "In which the need first came that near")
            String month,

            @Schema(examples = "3", minimum = "0") int matched,
            @Schema(examples = "1", minimum = "0") int lostByOne) {}

    @Schema(name = "BackTestLoss", description = "错失 · What one criterion alone kept away")
    public record LostBy(
            Criterion criterion,
            Text label,

            @Schema(
                    maxLength = Filter.LONGEST,
                    examples = "amount<=50000.00",
                    description = "过滤条件中的哪一项 · Which condition of the filter; absent where it is none of the filter's")
            @Nullable
            String condition,

            @Schema(examples = "4", minimum = "1") int count,

            @Schema(description = "What these needs are worth")
            Money value,

            @Schema(maxItems = 10) List<MatchedNeed> examples) {}

    static BackTestResponse of(
            LocalDate from,
            LocalDate to,
            Instant keptSince,
            @Nullable Instant earliest,
            int offers,
            BackTest.Outcome outcome,
            Facts facts) {
        return new BackTestResponse(
                from,
                to,
                keptSince,
                earliest,
                !keptSince.isAfter(from.atStartOfDay(BusinessDay.ZONE).toInstant()),
                offers,
                outcome.needs(),
                outcome.matched(),
                Money.ofFen(outcome.matchedFen()),
                outcome.lostByOne(),
                outcome.months().entrySet().stream()
                        .map(month -> new InMonth(
                                month.getKey().toString(),
                                month.getValue().matched(),
                                month.getValue().lostByOne()))
                        .toList(),
                outcome.lost().stream()
                        .map(lost -> new LostBy(
                                lost.criterion(),
                                lost.criterion().label(),
                                lost.by().condition().isEmpty()
                                        ? null
                                        : lost.by().condition(),
                                lost.count(),
                                Money.ofFen(lost.valueFen()),
                                needs(lost.examples(), facts)))
                        .toList(),
                needs(outcome.examples(), facts),
                TAKEN);
    }

    private static List<MatchedNeed> needs(List<NeedFact> needs, Facts facts) {
        return needs.stream()
                .map(need -> MatchedNeed.of(need, facts.division(need.divisionCode())))
                .toList();
    }
}
