package org.duijie.project.progress;

import java.time.LocalDate;
import java.util.List;
import org.duijie.chassis.money.Money;
import org.duijie.project.project.Project;
import org.duijie.project.project.ProjectTerms.Milestone;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be reached, and what is late today. */
@Schema(name = "Milestones")
public record MilestonesResponse(
        @Schema(description = "The day that lateness is reckoned to")
        LocalDate today,

        List<Item> items) {

    @Schema(
            name = "MilestoneStanding",
            requiredProperties = {"number", "title", "dueOn", "overdue"})
    public record Item(
            @Schema(examples = "1") int number,
            @Schema(examples = "图书到校") String title,
            LocalDate dueOn,
            @Nullable Money payment,
            @Nullable LocalDate reachedOn,
            boolean overdue) {}

    static MilestonesResponse of(Project project, LocalDate today) {
        return new MilestonesResponse(
                today,
                project.terms().milestones().stream()
                        .map(milestone -> item(milestone, project.status().open() && milestone.overdue(today)))
                        .toList());
    }

    private static Item item(Milestone milestone, boolean overdue) {
        Long payment = milestone.paymentFen();
        return new Item(
                milestone.number(),
                milestone.title(),
                milestone.dueOn(),
                payment == null ? null : Money.ofFen(payment),
                milestone.reachedOn(),
                overdue);
    }
}
