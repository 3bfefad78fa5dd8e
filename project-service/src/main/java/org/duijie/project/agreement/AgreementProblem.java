package org.duijie.project.agreement;

import org.duijie.chassis.problem.ProblemType;
import org.duijie.chassis.text.Text;

/** Why there is no agreement, where the need is not the reason. */
public enum AgreementProblem implements ProblemType {
    ORGANIZATION_INELIGIBLE(
            409,
            Text.of("该组织目前不能参与", "The organization may not take part now"),
            Text.of("请待其状况恢复后重新提出。", "Propose again when its standing is restored."));

    private final Refusal refusal;

    AgreementProblem(int status, Text title, Text mend) {
        this.refusal = new Refusal(status, title, mend);
    }

    @Override
    public Refusal refusal() {
        return refusal;
    }
}
