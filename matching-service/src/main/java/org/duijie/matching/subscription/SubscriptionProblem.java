package org.duijie.matching.subscription;

import org.duijie.chassis.problem.ProblemType;
import org.duijie.chassis.text.Text;

enum SubscriptionProblem implements ProblemType {
    NOT_FOUND(
            404,
            Text.of("没有这个订阅", "There is no such subscription"),
            Text.of("请核对编号；只能查看本组织的订阅。", "Check the id; an organization sees its own subscriptions only.")),
    TOO_MANY(
            409,
            Text.of("这家组织的订阅已满", "The organization has as many subscriptions as it may have"),
            Text.of(
                    "每家组织最多 100 个订阅；请先取消不再需要的，或把几个合并为一个。",
                    "An organization has 100 at the most: end one that is no longer needed, or make several into one."));

    private final Refusal refusal;

    SubscriptionProblem(int status, Text title, Text mend) {
        this.refusal = new Refusal(status, title, mend);
    }

    @Override
    public Refusal refusal() {
        return refusal;
    }
}
