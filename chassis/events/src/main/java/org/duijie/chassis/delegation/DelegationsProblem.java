package org.duijie.chassis.delegation;

import org.duijie.chassis.problem.ProblemType;
import org.duijie.chassis.text.Text;

/** Why nothing can be said about a platform's rights. */
public enum DelegationsProblem implements ProblemType {
    UNKNOWN_YET(
            503,
            Text.of("委托关系尚未读取完毕", "The delegations are not known yet"),
            Text.of("服务刚启动，请按 Retry-After 稍后重试。", "The service has just started; try again after Retry-After."));

    private final Refusal refusal;

    DelegationsProblem(int status, Text title, Text mend) {
        this.refusal = new Refusal(status, title, mend);
    }

    @Override
    public Refusal refusal() {
        return refusal;
    }
}
