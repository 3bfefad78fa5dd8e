package org.duijie.project.need;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.duijie.chassis.money.Money;
import org.duijie.project.need.NeedTerms.Category;
import org.duijie.project.need.NeedTerms.Field;
import org.duijie.project.need.NeedTerms.Level;
import org.duijie.project.need.NeedTerms.Mode;
import org.duijie.project.need.NeedTerms.OrganizationType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A need as readers see it, over HTTP and in events.
 *
 * @param value sum over the items
 * @param publishedAt absent until it was published
 * @param review the last review, absent before the first
 * @param withdrawal present once it was withdrawn
 */
@Schema(
        name = "Need",
        description = "What a county asks for",
        requiredProperties = {
            "id",
            "version",
            "status",
            "divisionCode",
            "divisionName",
            "title",
            "summary",
            "field",
            "category",
            "mode",
            "items",
            "value",
            "splittable",
            "beneficiaries",
            "periodStart",
            "periodEnd",
            "deadline",
            "admittedLevels",
            "admittedTypes",
            "excludedOrganizations",
            "evidence",
            "createdAt",
            "updatedAt"
        })
record NeedResponse(
        UUID id,

        @Schema(description = "One more with every change", examples = "3")
        long version,

        NeedStatus status,
        @Schema(examples = "130722") String divisionCode,

        @Schema(description = "The county's name when the need was last revised", examples = "张北县")
        String divisionName,

        @Schema(examples = "乡村小学图书角") String title,
        String summary,
        Field field,
        Category category,
        Mode mode,
        List<NeedItem> items,
        Money value,
        boolean splittable,
        Beneficiaries beneficiaries,
        LocalDate periodStart,
        LocalDate periodEnd,
        LocalDate deadline,
        List<Level> admittedLevels,
        List<OrganizationType> admittedTypes,
        List<String> excludedOrganizations,
        @Nullable String beneficiaryOrganization,

        @Schema(description = "Documents that show that the need is real")
        List<Evidence> evidence,

        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant publishedAt,
        @Nullable Review review,
        @Nullable Withdrawal withdrawal) {

    /** A count from one to four could be traced to somebody: it never leaves the service. */
    private static final int SMALLEST_SHOWN = 5;

    @Schema(name = "NeedBeneficiariesShown", description = "Counts only; a count from 1 to 4 is withheld and absent")
    record Beneficiaries(
            @Schema(examples = "320") @Nullable Integer persons,
            @Schema(examples = "110") @Nullable Integer households) {}

    /** @param reasons why it was returned, or remarks on its publication */
    @Schema(
            name = "NeedReviewed",
            requiredProperties = {"reasons", "at"})
    record Review(List<String> reasons, Instant at) {}

    @Schema(
            name = "NeedWithdrawn",
            requiredProperties = {"reason", "at"})
    record Withdrawal(String reason, Instant at) {}

    static NeedResponse of(Need need) {
        NeedTerms terms = need.terms();
        return new NeedResponse(
                need.id(),
                need.version(),
                need.status(),
                terms.divisionCode(),
                need.divisionName(),
                terms.title(),
                terms.summary(),
                terms.field(),
                terms.category(),
                terms.mode(),
                terms.items().stream().map(NeedItem::of).toList(),
                Money.ofFen(need.valueFen()),
                terms.splittable(),
                new Beneficiaries(shown(terms.beneficiaryPersons()), shown(terms.beneficiaryHouseholds())),
                terms.periodStart(),
                terms.periodEnd(),
                terms.deadline(),
                terms.admittedLevels(),
                terms.admittedTypes(),
                terms.excludedOrganizations(),
                terms.beneficiaryOrganization(),
                terms.evidence(),
                need.createdAt(),
                need.updatedAt(),
                need.publishedAt().orElse(null),
                need.reviewedAt()
                        .map(at -> new Review(need.reviewReasons(), at))
                        .orElse(null),
                need.withdrawnAt()
                        .map(at -> new Withdrawal(need.withdrawalReason().orElse(""), at))
                        .orElse(null));
    }

    private static @Nullable Integer shown(int count) {
        return count == 0 || count >= SMALLEST_SHOWN ? count : null;
    }
}
