package org.duijie.project.quality;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.duijie.chassis.problem.ProblemException;
import org.duijie.chassis.time.BusinessDay;
import org.duijie.project.need.NeedProblem;
import org.duijie.project.need.NeedTerms;
import org.duijie.project.need.SubmissionGate;

/** Lets nothing be submitted or published that a blocking hint speaks against. */
@Singleton
class QualityGate implements SubmissionGate {

    private final NeedRules rules;
    private final BusinessDay day;

    @Inject
    QualityGate(NeedRules rules, BusinessDay day) {
        this.rules = rules;
        this.day = day;
    }

    @Override
    public void check(NeedTerms terms) {
        ProblemException incomplete = NeedProblem.INCOMPLETE.problem();
        rules.hints(terms, day.today()).stream()
                .filter(hint -> hint.severity() == Hint.Severity.BLOCKING)
                .forEach(hint -> incomplete.and(
                        hint.pointer(), hint.detail().zh(), hint.detail().en()));
        if (!incomplete.faults().isEmpty()) {
            throw incomplete;
        }
    }
}
