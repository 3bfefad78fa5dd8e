package org.duijie.organization.organization;

import org.duijie.chassis.problem.ProblemType;
import org.duijie.chassis.text.Text;

/** Why something asked of an organization is refused. */
enum OrganizationProblem implements ProblemType {
    NOT_FOUND(
            404,
            Text.of("没有这个社会组织", "There is no such organization"),
            Text.of(
                    "请按统一社会信用代码查找：GET /organizations?creditCode=…",
                    "Look it up by its credit code: GET /organizations?creditCode=…")),
    ALREADY_REGISTERED(
            409,
            Text.of("该统一社会信用代码已登记", "An organization with this credit code is registered already"),
            Text.of("请按该代码查找已有记录，不必重复登记。", "Look up the entry that exists by this code.")),
    NOT_A_SOCIAL_ORGANIZATION(
            422,
            Text.of("该代码不属于在民政部门登记的社会组织", "The code is not that of a social organization"),
            Text.of(
                    "社会组织的代码以 51、52、53 或 59 开头；其他机构不在此登记。",
                    "Codes of social organizations begin with 51, 52, 53 or 59; other bodies are not registered here.")),
    CREDIT_CODE_CHECK_FAILED(
            422,
            Text.of("统一社会信用代码的校验位不符", "The check character of the credit code does not fit"),
            Text.of(
                    "多半是某一位输入有误，请对照登记证书核对；证书确实如此的，请领导小组办公室说明理由后予以登记。",
                    "Most often one character is mistyped: compare the certificate. If the certificate says so, the"
                            + " leading-group office can admit the code with a reason.")),
    RELATED_TO_ITSELF(
            422,
            Text.of("关联方不能是该组织自身", "An organization is not its own related party"),
            Text.of("请从关联方中去掉该组织的代码。", "Take its own code out of the related parties.")),
    PERSONAL_DATA(
            422, Text.of("文字中含有个人信息", "The text holds personal data"), Text.of("请删去个人信息。", "Take personal data out.")),
    OVERRIDE_NOT_ALLOWED(
            403,
            Text.of("您无权放行校验不符的代码", "You may not admit a code whose check fails"),
            Text.of("请由领导小组办公室办理。", "Ask the leading-group office to do it.")),
    NAME_CONFIRMED(
            403,
            Text.of("名称已核实，不能自行变更", "The name is confirmed and not yours to change"),
            Text.of("请在登记机关办理变更登记后，由其在此更改。", "Change it with your registrar, who then changes it here.")),
    RELATED_PARTY_CONFIRMED(
            403,
            Text.of("已核实的关联方不能自行去除", "A confirmed related party is not yours to take away"),
            Text.of("可以增加关联方；去除须由登记机关办理。", "You may add related parties; ask your registrar to take one away.")),
    NOT_AWAITING_VERIFICATION(
            409,
            Text.of("该组织不在待核实状态", "The organization does not await verification"),
            Text.of("请先查看其当前状态。", "Look at its present status first.")),
    NOT_VERIFIED(
            409,
            Text.of("该组织不在已核实状态", "The organization is not in the verified state"),
            Text.of("请先查看其当前状态。", "Look at its present status first.")),
    NOT_SUSPENDED(
            409,
            Text.of("该组织未被暂停", "The organization is not suspended"),
            Text.of("请先查看其当前状态。", "Look at its present status first.")),
    DEREGISTERED(
            409,
            Text.of("该组织已注销", "The organization is deregistered"),
            Text.of("注销后不能再变更；重新成立的组织以新代码登记。", "Nothing changes after that; a new body registers under its new code."));

    private final Refusal refusal;

    OrganizationProblem(int status, Text title, Text mend) {
        this.refusal = new Refusal(status, title, mend);
    }

    @Override
    public Refusal refusal() {
        return refusal;
    }
}
