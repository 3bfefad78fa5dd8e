package org.duijie.matching.proposal;

import org.duijie.chassis.problem.ProblemType;
import org.duijie.chassis.text.Text;

/** Why something asked of a proposal is refused. */
public enum ProposalProblem implements ProblemType {
    NOT_FOUND(
            404,
            Text.of("没有这项对接意向", "There is no such proposal"),
            Text.of("请核对编号；意向只对双方及其上级可见。", "Check the id; a proposal shows to its two sides and the offices above.")),
    NOT_A_MATCH(
            409,
            Text.of("这一对需求与资源不匹配", "This need and this offer are no match"),
            Text.of(
                    "请按说明调整资源或需求；或以邀请方式提出（invitation 为 true）。",
                    "Change the offer or the need as explained, or propose by invitation (invitation: true).")),
    NOT_ADMISSIBLE(
            409,
            Text.of("这一对需求与资源不能对接", "This need and this offer may not be brought together"),
            Text.of(
                    "资格、关联方等硬性条件不因邀请而豁免；请按说明先消除障碍。",
                    "No invitation waives eligibility, related parties and the like: clear what stands in the way first.")),
    ALREADY_OPEN(
            409,
            Text.of("双方已有一项未了结的意向", "The two sides have an open proposal already"),
            Text.of("请答复或撤回那一项；如要改变内容，请还价。", "Answer or withdraw that one; to change it, make a counter-proposal.")),
    NOT_ENOUGH_LEFT(
            409,
            Text.of("资源余量不足", "Not enough of the offer is left"),
            Text.of("请按余量提出，或另选资源。", "Propose what is left, or choose another offer.")),
    NOT_OPEN(
            409,
            Text.of("意向已不在待答复状态", "The proposal does not wait for an answer any more"),
            Text.of("请查看其状态；已结束的意向可重新提出。", "Look at its status; propose anew where it has ended.")),
    NOT_YOUR_TURN(
            409,
            Text.of("现在不由您这一方答复", "It is not your side's turn"),
            Text.of("请等待对方答复；己方提出的内容可以撤回。", "Wait for the other side; terms of your own may be withdrawn.")),
    ANSWERER_IS_PROPOSER(
            403,
            Text.of("提出内容的账户不能自己接受", "Whoever made the terms does not accept them"),
            Text.of("请由另一方的其他人员接受。", "Leave it to somebody of the other side.")),
    TIME_NOT_OVER(
            409,
            Text.of("答复期限未过", "The time for an answer is not over"),
            Text.of("如需提前结束，请撤回或谢绝。", "To end it early, withdraw or decline it.")),
    CONTRADICTORY(
            422,
            Text.of("意向内容自相矛盾", "Parts of the proposal contradict each other"),
            Text.of("请按 errors 中每一处的说明修改。", "Mend each place listed in errors.")),
    PERSONAL_DATA(
            422, Text.of("文字中含有个人信息", "The text holds personal data"), Text.of("请删去个人信息。", "Take personal data out."));

    private final Refusal refusal;

    ProposalProblem(int status, Text title, Text mend) {
        this.refusal = new Refusal(status, title, mend);
    }

    @Override
    public Refusal refusal() {
        return refusal;
    }
}
