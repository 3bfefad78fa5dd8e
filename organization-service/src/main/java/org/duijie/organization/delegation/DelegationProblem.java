package org.duijie.organization.delegation;

import org.duijie.chassis.problem.ProblemType;
import org.duijie.chassis.text.Text;

/** Why something asked of a delegation is refused. */
enum DelegationProblem implements ProblemType {
    NOT_FOUND(
            404,
            Text.of("没有这项委托", "There is no such delegation"),
            Text.of(
                    "请核对编号；委托只对委托方、受托平台和领导小组办公室可见。",
                    "Check the id; a delegation shows to its principal, its platform and the leading-group office.")),
    PRINCIPAL_UNCLEAR(
            422,
            Text.of("委托方不明确", "It is not clear who delegates"),
            Text.of("请在 divisionCode 与 creditCode 中填写且只填写一项。", "Give either divisionCode or creditCode, not both.")),
    MATTER_NOT_ITS_OWN(
            422,
            Text.of("委托事项不属于委托方", "The principal has no such matter"),
            Text.of(
                    "县级单位可委托 NEEDS；社会组织可委托 OFFERS 与 SUBSCRIPTIONS；双方均可委托 PROPOSALS 与 PROJECTS。",
                    "A county's bureau delegates NEEDS, an organization OFFERS and SUBSCRIPTIONS, either PROPOSALS and PROJECTS.")),
    PERIOD_PASSED(
            422,
            Text.of("委托期限已过", "The delegation's last day is over"),
            Text.of("请把期限止改到今天或以后。", "Move the last day to today or later.")),
    PERIOD_TOO_LONG(
            422,
            Text.of("委托期限超过一年", "The delegation is for more than a year"),
            Text.of("委托最长一年，期满后可再次委托。", "A year is the longest; delegate again after that.")),
    ALREADY_ACTIVE(
            409,
            Text.of("对该平台的委托已经有效", "This platform is delegated to already"),
            Text.of(
                    "同一委托方对同一平台只有一项有效委托；如需变更，请先撤销，再重新委托。",
                    "A principal has one active delegation to a platform; to change it, revoke it and delegate anew.")),
    NOT_ACTIVE(
            409,
            Text.of("该委托已经结束", "The delegation has ended"),
            Text.of("已撤销或到期的委托不能再变动；可重新委托。", "A revoked or expired delegation stays so; delegate anew.")),
    PERIOD_NOT_PASSED(
            409,
            Text.of("委托期限未过", "The delegation's last day is not over"),
            Text.of("如需提前结束，请撤销该委托。", "To end it early, revoke it.")),
    PERSONAL_DATA(
            422,
            Text.of("文字中含有身份证号或手机号", "The text holds an identity or phone number"),
            Text.of("请删去个人信息。", "Take personal data out."));

    private final Refusal refusal;

    DelegationProblem(int status, Text title, Text mend) {
        this.refusal = new Refusal(status, title, mend);
    }

    @Override
    public Refusal refusal() {
        return refusal;
    }
}
