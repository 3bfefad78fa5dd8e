package org.duijie.project.progress;

import org.duijie.chassis.problem.ProblemType;
import org.duijie.chassis.text.Text;

/** Why a progress report is not taken. */
public enum ProgressProblem implements ProblemType {
    NOT_FOUND(404, Text.of("没有这份进展报告", "There is no such progress report"), Text.of("请核对编号。", "Check the number.")),
    NOT_RUNNING(
            409,
            Text.of("项目不在实施中", "The project is not being carried out"),
            Text.of("进展在项目开始后、完成前报告。", "Progress is reported after the start and before completion.")),
    INCOMPLETE(
            422,
            Text.of("进展报告缺少数字或证明", "The report lacks numbers or evidence"),
            Text.of(
                    "请补充 errors 所列各项：数量或受益人数，以及证明文件。",
                    "Add what errors lists: quantities or how many people were helped, and evidence.")),
    MILESTONE_UNKNOWN(
            422,
            Text.of("协议没有这个节点", "The agreement has no such milestone"),
            Text.of("请使用项目 milestones 中的 number。", "Use a number of the project's milestones.")),
    MILESTONE_REACHED(
            409,
            Text.of("该节点已经完成", "The milestone has been reached already"),
            Text.of("补充情况请另报，不再标记完成。", "Report what is to be added without marking it again.")),
    DAY_UNFIT(
            422,
            Text.of("日期在今天以后或签约以前", "The day is still to come, or before the agreement"),
            Text.of("请填实际发生的日期。", "Give the day on which it happened.")),
    PERSONAL_DATA(
            422,
            Text.of("文字中含有个人信息", "The text holds personal data"),
            Text.of("请删去个人信息；受益人只填人数。", "Take personal data out; beneficiaries are counted, never named."));

    private final Refusal refusal;

    ProgressProblem(int status, Text title, Text mend) {
        this.refusal = new Refusal(status, title, mend);
    }

    @Override
    public Refusal refusal() {
        return refusal;
    }
}
