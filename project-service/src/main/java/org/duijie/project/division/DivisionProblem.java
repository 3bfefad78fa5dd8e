package org.duijie.project.division;

import org.duijie.chassis.problem.ProblemType;
import org.duijie.chassis.text.Text;

/** Why something about divisions cannot be answered. */
enum DivisionProblem implements ProblemType {
    NOT_FOUND(
            404,
            Text.of("没有这个行政区划代码", "There is no division with this code"),
            Text.of("请按名称在 /divisions?name= 查询代码。", "Look the code up by name at /divisions?name=."));

    private final Refusal refusal;

    DivisionProblem(int status, Text title, Text mend) {
        this.refusal = new Refusal(status, title, mend);
    }

    @Override
    public Refusal refusal() {
        return refusal;
    }
}
