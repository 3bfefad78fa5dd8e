package org.duijie.matching.delivery.topic;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "PartnerTopicRequest",
        description = "合作方主题 · Whose streams are written to which topic; no subscriptions mean all")
record PartnerTopicRequest(
        @Schema(examples = "51110102MJ0121629F", description = "组织统一社会信用代码 · The organization's credit code")
        @NotNull(message = "{matching.required}")
        @Pattern(regexp = "[0-9A-HJ-NPQRTUWXY]{18}", message = "{matching.credit-code}")
        String organization,

        @Schema(
                examples = "cctf-platform",
                maxLength = 63,
                pattern = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?",
                description = "主题名的末段 · The last part of the topic's name, after duijie.deliveries.")
        @NotNull(message = "{matching.required}")
        @Pattern(regexp = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?", message = "{matching.topic}")
        String name,

        @Schema(maxItems = 100, description = "只写入这些订阅 · Only these subscriptions, of the same organization")
        @Size(max = 100, message = "{matching.size}")
        @Nullable
        List<@NotNull(message = "{matching.required}") UUID> subscriptions) {

    List<String> subscriptionIds() {
        return subscriptions == null
                ? List.of()
                : subscriptions.stream().map(UUID::toString).distinct().toList();
    }
}
