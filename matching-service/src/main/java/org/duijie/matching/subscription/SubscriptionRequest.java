package org.duijie.matching.subscription;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.duijie.matching.match.Ppm;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "SubscriptionRequest", description = "订阅 · What to be told of; an empty or absent list wants all")
record SubscriptionRequest(
        @Schema(examples = "51110102MJ0121629F", description = "本组织统一社会信用代码 · The organization's credit code")
        @NotNull(message = "必填 · required")
        @Pattern(regexp = "[0-9A-HJ-NPQRTUWXY]{18}", message = "须为十八位统一社会信用代码 · a credit code of 18 characters")
        String organization,

        @Schema(examples = "张家口教育需求", maxLength = 100)
        @NotBlank(message = "必填 · required")
        @Size(max = 100, message = "最多 100 个字 · at most 100 characters")
        // Numbers this long could be of a person or a telephone: they are no part of a subscription's name.
        @Pattern(
                regexp = "(?s)(?!.*(\\p{Nd}[\\s-]?){11}).*",
                message = "不得含证件号码或电话号码 · no identity or telephone numbers")
        String name,

        @Schema(maxItems = 7) @Size(max = 7, message = "最多 7 项 · at most 7") @Nullable
        List<@NotNull(message = "不得为空 · not null") Field> fields,

        @Schema(maxItems = 200, description = "GB/T 2260 codes, each with all below it")
        @Size(max = 200, message = "最多 200 项 · at most 200")
        @Nullable
        List<
                        @NotNull(message = "不得为空 · not null")
                        @Pattern(regexp = "[1-9]\\d{5}", message = "须为六位行政区划代码 · a six-digit division code") String>
                divisions,

        @Schema(maxItems = 2) @Size(max = 2, message = "最多 2 项 · at most 2") @Nullable
        List<@NotNull(message = "不得为空 · not null") Mode> modes,

        @Schema(maxItems = 3) @Size(max = 3, message = "最多 3 项 · at most 3") @Nullable
        List<@NotNull(message = "不得为空 · not null") Category> categories,

        @Schema(
                examples = "0.3",
                pattern = "0(\\.\\d{1,6})?|1(\\.0{1,6})?",
                defaultValue = "0",
                description = "最低得分 · Matches that score less are not told")
        @Pattern(
                regexp = "0(\\.\\d{1,6})?|1(\\.0{1,6})?",
                message = "须为 0 至 1 的小数，最多六位 · a decimal from 0 to 1 with at most six digits")
        @Nullable
        String minimumScore) {

    Wish wish(UUID id) {
        return new Wish(
                id,
                organization,
                names(fields),
                divisions == null ? List.of() : divisions.stream().distinct().toList(),
                names(modes),
                names(categories),
                Ppm.parse(Objects.requireNonNullElse(minimumScore, "0")));
    }

    private static List<String> names(@Nullable List<? extends Enum<?>> constants) {
        return constants == null
                ? List.of()
                : constants.stream().map(Enum::name).distinct().toList();
    }
}
