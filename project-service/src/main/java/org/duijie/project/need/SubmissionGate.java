package org.duijie.project.need;

/** Stands between a need and its reviewers: what it refuses is neither submitted nor published. */
public interface SubmissionGate {

    /** @throws org.duijie.chassis.problem.ProblemException {@link NeedProblem#INCOMPLETE}, naming every place */
    void check(NeedTerms terms);
}
