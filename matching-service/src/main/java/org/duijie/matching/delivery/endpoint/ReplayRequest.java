package org.duijie.matching.delivery.endpoint;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "WebhookReplayRequest",
        description = "从何处重新发送 · From where to send again: a number or a time, or everything where neither is said")
public record ReplayRequest(
        @NotNull(message = "{matching.required}") UUID subscription,

        @Schema(examples = "12", minimum = "1") @Min(value = 1, message = "{matching.positive}") @Nullable
        Long from,

        @Schema(examples = "2026-11-25T00:00:00Z") @Nullable Instant fromTime) {}
