package org.duijie.matching.delivery.endpoint;

import org.duijie.chassis.problem.ProblemType;
import org.duijie.chassis.text.Text;

/** Why a request about webhooks is refused. */
public enum WebhookProblem implements ProblemType {
    NOT_FOUND(
            404,
            Text.of("没有这个 webhook 端点", "There is no such webhook endpoint"),
            Text.of("请核对编号；只能查看本组织的端点。", "Check the id; an organization sees its own endpoints only.")),
    ADDRESS_REFUSED(
            422,
            Text.of("不能向该地址发送", "Nothing is sent to this address"),
            Text.of(
                    "请给出公网可达的 https 地址；errors 中说明了原因。",
                    "Give an https address on the public internet; errors say what speaks against this one.")),
    TOO_MANY(
            409,
            Text.of("这家组织的端点已满", "The organization has as many endpoints as it may have"),
            Text.of(
                    "每家组织最多 100 个端点；请先删除不再需要的。",
                    "An organization has 100 at the most: delete one that is not needed.")),
    NOT_ACTIVE(
            409,
            Text.of("端点没有在接收", "The endpoint is not active"),
            Text.of("已暂停或停用的端点须先恢复。", "An endpoint that is paused or disabled is resumed first.")),
    ACTIVE(
            409,
            Text.of("端点正在接收", "The endpoint is active"),
            Text.of("只有已暂停或停用的端点可以恢复。", "Only an endpoint that is paused or disabled can be resumed.")),
    NOTHING_TO_SEND(
            422,
            Text.of("没有可重新发送的事件", "There is nothing to send again"),
            Text.of(
                    "请核对订阅与编号：端点须包含该订阅，编号须在已发生的事件之内。",
                    "Check subscription and number: the endpoint covers the subscription, and the event has happened."));

    private final Refusal refusal;

    WebhookProblem(int status, Text title, Text mend) {
        this.refusal = new Refusal(status, title, mend);
    }

    @Override
    public Refusal refusal() {
        return refusal;
    }
}
