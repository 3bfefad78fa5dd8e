package org.duijie.project.statistics;

import org.duijie.chassis.problem.ProblemType;
import org.duijie.chassis.text.Text;

/** Why a statistic cannot be given. */
public enum StatisticProblem implements ProblemType {
    POSITION_UNKNOWN(
            404,
            Text.of("账目还没有到这个位置", "The ledger has not come to this position"),
            Text.of("请使用以前的回答中的 position。", "Use a position from an answer given before."));

    private final Refusal refusal;

    StatisticProblem(int status, Text title, Text mend) {
        this.refusal = new Refusal(status, title, mend);
    }

    @Override
    public Refusal refusal() {
        return refusal;
    }
}
