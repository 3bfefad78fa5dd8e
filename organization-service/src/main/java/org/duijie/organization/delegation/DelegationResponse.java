package org.duijie.organization.delegation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.duijie.chassis.identity.Matter;
import org.duijie.chassis.precondition.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A delegation as it is shown and, without the accounts, as it is told in events.
 *
 * @param version 1 when granted, one more when it ends
 * @param grantedBy the account that granted it; absent for the platform
 * @param revokedBy the account that revoked it; absent for the platform
 */
@Schema(
        name = "Delegation",
        description = "委托 · A principal lets a partner platform act for it",
        requiredProperties = {
            "id",
            "version",
            "principal",
            "platform",
            "matters",
            "validUntil",
            "reason",
            "status",
            "grantedAt"
        })
public record DelegationResponse(
        UUID id,
        @Schema(examples = "1") long version,
        Principal principal,

        @Schema(description = "Client id of the platform", examples = "partner")
        String platform,

        List<Matter> matters,

        @Schema(description = "Last day (Asia/Shanghai)", examples = "2027-12-31")
        LocalDate validUntil,

        @Schema(examples = "委托平台代为填报需求") String reason,
        DelegationStatus status,
        Instant grantedAt,

        @Schema(description = "Account that granted it; shown to the principal and the offices") @Nullable
        String grantedBy,

        @Nullable String revocationReason,

        @Schema(description = "Account that revoked it; shown to the principal and the offices") @Nullable
        String revokedBy,

        @Schema(description = "When it was revoked or expired") @Nullable
        Instant endedAt)
        implements Versioned {

    @Override
    public String view() {
        return grantedBy == null ? "platform" : "";
    }

    static DelegationResponse of(Delegation delegation) {
        return new DelegationResponse(
                delegation.id(),
                delegation.version(),
                delegation.principal(),
                delegation.platform(),
                delegation.matters(),
                delegation.validUntil(),
                delegation.reason(),
                delegation.status(),
                delegation.grantedAt(),
                delegation.grantedBy(),
                delegation.revocationReason(),
                delegation.revokedBy(),
                delegation.endedAt());
    }

    /** What the platform and the other services learn. */
    DelegationResponse withoutAccounts() {
        return new DelegationResponse(
                id,
                version,
                principal,
                platform,
                matters,
                validUntil,
                reason,
                status,
                grantedAt,
                null,
                revocationReason,
                null,
                endedAt);
    }
}
