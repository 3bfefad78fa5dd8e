package org.duijie.matching.subscription;

import java.util.List;
import java.util.UUID;
import org.duijie.matching.filter.Category;
import org.duijie.matching.filter.Field;
import org.duijie.matching.filter.Filter;
import org.duijie.matching.filter.FilterText;
import org.duijie.matching.filter.Mode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a merge patch of a subscription may name. It describes; {@link SubscriptionRequest} holds the outcome to its rules. */
@Schema(
        name = "SubscriptionPatch",
        description = "订阅的修改 · What is named is replaced, null wants all again, the rest stays")
record SubscriptionPatch(
        @Schema(examples = "张家口教育与卫生需求", maxLength = 100) @Nullable
        String name,

        @Schema(maxItems = 7, examples = "[\"EDUCATION\",\"HEALTH\"]") @Nullable
        List<Field> fields,

        @Schema(maxItems = 200, description = "GB/T 2260 codes, each with all below it") @Nullable
        List<String> divisions,

        @Schema(maxItems = 2) @Nullable List<Mode> modes,
        @Schema(maxItems = 3) @Nullable List<Category> categories,

        @Schema(
                examples = "0.5",
                pattern = "0(\\.\\d{1,6})?|1(\\.0{1,6})?",
                description = "最低得分 · Matches that score less are not told")
        @Nullable
        String minimumScore,

        @Schema(
                examples = "amount<=50000.00",
                maxLength = Filter.LONGEST,
                pattern = FilterText.PATTERN,
                description = FilterText.DESCRIPTION)
        @Nullable
        String filter,

        @Schema(maxItems = 200, description = "Whose status to be told of, by credit code") @Nullable
        List<String> organizations,

        @Schema(maxItems = 200, description = "Of which projects to be told") @Nullable
        List<UUID> projects) {}
