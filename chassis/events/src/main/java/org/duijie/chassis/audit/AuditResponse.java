package org.duijie.chassis.audit;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One line of the record. */
@Schema(
        name = "AuditRecord",
        requiredProperties = {"number", "at", "actor", "action", "refused"})
public record AuditResponse(
        @Schema(examples = "812") long number,
        Instant at,

        @Schema(description = "The token's subject", examples = "f7b1d1c2-0c1c-4d55-9d2e-5a8f4b0c7e11")
        String actor,

        @Schema(description = "What was done, or asked for and refused", examples = "project.started")
        String action,

        @Schema(description = "What it was done to; absent for refusals") @Nullable
        UUID subject,

        @Schema(examples = "AGREED") @Nullable String from,
        @Schema(examples = "RUNNING") @Nullable String to,

        @Schema(description = "Code of the county or organization that a platform acted for") @Nullable
        String onBehalfOf,

        @Nullable UUID delegation,
        boolean refused) {

    static AuditResponse of(Audit.Entry entry) {
        Act act = entry.act();
        return new AuditResponse(
                entry.number(),
                entry.at(),
                entry.actor(),
                act.action(),
                entry.refused() ? null : act.subject(),
                act.from(),
                act.to(),
                act.onBehalfOf(),
                act.delegation(),
                entry.refused());
    }
}
