package org.duijie.gateway.limit;

import org.duijie.chassis.problem.ProblemType;
import org.duijie.chassis.text.Text;

/** The gateway's refusals of a caller who asks too much of it. */
public enum GatewayProblem implements ProblemType {
    TOO_MANY_STREAMS(
            429,
            Text.of("同时打开的事件流过多", "You have too many event streams open"),
            Text.of(
                    "请先关闭不用的事件流，再按 Retry-After 重试；也可以分页读取事件。",
                    "Close those that you no longer read and retry after the time in Retry-After, or read events in pages.")),
    QUOTA_EXCEEDED(
            429,
            Text.of("请求过于频繁", "You send more requests than your quota allows"),
            Text.of(
                    "请按 Retry-After 稍后重试；配额见 RateLimit-Policy，余量见 RateLimit。大量数据请用 /need-imports 成批提交。",
                    "Retry after the time in Retry-After; RateLimit-Policy tells the quota, RateLimit what is left of it. "
                            + "Send large amounts in one piece to /need-imports."));

    private final Refusal refusal;

    GatewayProblem(int status, Text title, Text mend) {
        this.refusal = new Refusal(status, title, mend);
    }

    @Override
    public Refusal refusal() {
        return refusal;
    }
}
