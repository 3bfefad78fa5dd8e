package org.duijie.chassis.idempotency;

import org.duijie.chassis.problem.ProblemType;
import org.duijie.chassis.text.Text;

/** Refusals of a request for the sake of its {@code Idempotency-Key}. */
enum IdempotencyProblem implements ProblemType {
    KEY_MISSING(
            400,
            Text.of("缺少幂等键", "The idempotency key is missing"),
            Text.of(
                    "请为每个新请求生成一个随机键（如 UUID），以 Idempotency-Key 标头发送；重发同一请求时沿用原键。",
                    "Make a random key such as a UUID for each new request and send it as Idempotency-Key; keep it when you"
                            + " send the same request again.")),
    KEY_MALFORMED(
            400,
            Text.of("幂等键无法识别", "The idempotency key cannot be read"),
            Text.of(
                    "请只发送一个 Idempotency-Key 标头：1 至 255 个可打印 ASCII 字符，加双引号，如 \"8e03978e-40d5-43dd-bc93-6894a57f9324\"。",
                    "Send one Idempotency-Key header: 1 to 255 printable ASCII characters in double quotes, such as"
                            + " \"8e03978e-40d5-43dd-bc93-6894a57f9324\".")),
    KEY_REUSED(
            422,
            Text.of("此幂等键已用于另一个请求", "This idempotency key was used for another request"),
            Text.of(
                    "内容不同的请求须用新的键；若要取得原请求的结果，请原样重发。",
                    "Send a different request under a new key; send the first one unchanged to get its answer.")),
    IN_PROGRESS(
            409,
            Text.of("同一请求正在处理", "The same request is being worked on"),
            Text.of("请按 Retry-After 稍后原样重发，以取得其结果。", "Send it again unchanged after Retry-After to get its answer."));

    private final Refusal refusal;

    IdempotencyProblem(int status, Text title, Text mend) {
        this.refusal = new Refusal(status, title, mend);
    }

    @Override
    public Refusal refusal() {
        return refusal;
    }
}
