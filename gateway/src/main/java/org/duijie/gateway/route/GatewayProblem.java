package org.duijie.gateway.route;

import org.duijie.chassis.problem.ProblemType;
import org.duijie.chassis.text.Text;

/** The gateway's refusals of a caller who asks too much of it. */
enum GatewayProblem implements ProblemType {
    TOO_MANY_STREAMS(
            429,
            Text.of("同时打开的事件流过多", "You have too many event streams open"),
            Text.of(
                    "请先关闭不用的事件流，再按 Retry-After 重试；也可以分页读取事件。",
                    "Close those that you no longer read and retry after the time in Retry-After, or read events in pages."));

    private final Refusal refusal;

    GatewayProblem(int status, Text title, Text mend) {
        this.refusal = new Refusal(status, title, mend);
    }

    @Override
    public Refusal refusal() {
        return refusal;
    }
}
