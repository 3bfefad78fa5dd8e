package org.duijie.matching.delivery.digest;

import org.duijie.chassis.problem.ProblemType;
import org.duijie.chassis.text.Text;

/** Why a request about digests is refused. */
public enum DigestProblem implements ProblemType {
    NOT_FOUND(
            404,
            Text.of("没有这个邮件摘要", "There is no such digest"),
            Text.of("请核对编号；只能查看本组织的邮件摘要。", "Check the id; an organization sees its own digests only.")),
    TOO_MANY(
            409,
            Text.of("这家组织的邮件摘要已满", "The organization has as many digests as it may have"),
            Text.of("每家组织最多 100 个；请先删除不再需要的。", "An organization has 100 at the most: delete one that is not needed.")),
    NOT_OFFERED(
            409,
            Text.of("本站不寄送邮件", "No mail is sent from here"),
            Text.of(
                    "运行方尚未接通邮件服务器；请改用 webhook、订阅源或事件流。",
                    "Its operator has not set up a mail server: use webhooks, the feed or the stream of events.")),
    CODE_WRONG(
            422,
            Text.of("确认码不符", "The code is not the one that was mailed"),
            Text.of(
                    "请输入最近一封确认邮件中的十位确认码；没有收到时请核对收件地址并重新设立。",
                    "Give the ten characters of the latest mail to the address; if none came, check the address and make it anew."));

    private final Refusal refusal;

    DigestProblem(int status, Text title, Text mend) {
        this.refusal = new Refusal(status, title, mend);
    }

    @Override
    public Refusal refusal() {
        return refusal;
    }
}
