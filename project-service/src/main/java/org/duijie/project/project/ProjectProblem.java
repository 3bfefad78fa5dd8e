package org.duijie.project.project;

import org.duijie.chassis.problem.ProblemType;
import org.duijie.chassis.text.Text;

/** Why something cannot be done with a project. */
public enum ProjectProblem implements ProblemType {
    NOT_FOUND(
            404,
            Text.of("没有这个项目", "There is no such project"),
            Text.of(
                    "请核对编号；项目只对协议双方及有关部门可见。",
                    "Check the id; a project shows to its two sides and to the offices concerned only.")),
    NOT_AGREED(
            409,
            Text.of("项目不在已签约状态", "The project is not waiting to begin"),
            Text.of("只有已签约、尚未开始的项目可以开始。", "Only a project that was agreed and has not begun is started.")),
    NOT_RUNNING(
            409,
            Text.of("项目不在实施中", "The project is not being carried out"),
            Text.of("请先开始项目。", "Start the project first.")),
    MILESTONE_OPEN(
            409,
            Text.of("还有未完成的节点", "A milestone has not been reached"),
            Text.of("请先就每个节点提交进展报告。", "Report on each milestone first.")),
    NOT_COMPLETED(
            409,
            Text.of("项目尚未完成", "The project is not completed"),
            Text.of("只有已完成的项目可以结项。", "Only a completed project is closed.")),
    NOT_RECONCILED(
            409,
            Text.of("资金物资尚未核对一致", "The money and the goods are not reconciled"),
            Text.of(
                    "请双方核对 errors 所列各项；结余须有用途。",
                    "Let both sides settle what errors lists; what is left over needs a purpose.")),
    ENDED(
            409,
            Text.of("项目已经结束", "The project has ended"),
            Text.of("已结束的项目不能再变更。", "A project that has ended is not changed.")),
    PERSONAL_DATA(
            422,
            Text.of("文字中含有个人信息", "The text holds personal data"),
            Text.of("请删去个人信息；受益人只填人数。", "Take personal data out; beneficiaries are counted, never named."));

    private final Refusal refusal;

    ProjectProblem(int status, Text title, Text mend) {
        this.refusal = new Refusal(status, title, mend);
    }

    @Override
    public Refusal refusal() {
        return refusal;
    }
}
