package org.duijie.matching.match;

import org.duijie.chassis.problem.ProblemType;
import org.duijie.chassis.text.Text;

/** Refusals of questions about matches. */
public enum MatchProblem implements ProblemType {
    NEED_NOT_FOUND(
            404,
            Text.of("没有这项需求", "There is no such need"),
            Text.of(
                    "请核对编号；刚刚提交的需求可能尚未到达，请稍后重试。",
                    "Check the id; a need that was just made may still be on its way, try again in a moment.")),
    OFFER_NOT_FOUND(
            404,
            Text.of("没有这项帮扶资源", "There is no such offer"),
            Text.of(
                    "请核对编号；刚刚开放的资源可能尚未到达，请稍后重试。",
                    "Check the id; an offer that was just opened may still be on its way, try again in a moment.")),
    ORGANIZATION_NOT_FOUND(
            404,
            Text.of("没有这家组织", "There is no such organization"),
            Text.of(
                    "请核对编号；刚刚登记的组织可能尚未到达，请稍后重试。",
                    "Check the id; an organization that was just registered may still be on its way, try again in a moment."));

    private final Refusal refusal;

    MatchProblem(int status, Text title, Text mend) {
        this.refusal = new Refusal(status, title, mend);
    }

    @Override
    public Refusal refusal() {
        return refusal;
    }
}
