package org.duijie.project.division;

import org.duijie.chassis.problem.ProblemType;
import org.duijie.chassis.text.Text;

/** Why something about divisions cannot be answered. */
enum DivisionProblem implements ProblemType {
    NOT_FOUND(
            404,
            Text.of("没有这个行政区划代码", "There is no division with this code"),
            Text.of("请按名称在 /divisions?name= 查询代码。", "Look the code up by name at /divisions?name=."));

    private final int status;
    private final Text title;
    private final Text mend;

    DivisionProblem(int status, Text title, Text mend) {
        this.status = status;
        this.title = title;
        this.mend = mend;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Text title() {
        return title;
    }

    @Override
    public Text mend() {
        return mend;
    }
}
