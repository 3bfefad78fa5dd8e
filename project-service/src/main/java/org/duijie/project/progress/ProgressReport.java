package org.duijie.project.progress;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.duijie.chassis.privacy.PersonalData;
import org.duijie.chassis.problem.ProblemException;
import org.duijie.project.project.Project;
import org.duijie.project.project.ProjectStatus;
import org.duijie.project.project.ProjectTerms.Milestone;

/**
 * What one side reports of a milestone. A report without numbers or without evidence is none: platforms were shamed for
 * one paragraph about millions.
 *
 * @param milestone number of the milestone that it is about
 * @param reached is the milestone reached by it?
 * @param quantities what was done, item by item
 * @param persons how many were helped, as are the households: counts, never names
 * @param occurredOn the day that it speaks of
 * @param evidence SHA-256 of files, in hexadecimal digits
 */
record ProgressReport(
        int milestone,
        boolean reached,
        String summary,
        List<Quantity> quantities,
        int persons,
        int households,
        LocalDate occurredOn,
        List<String> evidence) {

    /** @param item place among the need's items */
    record Quantity(int item, BigDecimal quantity) {}

    /**
     * Refuses a report of which something is missing, all of it at once.
     *
     * @throws ProblemException a {@link ProgressProblem}
     */
    void check(Project project, LocalDate today) {
        if (project.status() != ProjectStatus.RUNNING) {
            throw ProgressProblem.NOT_RUNNING.problem();
        }
        Milestone about = project.terms().milestones().stream()
                .filter(one -> one.number() == milestone)
                .findFirst()
                .orElseThrow(ProgressProblem.MILESTONE_UNKNOWN::problem);
        if (reached && about.reachedOn() != null) {
            throw ProgressProblem.MILESTONE_REACHED.problem();
        }
        if (occurredOn.isAfter(today) || occurredOn.isBefore(project.agreedOn())) {
            throw ProgressProblem.DAY_UNFIT.problem();
        }
        PersonalData.refuse(ProgressProblem.PERSONAL_DATA, Map.of("#/summary", summary));
        requireWhole(project);
    }

    private void requireWhole(Project project) {
        ProblemException missing = ProgressProblem.INCOMPLETE.problem();
        if (quantities.isEmpty() && persons == 0 && households == 0) {
            missing.and("#/quantities", "没有数量，也没有受益人数。", "There is no quantity, and nobody is counted.");
        }
        for (int i = 0; i < quantities.size(); i++) {
            int item = quantities.get(i).item();
            if (project.terms().items().stream().noneMatch(one -> one.item() == item)) {
                missing.and("#/quantities/" + i + "/item", "协议没有这个物项。", "The agreement has no such item.");
            }
        }
        if (evidence.isEmpty()) {
            missing.and("#/evidence", "没有证明文件。", "There is no evidence.");
        }
        if (!missing.faults().isEmpty()) {
            throw missing;
        }
    }
}
