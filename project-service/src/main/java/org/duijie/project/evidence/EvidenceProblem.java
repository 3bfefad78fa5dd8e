package org.duijie.project.evidence;

import org.duijie.chassis.problem.ProblemType;
import org.duijie.chassis.text.Text;

/** Why a file is not taken as evidence. */
public enum EvidenceProblem implements ProblemType {
    NOT_FOUND(404, Text.of("没有这份证明", "There is no such evidence"), Text.of("请核对 SHA-256。", "Check the SHA-256.")),
    UNREADABLE(
            422,
            Text.of("文件内容与所称类型不符或已损坏", "The file is not what it is said to be, or is damaged"),
            Text.of("请上传真正的 JPEG、PNG 或未加密的 PDF。", "Send a real JPEG, PNG, or PDF without encryption.")),
    TOO_LARGE(
            422,
            Text.of("图片像素过多", "The picture has too many pixels"),
            Text.of("请缩小到 4000 万像素以内。", "Scale it to at most 40 million pixels.")),
    PERSONAL_DATA(
            422, Text.of("标题中含有个人信息", "The title holds personal data"), Text.of("请删去个人信息。", "Take personal data out."));

    private final Refusal refusal;

    EvidenceProblem(int status, Text title, Text mend) {
        this.refusal = new Refusal(status, title, mend);
    }

    @Override
    public Refusal refusal() {
        return refusal;
    }
}
