package org.duijie.matching.subscription;

import java.math.BigDecimal;
import java.util.List;
import org.duijie.chassis.text.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "SubscriptionPreview", description = "订阅预览 · What a subscription would bring that is not made yet")
record SubscriptionPreviewResponse(
        @Schema(examples = "37", minimum = "0", description = "现在匹配的需求数 · Needs that match now, each once")
        int needs,

        @Schema(examples = "41", minimum = "0", description = "现在匹配的需求与资源对数 · Pairs that match now: what is told first")
        int pairs,

        @Schema(
                examples = "4.2",
                description = "平均每周新增的匹配需求 · How many needs began to match in a week, on average over the last three"
                        + " whole months; absent where the history does not reach back, or where it can never match")
        @Nullable
        BigDecimal perWeek,

        @Schema(
                maxItems = 50,
                description =
                        "永远不会匹配的原因 · Why it can never match: what of the filter contradicts itself, or else a sentence for"
                                + " each offer; empty where it can")
        List<Text> never) {}
