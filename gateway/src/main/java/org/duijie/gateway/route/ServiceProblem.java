package org.duijie.gateway.route;

import org.duijie.chassis.problem.ProblemType;
import org.duijie.chassis.text.Text;

/** The gateway's refusals where the service behind it gave no usable answer. */
enum ServiceProblem implements ProblemType {
    UNAVAILABLE(
            503,
            Text.of("后台服务暂时不可用", "The service behind this address is down for the moment"),
            Text.of(
                    "请按 Retry-After 稍后重试；其他服务不受影响，见 /health。",
                    "Retry after the time in Retry-After; the other services still work, see /health.")),
    TIMED_OUT(
            504,
            Text.of("后台服务未及时答复", "The service behind this address did not answer in time"),
            Text.of(
                    "请求可能已经生效：请先查询结果，再决定是否重发。",
                    "The request may have taken effect: look first, then decide whether to send it again.")),
    ANSWER_BROKEN(
            502,
            Text.of("后台服务的答复中断", "The service behind this address broke off its answer"),
            Text.of(
                    "请求可能已经生效：请先查询结果，再决定是否重发。",
                    "The request may have taken effect: look first, then decide whether to send it again."));

    private final Refusal refusal;

    ServiceProblem(int status, Text title, Text mend) {
        this.refusal = new Refusal(status, title, mend);
    }

    @Override
    public Refusal refusal() {
        return refusal;
    }
}
