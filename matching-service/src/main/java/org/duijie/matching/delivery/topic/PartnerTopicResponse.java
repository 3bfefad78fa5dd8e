package org.duijie.matching.delivery.topic;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.duijie.chassis.precondition.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "PartnerTopic",
        description = "合作方主题 · The topic of the broker that an organization's streams are written to")
record PartnerTopicResponse(
        UUID id,

        @Schema(examples = "51110102MJ0121629F", maxLength = 18)
        String organization,

        @Schema(
                examples = "duijie.deliveries.cctf-platform",
                maxLength = 100,
                description = "contract/asyncapi.yaml, partnerDeliveries")
        String topic,

        @Schema(maxItems = 100) List<UUID> subscriptions,

        @Schema(description = "自何时起未能写入 · Since when the broker has not taken what is next; absent while it does")
        @Nullable
        Instant failingSince,

        @Schema(
                examples = "TimeoutException: the broker is away",
                maxLength = 500,
                description = "未能写入的原因 · What was in the way")
        @Nullable
        String lastFault,

        Instant createdAt,

        @Schema(examples = "1", minimum = "0") long version)
        implements Versioned {

    static PartnerTopicResponse of(PartnerTopic topic) {
        return new PartnerTopicResponse(
                topic.id(),
                topic.organization(),
                topic.topic(),
                topic.subscriptions().stream().map(UUID::fromString).toList(),
                topic.failingSince(),
                topic.lastFault(),
                topic.createdAt(),
                topic.version());
    }
}
