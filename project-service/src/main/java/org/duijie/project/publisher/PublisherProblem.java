package org.duijie.project.publisher;

import org.duijie.chassis.problem.ProblemType;
import org.duijie.chassis.text.Text;

/** Why something cannot be done by, or to, a publisher. */
public enum PublisherProblem implements ProblemType {
    NOT_FOUND(
            404,
            Text.of("没有这个发布单位", "There is no such publisher"),
            Text.of(
                    "请核对编号；发布单位只对自身和有关机关可见。",
                    "Check the id; a publisher shows to itself and to the offices concerned only.")),
    BLOCKED(
            403,
            Text.of("该发布单位已被停用", "This publisher is blocked"),
            Text.of("请与作出决定的机关联系，理由见 /publishers。", "Ask the office that decided so; its reason is at /publishers.")),
    QUOTA_EXCEEDED(
            429,
            Text.of("已超过今日发布限额", "Today's quota of this publisher is used up"),
            Text.of(
                    "请在 Retry-After 所示时间之后重试，或申请提高限额；未受理的内容重发不会重复。",
                    "Try again after Retry-After, or ask for a higher quota; sending again repeats nothing.")),
    PERSONAL_DATA(
            422,
            Text.of("文字中含有身份证号或手机号", "The text holds an identity or phone number"),
            Text.of("请删去个人信息。", "Take personal data out."));

    private final Refusal refusal;

    PublisherProblem(int status, Text title, Text mend) {
        this.refusal = new Refusal(status, title, mend);
    }

    @Override
    public Refusal refusal() {
        return refusal;
    }
}
