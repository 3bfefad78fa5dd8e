package org.duijie.organization.offer;

import org.duijie.chassis.problem.ProblemType;
import org.duijie.chassis.text.Text;

/** Why something asked of an offer is refused. */
enum OfferProblem implements ProblemType {
    NOT_FOUND(
            404,
            Text.of("没有这项帮扶资源", "There is no such offer"),
            Text.of("请核对编号；已结束的资源只对其所属组织可见。", "Check the id; an offer that ended shows to its organization only.")),
    ORGANIZATION_UNKNOWN(
            422,
            Text.of("没有这个社会组织", "There is no such organization"),
            Text.of("请先登记该组织，再填报资源。", "Register the organization first.")),
    ORGANIZATION_NOT_VERIFIED(
            409,
            Text.of("该组织不在已核实状态", "The organization is not verified"),
            Text.of("请待登记机关核实（或解除暂停）后再填报资源。", "Open offers after its registrar has verified or reinstated it.")),
    NOT_OPEN(
            409,
            Text.of("该资源已经结束", "The offer has ended"),
            Text.of(
                    "已用尽、已过期或已撤回的资源不能再变动；可另行填报。",
                    "What is exhausted, expired or withdrawn is not changed; make a new one.")),
    ORGANIZATION_NOT_ELIGIBLE(
            409,
            Text.of("该组织当前不具备参与资格", "The organization may not take part at present"),
            Text.of("请待登记机关解除限制后再协商。", "Agree after its registrar has lifted what stands in the way.")),
    NOT_ENOUGH_LEFT(
            409,
            Text.of("资源余量不足", "Not enough of the offer is left"),
            Text.of("请按余量重新提出，或另选资源。", "Propose what is left, or choose another offer.")),
    OUTSIDE_BOUNDS(
            409,
            Text.of("超出资源的承诺范围", "It lies outside the offer's commitments"),
            Text.of(
                    "请按资源的最小和最大承诺调整价值，或由该组织以邀请方式承诺。",
                    "Keep to its smallest and largest commitment, or agree by invitation.")),
    ORGANIZATION_FIXED(
            422,
            Text.of("资源不能转给另一个组织", "An offer stays its organization's"),
            Text.of("请保留原 organizationId；另一组织须自行填报。", "Leave organizationId as it is; the other one makes its own.")),
    SPOKEN_FOR(
            409,
            Text.of("已有部分被预留或承诺", "Some of it is spoken for"),
            Text.of(
                    "已被预留或承诺的物项须保持原位置、种类、代码和单位，数量不得少于已占用的部分。",
                    "A line of which something is spoken for keeps its place, kind, code and unit, and as much as that.")),
    PERIOD_PASSED(
            422,
            Text.of("有效期已过", "The offer's last day is over"),
            Text.of("请把有效期止改到今天或以后。", "Move the last day to today or later.")),
    PERIOD_NOT_PASSED(
            409,
            Text.of("有效期未过", "The offer's last day is not over"),
            Text.of("如需提前结束，请撤回该资源。", "To end it early, withdraw it.")),
    CONTRADICTORY(
            422,
            Text.of("资源内容自相矛盾", "Parts of the offer contradict each other"),
            Text.of("请按 errors 中每一处的说明修改。", "Mend each place listed in errors.")),
    PERSONAL_DATA(
            422, Text.of("文字中含有个人信息", "The text holds personal data"), Text.of("请删去个人信息。", "Take personal data out."));

    private final Refusal refusal;

    OfferProblem(int status, Text title, Text mend) {
        this.refusal = new Refusal(status, title, mend);
    }

    @Override
    public Refusal refusal() {
        return refusal;
    }
}
