package org.duijie.matching.delivery.endpoint;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "WebhookRedeliveryRequest", description = "重新发送一个事件 · Which event to send again")
record RedeliveryRequest(
        @NotNull(message = "{matching.required}") UUID subscription,

        @Schema(examples = "12", minimum = "1")
        @NotNull(message = "{matching.required}")
        @Min(value = 1, message = "{matching.positive}")
        Long number) {}
