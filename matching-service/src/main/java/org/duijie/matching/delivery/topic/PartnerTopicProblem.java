package org.duijie.matching.delivery.topic;

import org.duijie.chassis.problem.ProblemType;
import org.duijie.chassis.text.Text;

/** Why a request about partner topics is refused. */
public enum PartnerTopicProblem implements ProblemType {
    NOT_FOUND(
            404,
            Text.of("没有这个合作方主题", "There is no such partner topic"),
            Text.of("请核对编号；只能查看本组织的主题。", "Check the id; an organization sees its own topics only.")),
    NAME_TAKEN(
            409,
            Text.of("主题名已被占用", "Another partner has this topic"),
            Text.of("请换一个名称；一个主题只写入一家组织的事件。", "Choose another name: a topic has the streams of one organization.")),
    TOO_MANY(
            409,
            Text.of("这家组织的主题已满", "The organization has as many topics as it may have"),
            Text.of("每家组织最多 10 个；请先删除不再需要的。", "An organization has 10 at the most: delete one that is not needed.")),
    NOTHING_TO_SEND(
            422,
            Text.of("没有可重新写入的事件", "There is nothing to write again"),
            Text.of(
                    "请核对订阅与编号：主题须包含该订阅，编号须在已发生的事件之内。",
                    "Check subscription and number: the topic covers the subscription, and the event has happened."));

    private final Refusal refusal;

    PartnerTopicProblem(int status, Text title, Text mend) {
        this.refusal = new Refusal(status, title, mend);
    }

    @Override
    public Refusal refusal() {
        return refusal;
    }
}
