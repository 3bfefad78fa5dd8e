package org.duijie.matching.delivery.endpoint;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "WebhookReplay", description = "重新发送 · What is sent again: the events of these numbers")
public record ReplayResponse(
        UUID subscription,

        @Schema(examples = "12", minimum = "1") long from,

        @Schema(examples = "42", minimum = "1") long to) {}
