package org.duijie.chassis.identity;

import org.duijie.chassis.problem.ProblemType;
import org.duijie.chassis.text.Text;

/** Refusals of authority. What must stay hidden is answered by the feature's own NOT_FOUND instead. */
public enum AccessProblem implements ProblemType {
    UNAUTHENTICATED(
            401,
            Text.of("需要登录", "You are not signed in"),
            Text.of(
                    "请取得有效的访问令牌，并以 Authorization: Bearer 发送。",
                    "Get a valid access token and send it as Authorization: Bearer.")),
    FORBIDDEN(
            403,
            Text.of("您的角色无权执行此操作", "Your role may not do this"),
            Text.of(
                    "请由有权的单位办理，或向领导小组办公室申请授权。",
                    "Ask an office that may, or ask the leading-group office for the right."));

    private final Refusal refusal;

    AccessProblem(int status, Text title, Text mend) {
        this.refusal = new Refusal(status, title, mend);
    }

    @Override
    public Refusal refusal() {
        return refusal;
    }
}
