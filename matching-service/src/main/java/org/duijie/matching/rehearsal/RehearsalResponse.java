package org.duijie.matching.rehearsal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import org.duijie.matching.exposure.NeedShares;
import org.duijie.matching.match.Ppm;
import org.duijie.matching.rehearsal.RehearsalService.Run;
import org.duijie.matching.replica.DivisionFact;
import org.duijie.matching.replica.Facts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Rehearsal", description = "政策预演 · What would change if this version were in force now")
public record RehearsalResponse(
        @Schema(examples = "2", minimum = "1", description = "The version that is rehearsed")
        int version,

        @Schema(examples = "1", minimum = "1", description = "The version in force, which it is compared with")
        int comparedWith,

        @Schema(examples = "3", minimum = "0", description = "The edition of attention that both rest on")
        int attention,

        @Schema(examples = "2027-01-15", description = "The business day of both")
        LocalDate on,

        Instant begunAt,

        Status status,

        @Schema(examples = "403", minimum = "0", description = "已比较的需求数 · How many needs have been compared so far")
        int compared,

        @Schema(examples = "403", minimum = "0", description = "开放需求总数 · How many open needs there are")
        int needs,

        @Schema(description = "Absent while it is running") @Nullable
        Outcome outcome) {

    /** Whether the outcome is there. */
    public enum Status {
        RUNNING,
        DONE
    }

    @Schema(
            name = "RehearsalOutcome",
            description =
                    "预演结果 · Who would stand elsewhere among the ten best; what matches at all does not depend on weights")
    public record Outcome(
            @Schema(
                    examples = "120",
                    minimum = "0",
                    description = "前十名有变化的需求数 · Needs whose ten best offers or their order change")
            int needsChanged,

            @Schema(examples = "31", minimum = "0", description = "第一名有变化的需求数 · Needs that get another first")
            int needsOtherFirst,

            @Schema(examples = "3120", minimum = "0", description = "前十名位次总数 · Places among the ten best of all needs")
            long places,

            @Schema(
                    examples = "640",
                    minimum = "0",
                    description = "名次变动的匹配数 · Matches that stay among them in another place")
            long moved,

            @Schema(examples = "85", minimum = "0", description = "新进前十的匹配数 · Matches that come in")
            long entered,

            @Schema(examples = "85", minimum = "0", description = "跌出前十的匹配数 · Matches that fall out")
            long left,

            @Schema(
                    examples = "0.401200",
                    pattern = "[01]\\.\\d{6}",
                    description = "现基尼系数 · How unevenly attention is shared now")
            String giniBefore,

            @Schema(examples = "0.312500", pattern = "[01]\\.\\d{6}", description = "预演基尼系数 · How unevenly it would be")
            String giniAfter,

            @Schema(
                    maxItems = 5000,
                    description = "各县得失 · Places among the ten best needs of all open offers, who gains most first")
            List<CountyChange> counties,

            @Schema(maxItems = 20, description = "按登记层级 · Places among the ten best offers of all open needs")
            List<OrganizationChange> levels,

            @Schema(maxItems = 20, description = "按组织类型 · The same by type")
            List<OrganizationChange> types) {}

    @Schema(name = "RehearsalCounty")
    public record CountyChange(
            @Schema(examples = "130722", maxLength = 6) String divisionCode,

            @Schema(examples = "张北县", maxLength = 80, description = "Absent until the division has been heard of")
            @Nullable
            String divisionName,

            @Schema(examples = "0.031000", pattern = "[01]\\.\\d{6}", description = "Its share of what is needed")
            String shareOfNeed,

            @Schema(examples = "40", minimum = "0") long before,
            @Schema(examples = "52", minimum = "0") long after,

            @Schema(examples = "12", minimum = "-1000000000", description = "得失 · After less before")
            long gain) {}

    @Schema(name = "RehearsalOrganizations")
    public record OrganizationChange(
            @Schema(examples = "COUNTY", maxLength = 40, description = "A level or a type")
            String kind,

            @Schema(examples = "400", minimum = "0") long before,
            @Schema(examples = "380", minimum = "0") long after,

            @Schema(examples = "-20", minimum = "-1000000000", description = "得失 · After less before")
            long gain) {}

    static RehearsalResponse of(Run run, Facts facts) {
        boolean done = run.done();
        return new RehearsalResponse(
                run.policy().version(),
                run.now().policy().version(),
                run.now().attention().edition(),
                run.now().on(),
                run.begun(),
                done ? Status.DONE : Status.RUNNING,
                run.progress().get(),
                run.needs(),
                done ? outcome(run.outcome().join(), facts) : null);
    }

    private static Outcome outcome(Rehearsal rehearsal, Facts facts) {
        return new Outcome(
                rehearsal.needsChanged(),
                rehearsal.needsOtherFirst(),
                rehearsal.places(),
                rehearsal.moved(),
                rehearsal.entered(),
                rehearsal.left(),
                Ppm.text(rehearsal.giniBeforePpm()),
                Ppm.text(rehearsal.giniAfterPpm()),
                counties(rehearsal, facts),
                organizations(rehearsal.levels()),
                organizations(rehearsal.types()));
    }

    private static List<CountyChange> counties(Rehearsal rehearsal, Facts facts) {
        TreeSet<String> codes = new TreeSet<>(rehearsal.shares().counties().keySet());
        codes.addAll(rehearsal.counties().keySet());
        Tally.Change none = new Tally.Change(0, 0);
        return codes.stream()
                .map(code -> {
                    Tally.Change change = rehearsal.counties().getOrDefault(code, none);
                    DivisionFact division = facts.division(code);
                    NeedShares.County need = rehearsal.shares().counties().get(code);
                    return new CountyChange(
                            code,
                            division == null ? null : division.name(),
                            Ppm.text(need == null ? 0 : need.sharePpm()),
                            change.before(),
                            change.after(),
                            change.after() - change.before());
                })
                .sorted(Comparator.comparingLong(CountyChange::gain)
                        .reversed()
                        .thenComparing(CountyChange::divisionCode))
                .toList();
    }

    private static List<OrganizationChange> organizations(SortedMap<String, Tally.Change> changes) {
        return changes.entrySet().stream()
                .map((Map.Entry<String, Tally.Change> change) -> new OrganizationChange(
                        change.getKey(),
                        change.getValue().before(),
                        change.getValue().after(),
                        change.getValue().after() - change.getValue().before()))
                .toList();
    }
}
