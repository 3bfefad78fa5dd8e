package org.duijie.matching.delivery.feed;

import org.duijie.chassis.problem.ProblemType;
import org.duijie.chassis.text.Text;

/** Why a feed is not shown. */
public enum FeedProblem implements ProblemType {
    ADDRESS_NOT_FOUND(
            404,
            Text.of("没有这个订阅源", "There is no such feed"),
            Text.of(
                    "地址有误，或已被撤销、更换；请向设立者索取新的地址。",
                    "The address is wrong, was revoked or replaced: ask whoever made it for the present one.")),
    READ_TOO_OFTEN(
            429,
            Text.of("读取过于频繁", "The feed is read too often"),
            Text.of(
                    "请按 Retry-After 稍后再读；每个地址每分钟至多 60 次。",
                    "Come back after Retry-After: an address is read 60 times a minute at the most."));

    private final Refusal refusal;

    FeedProblem(int status, Text title, Text mend) {
        this.refusal = new Refusal(status, title, mend);
    }

    @Override
    public Refusal refusal() {
        return refusal;
    }
}
