package org.duijie.matching.delivery.endpoint;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.duijie.chassis.precondition.Versioned;
import org.duijie.matching.subscription.MatchEventType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "WebhookEndpoint", description = "webhook 端点 · Where an organization's streams are sent")
record WebhookEndpointResponse(
        UUID id,

        @Schema(examples = "51110102MJ0121629F", maxLength = 18)
        String organization,

        @Schema(examples = "https://93.184.216.34/duijie", maxLength = 500)
        String url,

        @Schema(examples = "业务系统", maxLength = 100) @Nullable
        String description,

        @Schema(maxItems = 5) List<MatchEventType> types,
        @Schema(maxItems = 100) List<UUID> subscriptions,

        @Schema(examples = "60", minimum = "0", maximum = "4320")
        int holdMinutes,

        EndpointStatus status,

        @Schema(description = "停用的原因 · Why it is DISABLED") @Nullable
        DisableReason statusReason,

        @Schema(
                examples = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
                maxLength = 100,
                description =
                        "签名密钥，仅在设立时显示一次 · What messages are signed with. Shown by the first answer to the request that"
                                + " makes the endpoint, and never again: whoever lost it rotates")
        @Nullable
        String secret,

        Instant rotatedAt,
        Instant createdAt,

        @Schema(examples = "1", minimum = "0") long version)
        implements Versioned {

    static WebhookEndpointResponse of(WebhookEndpoint endpoint) {
        return new WebhookEndpointResponse(
                endpoint.id(),
                endpoint.organization(),
                endpoint.url(),
                endpoint.description(),
                endpoint.types().stream().map(MatchEventType::valueOf).toList(),
                endpoint.subscriptions().stream().map(UUID::fromString).toList(),
                endpoint.holdMinutes(),
                endpoint.status(),
                endpoint.statusReason(),
                null,
                endpoint.rotatedAt(),
                endpoint.createdAt(),
                endpoint.version());
    }

    /** The same, with what is never shown again. */
    WebhookEndpointResponse withSecret(String shown) {
        return new WebhookEndpointResponse(
                id,
                organization,
                url,
                description,
                types,
                subscriptions,
                holdMinutes,
                status,
                statusReason,
                shown,
                rotatedAt,
                createdAt,
                version);
    }

    @Override
    public String view() {
        return secret == null ? "" : "secret";
    }
}
