package org.duijie.matching.subscription;

import java.util.UUID;
import org.duijie.chassis.money.Money;
import org.duijie.matching.replica.ProjectState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A project's progress and money as they were when something of it changed. */
@Schema(name = "WatchedProject", description = "所关注项目的进展与资金 · The project's progress and money at that moment")
public record WatchedProject(
        UUID id,
        @Schema(examples = "乡村小学图书角", maxLength = 200) String title,
        @Schema(examples = "130722", maxLength = 6) String divisionCode,
        @Schema(examples = "张北县", maxLength = 80) String divisionName,

        @Schema(examples = "51110102MJ0121629F", maxLength = 18, description = "Who carries it out, by credit code")
        String organization,

        @Schema(examples = "RUNNING", maxLength = 20) String status,
        @Schema(description = "As agreed") Money value,

        @Schema(description = "认捐 · By the county's book, as the sums below")
        Money pledged,

        @Schema(description = "到账") Money received,
        @Schema(description = "拨付") Money disbursed,
        @Schema(description = "退回") Money returned,

        @Schema(examples = "VERIFIED", maxLength = 20, description = "How far both sides agree on the sums")
        String standing,

        @Schema(examples = "2", minimum = "0", description = "里程碑数")
        int milestones,

        @Schema(examples = "1", minimum = "0", description = "已达成的里程碑数")
        int reached) {

    static WatchedProject of(ProjectState project) {
        return new WatchedProject(
                project.id(),
                project.title(),
                project.divisionCode(),
                project.divisionName(),
                project.organization(),
                project.status(),
                Money.ofFen(project.valueFen()),
                Money.ofFen(project.pledgedFen()),
                Money.ofFen(project.receivedFen()),
                Money.ofFen(project.disbursedFen()),
                Money.ofFen(project.returnedFen()),
                project.standing(),
                project.milestones().size(),
                project.reached());
    }
}
