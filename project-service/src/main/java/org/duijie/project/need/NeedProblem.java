package org.duijie.project.need;

import org.duijie.chassis.problem.ProblemException;
import org.duijie.chassis.problem.ProblemType;
import org.duijie.chassis.text.Text;

/** Why something cannot be done with a need. */
public enum NeedProblem implements ProblemType {
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
    NOT_PUBLISHED(
            409,
            Text.of("需求不在公布状态", "The need is not published"),
            Text.of(
                    "只有已公布的需求才作变更；草稿和被退回的需求请直接修改。",
                    "Only a published need is amended; a draft or a returned need is simply rewritten.")),
    NOT_CLOSED(
            409,
            Text.of("需求没有撤回或过期", "The need was neither withdrawn nor has it expired"),
            Text.of("只有已撤回或已过期的需求可以重新开启。", "Only a need that was withdrawn or has expired is reopened.")),
    NOT_OPEN(
            409,
            Text.of("需求已经办结", "The need is already closed"),
            Text.of(
                    "已撤回或已过期的需求请先重新开启；已完成的需求请另行填报。",
                    "Reopen a need that was withdrawn or has expired; for one that was fulfilled write a new one.")),
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
    ITEM_UNKNOWN(
            409,
            Text.of("需求没有这个物项", "The need has no such item"),
            Text.of("请按需求现有的物项重新协商。", "Agree on items that the need has now.")),
    ALREADY_COMMITTED(
            409,
            Text.of("该物项已由其他协议承接", "Other agreements have taken this item on"),
            Text.of("请按物项尚缺的数量重新协商。", "Agree on what is still missing of the item.")),
    NOT_SPLITTABLE(
            409,
            Text.of("需求不可拆分", "The need may not be split"),
            Text.of("请承接全部物项的全部数量。", "Take on all of every item.")),
    ITEM_COMMITTED(
            409,
            Text.of("已有协议承接该物项", "An agreement has taken this item on"),
            Text.of(
                    "已承接的物项不能更换或移动，数量不能低于已承接的数量。",
                    "What is taken on stays the same thing at the same place, and at least as much of it.")),
    NOTHING_CHANGED(
            422,
            Text.of("变更没有改动任何内容", "The amendment changes nothing"),
            Text.of("请在 patch 中写明要改的内容。", "Name in patch what is to change.")),
    AMENDMENT_UNFIT(
            422,
            Text.of("变更超出了范围", "This is no change that an amendment can make"),
            Text.of("请撤回该需求，另行填报。", "Withdraw the need and write a new one.")),
    REASON_MISSING(
            422,
            Text.of("缺少理由", "The reason is missing"),
            Text.of(
                    "对曾经提交公布的需求，再作改动须说明理由。",
                    "Whatever is changed about a need that was out already is changed with a reason.")),
    INCOMPLETE(
            422,
            Text.of("需求还不能提交", "The need cannot be submitted yet"),
            Text.of(
                    "请按 errors 中每一处的说明修改；依据见 GET /needs/{id}/hints。",
                    "Mend each place listed in errors; GET /needs/{id}/hints names the rules.")),
    PERSONAL_DATA(
            422,
            Text.of("文字中含有个人信息", "The text holds personal data"),
            Text.of("请删去个人信息；受益人只填人数和户数。", "Take personal data out; beneficiaries are counted, never named."));

    /** Refuses a code that stands for no county of today. */
    public static ProblemException divisionUnfit(String code) {
        return DIVISION_UNFIT.at(
                "#/divisionCode", code + " 不是现行有效的县级行政区划代码。", code + " is not the code of a county that exists today.");
    }

    private final Refusal refusal;

    NeedProblem(int status, Text title, Text mend) {
        this.refusal = new Refusal(status, title, mend);
    }

    @Override
    public Refusal refusal() {
        return refusal;
    }
}
