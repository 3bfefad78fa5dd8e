package org.duijie.matching.subscription;

import org.duijie.chassis.problem.ProblemType;
import org.duijie.chassis.text.Text;

enum SubscriptionProblem implements ProblemType {
    NOT_FOUND(
            404,
            Text.of("没有这个订阅", "There is no such subscription"),
            Text.of("请核对编号；只能查看本组织的订阅。", "Check the id; an organization sees its own subscriptions only."));

    private final int status;
    private final Text title;
    private final Text mend;

    SubscriptionProblem(int status, Text title, Text mend) {
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
