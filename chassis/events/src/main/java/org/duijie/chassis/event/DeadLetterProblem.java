package org.duijie.chassis.event;

import org.duijie.chassis.problem.ProblemType;
import org.duijie.chassis.text.Text;

/** Refusals of the dead-letter operations. */
enum DeadLetterProblem implements ProblemType {
    NOT_FOUND(
            404,
            Text.of("没有这封死信", "No such dead letter"),
            Text.of("请在 /dead-letters 列表中核对编号。", "Compare the id with the list at /dead-letters."));

    private final Refusal refusal;

    DeadLetterProblem(int status, Text title, Text mend) {
        this.refusal = new Refusal(status, title, mend);
    }

    @Override
    public Refusal refusal() {
        return refusal;
    }
}
