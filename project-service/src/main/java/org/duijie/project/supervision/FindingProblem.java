package org.duijie.project.supervision;

import org.duijie.chassis.problem.ProblemType;
import org.duijie.chassis.text.Text;

/** Why something cannot be done with a finding. */
public enum FindingProblem implements ProblemType {
    NOT_FOUND(404, Text.of("没有这项问题", "There is no such finding"), Text.of("请核对编号。", "Check the id.")),
    NOT_OPEN(
            409,
            Text.of("问题不在待整改状态", "The finding does not wait to be put right"),
            Text.of("只有待整改的问题可以报整改。", "Only an open finding is put right.")),
    NOT_RECTIFIED(
            409,
            Text.of("问题尚未整改", "Nobody has said that it is put right"),
            Text.of("请待有关方报告整改后复查。", "Check again after its side has reported.")),
    DUE_DAY_UNFIT(
            422,
            Text.of("整改期限早于今天", "The day by which it is to be put right has passed"),
            Text.of("请填今天或以后的日期。", "Give today or a later day.")),
    EVIDENCE_MISSING(
            422,
            Text.of("缺少整改证明", "There is no evidence that it is put right"),
            Text.of("请先上传证明，再以其 SHA-256 引用。", "Hand the evidence in first, and name its SHA-256.")),
    PERSONAL_DATA(
            422, Text.of("文字中含有个人信息", "The text holds personal data"), Text.of("请删去个人信息。", "Take personal data out."));

    private final Refusal refusal;

    FindingProblem(int status, Text title, Text mend) {
        this.refusal = new Refusal(status, title, mend);
    }

    @Override
    public Refusal refusal() {
        return refusal;
    }
}
