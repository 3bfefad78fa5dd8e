package org.duijie.matching.proposal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.duijie.chassis.money.Money;
import org.duijie.chassis.precondition.Versioned;
import org.duijie.chassis.text.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A proposal as its two sides see it and as it is told in events.
 *
 * @param waiting the stage as a sentence, with the time since which it lasts
 * @param closing present where it came to nothing
 */
@Schema(
        name = "Proposal",
        description = "对接意向 · One side's wish to act on a match, and where it stands",
        requiredProperties = {
            "id",
            "version",
            "status",
            "stage",
            "stageSince",
            "waiting",
            "needId",
            "needVersion",
            "needTitle",
            "divisionCode",
            "offerId",
            "offerVersion",
            "offerTitle",
            "organization",
            "initiator",
            "byInvitation",
            "items",
            "value",
            "periodStart",
            "periodEnd",
            "milestones",
            "pledges",
            "answerBy",
            "reminders",
            "createdAt",
            "updatedAt"
        })
public record ProposalResponse(
        UUID id,
        @Schema(examples = "3") long version,
        ProposalStatus status,
        Stage stage,
        Instant stageSince,
        @Schema(description = "The stage as a sentence") Text waiting,
        UUID needId,
        @Schema(examples = "4") long needVersion,
        @Schema(examples = "乡村小学图书角") String needTitle,
        @Schema(examples = "130722") String divisionCode,
        UUID offerId,
        @Schema(examples = "2") long offerVersion,
        @Schema(examples = "万册图书进乡村") String offerTitle,
        Organization organization,
        @Schema(description = "Who made the first terms") Side initiator,

        @Schema(description = "No match: the offer's own wishes are waived for it")
        boolean byInvitation,

        List<Item> items,
        @Schema(description = "Of all items") Money value,
        LocalDate periodStart,
        LocalDate periodEnd,
        @Nullable String conditions,
        List<Milestone> milestones,
        List<Pledge> pledges,
        @Schema(description = "Last day for the answer") LocalDate answerBy,

        @Schema(description = "How often the silent side was reminded", examples = "0")
        int reminders,

        @Nullable Instant remindedAt,
        @Nullable Instant escalatedAt,

        @Schema(description = "Code of the office that was told of the silence", examples = "130700") @Nullable
        String escalatedTo,

        @Nullable Closing closing,

        @Schema(description = "Present once it is agreed") @Nullable
        UUID projectId,

        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant agreedAt)
        implements Versioned {

    /** The organization whose offer it is, as it was registered when the terms were made. */
    @Schema(name = "ProposalOrganization")
    public record Organization(
            UUID id,

            @Schema(examples = "51110102MJ0121629F") String creditCode,

            @Schema(examples = "示例助学促进会") String name,
            @Schema(examples = "COUNTY") String level,
            @Schema(examples = "ASSOCIATION") String type,
            @Schema(examples = "110102") String registrarDivision) {}

    /** What is given for one item of the need. */
    @Schema(name = "ProposedItem")
    public record Item(
            @Schema(description = "Its place among the need's items, from 0", examples = "0")
            int item,

            @Schema(examples = "GOODS.BOOKS") String resourceCode,
            @Schema(examples = "册") String unit,
            @Schema(examples = "1200") String quantity,
            Money value) {}

    /** What is to be reached by when. */
    @Schema(
            name = "ProposedMilestone",
            requiredProperties = {"title", "dueOn"})
    public record Milestone(
            @Schema(examples = "图书到校") String title,
            LocalDate dueOn,
            @Nullable Money payment) {}

    /** What is to arrive by when. */
    @Schema(
            name = "ProposedPledge",
            requiredProperties = {"item", "value", "dueOn"})
    public record Pledge(
            @Schema(examples = "0") int item,
            @Schema(examples = "600") @Nullable String quantity,
            Money value,
            LocalDate dueOn) {}

    static ProposalResponse of(Proposal proposal) {
        ProposalTerms terms = proposal.terms();
        Donor donor = proposal.donor();
        return new ProposalResponse(
                proposal.id(),
                proposal.version(),
                proposal.status(),
                proposal.stage(),
                proposal.stageSince(),
                proposal.stage().sentence(proposal.stageSince()),
                proposal.needId(),
                proposal.needVersion(),
                proposal.needTitle(),
                proposal.divisionCode(),
                proposal.offerId(),
                proposal.offerVersion(),
                proposal.offerTitle(),
                new Organization(
                        donor.organizationId(),
                        donor.creditCode(),
                        donor.name(),
                        donor.level(),
                        donor.type(),
                        donor.registrarDivision()),
                proposal.initiator(),
                proposal.byInvitation(),
                items(terms),
                Money.ofFen(proposal.valueFen()),
                terms.periodStart(),
                terms.periodEnd(),
                terms.conditions(),
                milestones(terms),
                pledges(terms),
                proposal.answerBy(),
                proposal.reminders(),
                proposal.remindedAt().orElse(null),
                proposal.escalatedAt().orElse(null),
                proposal.escalatedTo().orElse(null),
                proposal.closing().orElse(null),
                proposal.projectId().orElse(null),
                proposal.createdAt(),
                proposal.updatedAt(),
                proposal.acceptedAt().orElse(null),
                proposal.agreedAt().orElse(null));
    }

    static List<Item> items(ProposalTerms terms) {
        return terms.items().stream()
                .map(item -> new Item(
                        item.item(),
                        item.resourceCode(),
                        item.unit(),
                        TermsCheck.quantity(item.quantityThousandths()),
                        Money.ofFen(item.valueFen())))
                .toList();
    }

    static List<Milestone> milestones(ProposalTerms terms) {
        return terms.milestones().stream()
                .map(milestone -> {
                    Long payment = milestone.paymentFen();
                    return new Milestone(
                            milestone.title(), milestone.dueOn(), payment == null ? null : Money.ofFen(payment));
                })
                .toList();
    }

    static List<Pledge> pledges(ProposalTerms terms) {
        return terms.pledges().stream()
                .map(pledge -> {
                    Long quantity = pledge.quantityThousandths();
                    return new Pledge(
                            pledge.item(),
                            quantity == null ? null : TermsCheck.quantity(quantity),
                            Money.ofFen(pledge.valueFen()),
                            pledge.dueOn());
                })
                .toList();
    }
}
