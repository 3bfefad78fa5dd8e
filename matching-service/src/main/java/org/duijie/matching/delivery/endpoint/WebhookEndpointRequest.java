package org.duijie.matching.delivery.endpoint;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.duijie.chassis.text.PlainText;
import org.duijie.matching.subscription.MatchEventType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "WebhookEndpointRequest",
        description = "webhook 端点 · Where to send, and what; an empty or absent list sends all")
record WebhookEndpointRequest(
        @Schema(examples = "51110102MJ0121629F", description = "本组织统一社会信用代码 · The organization's credit code")
        @NotNull(message = "{matching.required}")
        @Pattern(regexp = "[0-9A-HJ-NPQRTUWXY]{18}", message = "{matching.credit-code}")
        String organization,

        @Schema(
                examples = "https://93.184.216.34/duijie",
                maxLength = 500,
                description = "公网可达的 https 地址 · On the public internet, port 443 or 8443, without user name")
        @NotNull(message = "{matching.required}")
        @Size(max = 500, message = "{matching.size}")
        @Pattern(regexp = "https?://[!-~]+", message = "{matching.url}")
        String url,

        @Schema(examples = "业务系统", maxLength = 100)
        @Size(max = 100, message = "{matching.size}")
        @Pattern(regexp = PlainText.LINE, message = "{matching.line}")
        @Nullable
        String description,

        @Schema(maxItems = 5, description = "只发送这些类型 · Only events of these types")
        @Size(max = 5, message = "{matching.size}")
        @Nullable
        List<@NotNull(message = "{matching.required}") MatchEventType> types,

        @Schema(maxItems = 100, description = "只发送这些订阅 · Only these subscriptions, of the same organization")
        @Size(max = 100, message = "{matching.size}")
        @Nullable
        List<@NotNull(message = "{matching.required}") UUID> subscriptions,

        @Schema(
                examples = "60",
                minimum = "0",
                maximum = "4320",
                defaultValue = "60",
                description =
                        "失败的事件最多让后面的等多少分钟；0 为不等 · For how many minutes an event that is not taken holds up those"
                                + " behind it. Then it is set aside and tried on its own, and the others go on; 0 keeps no order")
        @Min(value = 0, message = "{matching.hold}")
        @Max(value = 4320, message = "{matching.hold}")
        @Nullable
        Integer holdMinutes) {

    private static final int HOLD = 60;

    static WebhookEndpointRequest of(WebhookEndpoint endpoint) {
        return new WebhookEndpointRequest(
                endpoint.organization(),
                endpoint.url(),
                endpoint.description(),
                endpoint.types().stream().map(MatchEventType::valueOf).toList(),
                endpoint.subscriptions().stream().map(UUID::fromString).toList(),
                endpoint.holdMinutes());
    }

    List<String> typeNames() {
        return types == null
                ? List.of()
                : types.stream().map(Enum::name).distinct().toList();
    }

    List<String> subscriptionIds() {
        return subscriptions == null
                ? List.of()
                : subscriptions.stream().map(UUID::toString).distinct().toList();
    }

    int hold() {
        return Objects.requireNonNullElse(holdMinutes, HOLD);
    }
}
