package org.duijie.matching.policy;

import org.duijie.chassis.problem.ProblemType;
import org.duijie.chassis.text.Text;

/** Refusals of questions about policies. */
public enum PolicyProblem implements ProblemType {
    NOT_FOUND(
            404,
            Text.of("没有这个版本的匹配策略", "There is no matching policy of this version"),
            Text.of("请查询 /policies/current 获得当前版本号。", "See /policies/current for the version in force."));

    private final Refusal refusal;

    PolicyProblem(int status, Text title, Text mend) {
        this.refusal = new Refusal(status, title, mend);
    }

    @Override
    public Refusal refusal() {
        return refusal;
    }
}
