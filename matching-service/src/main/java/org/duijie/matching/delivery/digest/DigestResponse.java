package org.duijie.matching.delivery.digest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.duijie.chassis.precondition.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Digest", description = "邮件摘要 · Where an organization's streams are mailed, and how often")
record DigestResponse(
        UUID id,

        @Schema(examples = "51110102MJ0121629F", maxLength = 18)
        String organization,

        @Schema(examples = "duijie@example.org", maxLength = 254)
        String address,

        Rhythm rhythm,
        DigestLanguage language,
        @Schema(maxItems = 100) List<UUID> subscriptions,
        DigestStatus status,

        @Schema(description = "下次寄送 · When the next one is due; absent while it is not mailed") @Nullable
        Instant nextAt,

        @Schema(description = "最近一次寄出 · When the last one went out") @Nullable
        Instant mailedAt,

        @Schema(
                examples = "550 5.1.1 no such mailbox",
                maxLength = 500,
                description = "最近一次未能寄出的原因 · Why the last one did not go out; absent when it did")
        @Nullable
        String lastFault,

        Instant createdAt,

        @Schema(examples = "1", minimum = "0") long version)
        implements Versioned {

    static DigestResponse of(Digest digest) {
        return new DigestResponse(
                digest.id(),
                digest.organization(),
                digest.address(),
                digest.rhythm(),
                digest.language(),
                digest.subscriptions().stream().map(UUID::fromString).toList(),
                digest.status(),
                digest.nextAt(),
                digest.mailedAt(),
                digest.lastFault(),
                digest.createdAt(),
                digest.version());
    }
}
