package org.duijie.project.project;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.duijie.chassis.money.Money;
import org.duijie.chassis.precondition.Versioned;
import org.duijie.project.need.Commitments;
import org.duijie.project.need.NeedTerms.Category;
import org.duijie.project.need.NeedTerms.Field;
import org.duijie.project.need.NeedTerms.Item.Kind;
import org.duijie.project.need.NeedTerms.Level;
import org.duijie.project.need.NeedTerms.Mode;
import org.duijie.project.need.NeedTerms.OrganizationType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A project as its readers see it, over HTTP and in events. */
@Schema(
        name = "Project",
        description = "The carrying-out of one agreement",
        requiredProperties = {
            "id",
            "version",
            "status",
            "needId",
            "needVersion",
            "offerId",
            "organization",
            "divisionCode",
            "divisionName",
            "title",
            "field",
            "category",
            "mode",
            "items",
            "value",
            "milestones",
            "periodStart",
            "periodEnd",
            "agreedOn",
            "money",
            "agreedAt",
            "updatedAt"
        })
public record ProjectResponse(
        @Schema(description = "The agreement's, which is its proposal's")
        UUID id,

        @Schema(description = "One more with every change", examples = "4")
        long version,

        ProjectStatus status,
        UUID needId,

        @Schema(description = "Of the need, when it was agreed on", examples = "3")
        long needVersion,

        UUID offerId,
        Organization organization,
        @Schema(examples = "130722") String divisionCode,
        @Schema(examples = "张北县") String divisionName,
        @Schema(examples = "乡村小学图书角") String title,
        Field field,
        Category category,
        Mode mode,
        List<Item> items,

        @Schema(description = "Of all items, as agreed") Money value,

        List<Milestone> milestones,
        LocalDate periodStart,
        LocalDate periodEnd,
        @Nullable String conditions,
        LocalDate agreedOn,
        Totals money,
        Instant agreedAt,
        Instant updatedAt,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        @Nullable Instant closedAt,
        @Nullable Termination termination,

        @Schema(description = "What the money that was left goes to") @Nullable
        String leftoverPurpose,

        @Nullable Disclosure finalDisclosure)
        implements Versioned {

    /** @param origin code of the registrar's province; 100000 for the ministry */
    @Schema(name = "ProjectOrganization", description = "Who carries it out, as on the day of the agreement")
    public record Organization(
            UUID id,
            @Schema(examples = "53110000500309522J") String creditCode,
            @Schema(examples = "样例北京云杉教育基金会") String name,
            Level level,
            OrganizationType type,
            @Schema(examples = "110000") String registrarDivision,
            @Schema(examples = "110000") String origin) {}

    @Schema(name = "ProjectItem", description = "One line of what is given")
    public record Item(
            @Schema(description = "Its place among the need's items, from 0", examples = "0")
            int item,

            Kind kind,
            @Schema(examples = "GOODS.BOOKS") String resourceCode,
            @Schema(examples = "小学课外读物") String description,
            @Schema(examples = "1200") String quantity,
            @Schema(examples = "册") String unit,
            Money value) {}

    @Schema(
            name = "ProjectMilestone",
            requiredProperties = {"number", "title", "dueOn"})
    public record Milestone(
            @Schema(examples = "1") int number,
            @Schema(examples = "图书到校") String title,
            LocalDate dueOn,
            @Nullable Money payment,
            @Nullable LocalDate reachedOn) {}

    /** Sums over the ledger, by the county's book. */
    @Schema(name = "ProjectMoney", description = "By the county's book; standing says how far both sides agree")
    public record Totals(Money pledged, Money received, Money disbursed, Money returned, FigureStanding standing) {}

    /** @param released what is not delivered, and free again at the need and at the offer */
    @Schema(name = "ProjectTermination")
    public record Termination(String reason, Instant at, List<Quantity> released) {}

    @Schema(name = "ProjectQuantity")
    public record Quantity(
            @Schema(description = "Place of the item among the need's", examples = "0")
            int item,

            @Schema(examples = "800") String quantity) {}

    @Schema(name = "ProjectDisclosure")
    public record Disclosure(String uri, LocalDate on) {}

    public static ProjectResponse of(Project project) {
        Implementer by = project.implementer();
        ProjectTerms terms = project.terms();
        return new ProjectResponse(
                project.id(),
                project.version(),
                project.status(),
                project.needId(),
                project.needVersion(),
                project.offerId(),
                new Organization(
                        by.organizationId(),
                        by.creditCode(),
                        by.organizationName(),
                        by.level(),
                        by.organizationType(),
                        by.registrarDivision(),
                        by.origin()),
                project.divisionCode(),
                project.divisionName(),
                project.title(),
                project.field(),
                project.category(),
                project.mode(),
                terms.items().stream().map(ProjectResponse::item).toList(),
                Money.ofFen(project.valueFen()),
                terms.milestones().stream().map(ProjectResponse::milestone).toList(),
                terms.periodStart(),
                terms.periodEnd(),
                terms.conditions(),
                project.agreedOn(),
                totals(project),
                project.agreedAt(),
                project.updatedAt(),
                project.startedAt().orElse(null),
                project.completedAt().orElse(null),
                project.closedAt().orElse(null),
                project.terminatedAt()
                        .map(at -> new Termination(project.terminationReason().orElse(""), at, released(project)))
                        .orElse(null),
                project.leftoverPurpose().orElse(null),
                project.finalDisclosureOn()
                        .map(on -> new Disclosure(project.finalDisclosure().orElse(""), on))
                        .orElse(null));
    }

    private static Item item(ProjectTerms.Item item) {
        return new Item(
                item.item(),
                item.kind(),
                item.resourceCode(),
                item.description(),
                plain(item.quantity()),
                item.unit(),
                Money.ofFen(item.valueFen()));
    }

    private static List<Quantity> released(Project project) {
        return new TreeMap<>(project.released())
                .entrySet().stream()
                        .map(item -> new Quantity(item.getKey(), plain(Commitments.quantity(item.getValue()))))
                        .toList();
    }

    private static String plain(BigDecimal quantity) {
        return quantity.signum() == 0 ? "0" : quantity.stripTrailingZeros().toPlainString();
    }

    private static Milestone milestone(ProjectTerms.Milestone milestone) {
        Long payment = milestone.paymentFen();
        return new Milestone(
                milestone.number(),
                milestone.title(),
                milestone.dueOn(),
                payment == null ? null : Money.ofFen(payment),
                milestone.reachedOn());
    }

    private static Totals totals(Project project) {
        org.duijie.project.project.Totals totals = project.totals();
        return new Totals(
                Money.ofFen(totals.pledgedFen()),
                Money.ofFen(totals.receivedFen()),
                Money.ofFen(totals.disbursedFen()),
                Money.ofFen(totals.returnedFen()),
                totals.standing());
    }
}
