package org.duijie.matching.exposure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.duijie.chassis.money.Money;
import org.duijie.matching.attention.AttentionMeasurement;
import org.duijie.matching.attention.CountyAttention;
import org.duijie.matching.match.Ppm;
import org.duijie.matching.replica.DivisionFact;
import org.duijie.matching.replica.Facts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "Attention",
        description = "关注均衡 · How the counties share the attention of organizations, against what each of them needs")
public record AttentionResponse(
        @Schema(
                examples = "3",
                minimum = "0",
                description =
                        "版本 · Which lacks rankings rest on, as `versions.attention` of a match; 0 until something was measured")
        int edition,

        @Schema(description = "Absent until something was measured") @Nullable
        Instant measuredAt,

        @Nullable LocalDate measuredOn,

        @Schema(
                examples = "1",
                minimum = "1",
                description = "The policy that rankings were made by; absent until something was measured")
        @Nullable
        Integer policy,

        @Schema(
                examples = "500",
                minimum = "0",
                description = "计入的资源数 · How many open offers' ten best needs were counted")
        int offers,

        @Schema(
                examples = "0.312500",
                pattern = "[01]\\.\\d{6}",
                description =
                        "基尼系数 · How unevenly attention is shared as rankings are now: 0 for evenly, 1 for all to one")
        @Nullable
        String gini,

        @Schema(
                examples = "0.401200",
                pattern = "[01]\\.\\d{6}",
                description = "未作均衡时的基尼系数 · The same, were no county lifted")
        @Nullable
        String giniWithoutLift,

        @Schema(maxItems = 5000, description = "Counties with open needs, what is lacked most first")
        List<County> counties) {

    @Schema(name = "CountyAttention", description = "一县所需与所获关注 · What a county needs, and how much attention it gets")
    public record County(
            @Schema(examples = "130722", maxLength = 6) String divisionCode,

            @Schema(examples = "张北县", maxLength = 80, description = "Absent until the division has been heard of")
            @Nullable
            String divisionName,

            @Schema(examples = "12", minimum = "1", description = "开放需求数 · Open needs")
            int needs,

            @Schema(description = "开放需求价值 · What they are worth")
            Money value,

            @Schema(
                    examples = "0.031000",
                    pattern = "[01]\\.\\d{6}",
                    description = "所需份额 · Its share of what is needed: the mean of that by count and that by value")
            String shareOfNeed,

            @Schema(
                    examples = "0.012000",
                    pattern = "[01]\\.\\d{6}",
                    description = "未作均衡时所获份额 · Its share of the ten best of all open offers, were no county lifted")
            String shareOfExposure,

            @Schema(
                    examples = "0.019000",
                    pattern = "[01]\\.\\d{6}",
                    description = "现获份额 · The same share as rankings are now")
            String shareOfExposureNow,

            @Schema(
                    examples = "0.500000",
                    pattern = "[01]\\.\\d{6}",
                    description =
                            "欠缺 · How much less than its share it gets unlifted, in quarters: the value of the factor ATTENTION")
            String lack) {}

    private static final AttentionResponse NOTHING_MEASURED =
            new AttentionResponse(0, null, null, null, 0, null, null, List.of());

    static AttentionResponse nothingMeasured() {
        return NOTHING_MEASURED;
    }

    static AttentionResponse of(AttentionMeasurement measurement, Facts facts) {
        return new AttentionResponse(
                measurement.edition(),
                measurement.measuredAt(),
                measurement.measuredOn(),
                measurement.policyVersion(),
                measurement.offerCount(),
                Ppm.text(measurement.giniPpm()),
                Ppm.text(measurement.giniWithoutPpm()),
                measurement.counties().stream()
                        .sorted(Comparator.comparingInt(CountyAttention::lackPpm)
                                .reversed()
                                .thenComparing(CountyAttention::divisionCode))
                        .map(county -> of(county, facts.division(county.divisionCode())))
                        .toList());
    }

    private static County of(CountyAttention county, @Nullable DivisionFact division) {
        return new County(
                county.divisionCode(),
                division == null ? null : division.name(),
                county.needs(),
                Money.ofFen(county.needValueFen()),
                Ppm.text(county.needSharePpm()),
                Ppm.text(county.exposureSharePpm()),
                Ppm.text(county.liftedSharePpm()),
                Ppm.text(county.lackPpm()));
    }
}
