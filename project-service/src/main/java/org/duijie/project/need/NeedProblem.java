package org.duijie.project.need;

import org.duijie.chassis.problem.ProblemType;
import org.duijie.chassis.text.Text;

/** Why something cannot be done with a need. */
enum NeedProblem implements ProblemType {
    NOT_FOUND(
            404,
            Text.of("没有这项需求", "There is no such need"),
            Text.of(
                    "请核对编号；未公布的需求只对有关单位可见。",
                    "Check the id; a need that is not published shows to the offices concerned only.")),
    NOT_DRAFT(
            409,
            Text.of("需求不在拟稿状态", "The need is not being written"),
            Text.of("只有草稿和被退回的需求可以修改或提交。", "Only a draft or a returned need can be revised or submitted.")),
    NOT_SUBMITTED(
            409,
            Text.of("需求不在待审核状态", "The need is not waiting for review"),
            Text.of("请待填报单位提交后再审核。", "Review it after its county has submitted it.")),
    NOT_OPEN(
            409,
            Text.of("需求已经办结", "The need is already closed"),
            Text.of(
                    "已完成、已撤回或已过期的需求不能再变动；可另行填报。",
                    "A need that was fulfilled, withdrawn or has expired stays so; write a new one.")),
    DEADLINE_PASSED(
            409,
            Text.of("截止日期已过", "The deadline has passed"),
            Text.of("请把截止日期改到今天或以后，再提交。", "Move the deadline to today or later, then submit.")),
    REVIEWER_IS_AUTHOR(
            403,
            Text.of("填报单位不能审核自己的需求", "A need is not reviewed by its author"),
            Text.of(
                    "请由上级民政部门或领导小组办公室的其他人员审核。",
                    "Leave the review to a superior office, or to somebody else of the leading group.")),
    DIVISION_UNFIT(
            422,
            Text.of("不是现行有效的县级行政区划", "This is no county that exists today"),
            Text.of("请在 /divisions 查询现行的县级代码。", "Look the county's present code up at /divisions.")),
    CONTRADICTORY(
            422,
            Text.of("需求内容自相矛盾", "Parts of the need contradict each other"),
            Text.of("请按 errors 中每一处的说明修改。", "Mend each place listed in errors.")),
    PERSONAL_DATA(
            422,
            Text.of("文字中含有个人信息", "The text holds personal data"),
            Text.of("请删去个人信息；受益人只填人数和户数。", "Take personal data out; beneficiaries are counted, never named."));

    private final Refusal refusal;

    NeedProblem(int status, Text title, Text mend) {
        this.refusal = new Refusal(status, title, mend);
    }

    @Override
    public Refusal refusal() {
        return refusal;
    }
}
