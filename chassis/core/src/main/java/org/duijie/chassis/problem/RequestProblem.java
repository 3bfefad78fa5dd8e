package org.duijie.chassis.problem;

import com.fasterxml.jackson.core.JacksonException;
import org.duijie.chassis.text.Text;

/** Refusals that have nothing to do with any feature: the request never reached one, or the service failed. */
public enum RequestProblem implements ProblemType {
    MALFORMED(
            400,
            Text.of("请求正文无法解析", "The request body cannot be read"),
            Text.of(
                    "请按接口文档发送严格的 JSON：不得有未知或重复的成员，类型须一致。",
                    "Send strict JSON as the reference describes: no unknown or repeated members, exact types.")),
    INVALID(
            400,
            Text.of("请求内容不符合要求", "The request is not valid"),
            Text.of("请按 errors 中每一处的说明修改后重新提交。", "Mend each place listed in errors and send the request again.")),
    ROUTE_NOT_FOUND(
            404,
            Text.of("没有这个地址", "There is nothing at this address"),
            Text.of("请对照 /api 的接口目录检查路径。", "Compare the path with the reference at /api.")),
    METHOD_NOT_ALLOWED(
            405,
            Text.of("此地址不支持该方法", "This address does not take that method"),
            Text.of("请使用 Allow 标头列出的方法。", "Use one of the methods in the Allow header.")),
    NOT_ACCEPTABLE(
            406,
            Text.of("无法按所要求的媒体类型回答", "No answer in the media type asked for"),
            Text.of("请接受 application/json。", "Accept application/json.")),
    TOO_LARGE(
            413,
            Text.of("请求正文过大", "The request body is too large"),
            Text.of("请拆成较小的请求。", "Split it into smaller requests.")),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            Text.of("不支持该媒体类型", "This media type is not understood"),
            Text.of("请以 application/json 发送，且不压缩。", "Send application/json, uncompressed.")),
    CONFLICT(
            409,
            Text.of("数据已被他人同时修改", "Somebody else changed the same data at the same time"),
            Text.of("请重新读取后再试。", "Read it again and retry.")),
    REFUSED(
            400,
            Text.of("请求被拒绝", "The request was refused"),
            Text.of("请对照接口文档检查请求。", "Compare the request with the reference.")),
    UNAVAILABLE(
            503,
            Text.of("服务暂时不可用", "The service is not available for the moment"),
            Text.of("请按 Retry-After 稍后重试；同一请求可放心重发。", "Retry after the time in Retry-After.")),
    INTERNAL_ERROR(
            500,
            Text.of("服务内部错误", "The service failed"),
            Text.of("请稍后重试；如再次发生，请提供 instance 编号。", "Retry later; if it happens again, report the instance."));

    private final Refusal refusal;

    RequestProblem(int status, Text title, Text mend) {
        this.refusal = new Refusal(status, title, mend);
    }

    @Override
    public Refusal refusal() {
        return refusal;
    }

    /** The refusal of JSON that does not have the wanted form, with the place and without the names of our classes. */
    public static ProblemException unreadable(JacksonException json) {
        return Problems.malformed(json);
    }
}
