package org.duijie.organization.offer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.duijie.chassis.money.Money;
import org.duijie.chassis.precondition.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An offer as it is shown and as it is told in events.
 *
 * @param version 1 when opened, one more with each change
 * @param value sum over the items
 * @param withdrawalReason present when withdrawn
 */
@Schema(
        name = "Offer",
        description = "帮扶资源 · What an organization can give",
        requiredProperties = {
            "id",
            "version",
            "organizationId",
            "creditCode",
            "status",
            "title",
            "summary",
            "items",
            "value",
            "smallestCommitment",
            "largestCommitment",
            "fields",
            "divisions",
            "excludedDivisions",
            "modes",
            "participationRoles",
            "validFrom",
            "validUntil",
            "createdAt",
            "updatedAt"
        })
public record OfferResponse(
        UUID id,
        @Schema(examples = "1") long version,
        UUID organizationId,
        @Schema(examples = "53110000500302806B") String creditCode,
        OfferStatus status,
        @Nullable String withdrawalReason,
        String title,
        String summary,
        List<OfferedItem> items,
        Money value,
        Money smallestCommitment,
        Money largestCommitment,
        List<OfferTerms.Field> fields,
        List<String> divisions,
        List<String> excludedDivisions,
        List<OfferTerms.Mode> modes,
        List<OfferTerms.ParticipationRole> participationRoles,
        LocalDate validFrom,
        LocalDate validUntil,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {

    static OfferResponse of(Offer offer) {
        OfferTerms terms = offer.terms();
        return new OfferResponse(
                offer.id(),
                offer.version(),
                offer.organizationId(),
                offer.creditCode(),
                offer.status(),
                offer.withdrawalReason().orElse(null),
                terms.title(),
                terms.summary(),
                offer.items().stream().map(OfferedItem::of).toList(),
                Money.ofFen(offer.valueFen()),
                Money.ofFen(terms.smallestCommitmentFen()),
                Money.ofFen(terms.largestCommitmentFen()),
                terms.fields(),
                terms.divisions(),
                terms.excludedDivisions(),
                terms.modes(),
                terms.participationRoles(),
                terms.validFrom(),
                terms.validUntil(),
                offer.createdAt(),
                offer.updatedAt());
    }
}
