package org.duijie.organization.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.duijie.chassis.precondition.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An organization as it is shown and as it is told in events.
 *
 * @param version 1 when registered, one more with each change
 * @param statusSince the day on which the status began
 * @param promises absent before its first project
 * @param relatedParties credit codes; absent for callers who are neither the organization nor an office
 * @param creditCodeOverride present where an operator admitted a code whose check fails
 */
@Schema(
        name = "Organization",
        description = "社会组织 · A social organization",
        requiredProperties = {
            "id",
            "version",
            "creditCode",
            "name",
            "type",
            "level",
            "registrarDivision",
            "status",
            "statusSince",
            "standing",
            "createdAt",
            "updatedAt"
        })
public record OrganizationResponse(
        UUID id,
        @Schema(examples = "2") long version,
        @Schema(examples = "53110000500302806B") String creditCode,
        @Schema(examples = "样例北京云杉教育基金会0001号") String name,

        @Schema(description = "What it says of itself to the public", examples = "支持山区小学的图书室与教师培训。") @Nullable
        String description,

        OrganizationType type,
        OrganizationLevel level,
        @Schema(examples = "110000") String registrarDivision,
        OrganizationStatus status,
        LocalDate statusSince,
        @Nullable String statusReason,
        Standing standing,
        @Nullable Promises promises,

        @Schema(description = "Credit codes; shown to the organization itself and the offices") @Nullable
        List<String> relatedParties,

        @Nullable AdmittedCode creditCodeOverride,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {

    /** The part of an operator's decision that is shown. */
    @Schema(
            name = "CreditCodeOverride",
            requiredProperties = {"reason", "at"})
    public record AdmittedCode(String reason, Instant at) {

        static @Nullable AdmittedCode of(@Nullable CreditCodeOverride decision) {
            return decision == null ? null : new AdmittedCode(decision.reason(), decision.at());
        }
    }

    @Override
    public String view() {
        return relatedParties == null ? "public" : "";
    }

    /** Everything, for the organization itself, the offices, and the events. */
    static OrganizationResponse of(Organization organization) {
        return of(organization, organization.relatedParties());
    }

    /** What the public sees. */
    static OrganizationResponse publicly(Organization organization) {
        return of(organization, null);
    }

    private static OrganizationResponse of(Organization organization, @Nullable List<String> relatedParties) {
        StatusChange change = organization.lastChange();
        return new OrganizationResponse(
                organization.id(),
                organization.version(),
                organization.creditCode(),
                organization.name(),
                organization.description(),
                organization.type(),
                organization.level(),
                organization.registrarDivision(),
                organization.status(),
                change.since(),
                change.reason(),
                organization.standing(),
                organization.promises(),
                relatedParties,
                AdmittedCode.of(organization.creditCodeOverride()),
                organization.createdAt(),
                organization.updatedAt());
    }
}
