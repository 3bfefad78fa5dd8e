package org.duijie.project.project;

import java.util.Map;
import org.duijie.chassis.problem.ProblemException;

/** What the ledger knows of a project when it comes to its end. */
public interface Reckoning {

    /** @throws ProblemException {@link ProjectProblem#NOT_RECONCILED}, naming each thing that is not settled */
    void requireSettled(Project project);

    /** What has not arrived of each item: thousandths of its unit, by its place among the need's items. */
    Map<Integer, Long> undelivered(Project project);
}
