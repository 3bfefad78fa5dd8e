package org.duijie.project.need;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.duijie.chassis.money.Money;
import org.duijie.chassis.precondition.Versioned;
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
            "committed",
            "beneficiaries",
            "periodStart",
            "periodEnd",
            "deadline",
            "admittedLevels",
            "admittedTypes",
            "evidence",
            "createdAt",
            "updatedAt"
        })
public record NeedResponse(
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

        @Schema(
                description =
                        "How much of each item agreements have taken on, in the order of the items; decimal strings",
                examples = "[\"1200\", \"0\"]")
        List<String> committed,

        Beneficiaries beneficiaries,
        LocalDate periodStart,
        LocalDate periodEnd,
        LocalDate deadline,
        List<Level> admittedLevels,
        List<OrganizationType> admittedTypes,

        @Schema(description = "Credit codes that are not wanted; shown to the offices concerned only") @Nullable
        List<String> excludedOrganizations,

        @Nullable String beneficiaryOrganization,

        @Schema(description = "Documents that show that the need is real")
        List<Evidence> evidence,

        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant publishedAt,
        @Nullable Review review,
        @Nullable Withdrawal withdrawal,

        @Schema(description = "What its publisher calls it, if anything; shown to the offices concerned only") @Nullable
        OwnReference ownReference,

        @Schema(description = "An amendment that waits for review; shown to the offices concerned only") @Nullable
        Proposal proposal)
        implements Versioned {

    /** For whom it is written: what is nobody's business is left out. */
    public enum Audience {
        PUBLIC,
        /** Our own services, which must know who is not wanted. */
        SERVICES,
        /** The county, the offices above it, and whoever reads everything. */
        CONCERNED
    }

    /** A count from one to four could be traced to somebody: it never leaves the service. */
    private static final int SMALLEST_SHOWN = 5;

    @Schema(name = "NeedBeneficiariesShown", description = "Counts only; a count from 1 to 4 is withheld and absent")
    public record Beneficiaries(
            @Schema(examples = "320") @Nullable Integer persons,
            @Schema(examples = "110") @Nullable Integer households) {

        static Beneficiaries of(NeedTerms terms) {
            return new Beneficiaries(shown(terms.beneficiaryPersons()), shown(terms.beneficiaryHouseholds()));
        }
    }

    /**
     * @param reasons why it was returned, or remarks on its publication
     * @param standing was it published at once because its publisher is trusted?
     */
    @Schema(
            name = "NeedReviewed",
            requiredProperties = {"reasons", "at", "standing"})
    public record Review(List<String> reasons, Instant at, boolean standing) {}

    @Schema(
            name = "NeedWithdrawn",
            requiredProperties = {"reason", "at"})
    public record Withdrawal(String reason, Instant at) {}

    @Schema(
            name = "NeedProposal",
            requiredProperties = {"reason", "at", "fields"})
    public record Proposal(String reason, Instant at, List<FieldChange> fields) {}

    public static NeedResponse of(Need need, Audience audience) {
        NeedTerms terms = need.terms();
        Reviewed review = need.review();
        boolean concerned = audience == Audience.CONCERNED;
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
                committed(need),
                Beneficiaries.of(terms),
                terms.periodStart(),
                terms.periodEnd(),
                terms.deadline(),
                terms.admittedLevels(),
                terms.admittedTypes(),
                audience == Audience.PUBLIC ? null : terms.excludedOrganizations(),
                terms.beneficiaryOrganization(),
                terms.evidence(),
                need.createdAt(),
                need.updatedAt(),
                need.publishedAt().orElse(null),
                review.reviewedAt() == null
                        ? null
                        : new Review(review.reviewReasons(), review.reviewedAt(), review.standingReview()),
                need.withdrawal()
                        .map(back -> new Withdrawal(back.withdrawalReason(), back.withdrawnAt()))
                        .orElse(null),
                concerned ? need.own().orElse(null) : null,
                concerned
                        ? need.pendingAmendment()
                                .map(pending -> proposal(need, pending))
                                .orElse(null)
                        : null);
    }

    /** The public's picture of a version has another tag than that of the offices concerned. */
    @Override
    public String view() {
        return excludedOrganizations == null ? "public" : "";
    }

    private static List<String> committed(Need need) {
        return IntStream.range(0, need.terms().items().size())
                .mapToObj(item -> Commitments.quantity(need.commitments().of(item))
                        .stripTrailingZeros()
                        .toPlainString())
                .toList();
    }

    private static Proposal proposal(Need need, PendingAmendment pending) {
        return new Proposal(pending.reason(), pending.at(), NeedDiff.between(need.terms(), pending.terms()));
    }

    private static @Nullable Integer shown(int count) {
        return count == 0 || count >= SMALLEST_SHOWN ? count : null;
    }
}
