package org.duijie.gateway.wire;

import org.duijie.chassis.problem.ProblemType;
import org.duijie.chassis.text.Text;

/** Refusals of what does not become a request: nobody can say which resource it was meant for. */
enum MessageProblem implements ProblemType {
    MALFORMED(
            400,
            Text.of("不是合法的 HTTP 请求", "This is not a well-formed HTTP request"),
            Text.of(
                    "请使用符合 RFC 9112 的 HTTP/1.1 客户端：一个 Host，长度只说一次，标头不折行。",
                    "Use a client that speaks HTTP/1.1 as RFC 9112 has it: one Host, one length, no folded header.")),
    TOO_SLOW(
            408,
            Text.of("请求头未及时收完", "The head of the request did not arrive in time"),
            Text.of("请检查网络后重发。", "Check the connection and send the request again.")),
    ADDRESS_TOO_LONG(
            414,
            Text.of("请求地址过长", "The address of the request is too long"),
            Text.of("请缩短查询条件，或分多次查询。", "Ask with a shorter query, or in several requests.")),
    HEADERS_TOO_LARGE(
            431,
            Text.of("请求标头过大", "The headers of the request are too large"),
            Text.of("请去掉不需要的标头（例如 Cookie）。", "Leave out headers that are not needed, such as cookies.")),
    CODING_UNKNOWN(
            501,
            Text.of("不支持该传输编码", "This transfer coding is not known"),
            Text.of("请只用 Transfer-Encoding: chunked。", "Send Transfer-Encoding: chunked, or none."));

    private final Refusal refusal;

    MessageProblem(int status, Text title, Text mend) {
        this.refusal = new Refusal(status, title, mend);
    }

    @Override
    public Refusal refusal() {
        return refusal;
    }
}
