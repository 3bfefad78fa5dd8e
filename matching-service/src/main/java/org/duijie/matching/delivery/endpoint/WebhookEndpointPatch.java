package org.duijie.matching.delivery.endpoint;

import java.util.List;
import java.util.UUID;
import org.duijie.matching.subscription.MatchEventType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a merge patch of an endpoint may name. It describes; {@link WebhookEndpointRequest} holds the outcome to its rules. */
@Schema(
        name = "WebhookEndpointPatch",
        description = "端点的修改 · What is named is replaced, null sends all again, the rest stays")
record WebhookEndpointPatch(
        @Schema(examples = "https://93.184.216.34/duijie/v2", maxLength = 500) @Nullable
        String url,

        @Schema(examples = "新业务系统", maxLength = 100) @Nullable
        String description,

        @Schema(maxItems = 5) @Nullable List<MatchEventType> types,

        @Schema(maxItems = 100) @Nullable List<UUID> subscriptions,

        @Schema(examples = "0", minimum = "0", maximum = "4320") @Nullable
        Integer holdMinutes) {}
