package org.duijie.matching.delivery.endpoint;

import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "WebhookRotationRequest", description = "更换密钥 · How long the present secret signs beside the new one")
record RotationRequest(
        @Schema(
                examples = "PT24H",
                pattern = "PT(\\d{1,2}|1[0-5]\\d|16[0-8])H",
                defaultValue = "PT24H",
                description = "至多七天的整小时数 · Whole hours, seven days at the most")
        @Pattern(regexp = "PT(\\d{1,2}|1[0-5]\\d|16[0-8])H", message = "{matching.overlap}")
        @Nullable
        String overlap) {

    private static final String OVERLAP = "PT24H";

    int hours() {
        return (int)
                Duration.parse(Objects.requireNonNullElse(overlap, OVERLAP)).toHours();
    }
}
