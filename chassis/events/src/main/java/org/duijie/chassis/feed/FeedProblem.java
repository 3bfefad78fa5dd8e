package org.duijie.chassis.feed;

import org.duijie.chassis.problem.ProblemType;
import org.duijie.chassis.text.Text;

/** Why the change feed cannot be followed. */
enum FeedProblem implements ProblemType {
    POSITION_UNKNOWN(
            410,
            Text.of("变更流中没有这个位置", "The feed has no such position"),
            Text.of(
                    "数据可能已迁移。请重新导出，再从导出所给的位置继续。",
                    "The data may have moved. Take the export anew and go on from the position that it gives."));

    private final Refusal refusal;

    FeedProblem(int status, Text title, Text mend) {
        this.refusal = new Refusal(status, title, mend);
    }

    @Override
    public Refusal refusal() {
        return refusal;
    }
}
