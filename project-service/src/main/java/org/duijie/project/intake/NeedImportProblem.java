package org.duijie.project.intake;

import org.duijie.chassis.problem.ProblemType;
import org.duijie.chassis.text.Text;

/** Why a file, or one of its lines, is not taken. */
enum NeedImportProblem implements ProblemType {
    NOT_FOUND(
            404,
            Text.of("没有这个导入任务", "There is no such import"),
            Text.of("请核对编号；导入任务只对提交者可见。", "Check the id; an import shows only to whoever sent it.")),
    EMPTY(
            422,
            Text.of("文件没有内容", "The file is empty"),
            Text.of("每行发送一条需求，格式为 NDJSON。", "Send one need a line, as NDJSON.")),
    TOO_MANY_LINES(
            413,
            Text.of("文件行数过多", "The file has too many lines"),
            Text.of(
                    "每个文件至多 " + Upload.MOST_LINES + " 行，请拆成几个文件。",
                    "A file has at most " + Upload.MOST_LINES + " lines; split it into several.")),
    LINE_BLANK(
            400,
            Text.of("空行", "The line is blank"),
            Text.of("请删去空行；每行一条需求。", "Take blank lines out; each line holds one need.")),
    LINE_TOO_LONG(
            413,
            Text.of("行过长", "The line is too long"),
            Text.of(
                    "每行至多 " + Upload.LONGEST_LINE / 1024 + " KB（UTF-8）。",
                    "A line has at most " + Upload.LONGEST_LINE / 1024 + " KB (UTF-8).")),
    LINE_NOT_UTF8(
            400,
            Text.of("行不是 UTF-8 编码", "The line is not UTF-8"),
            Text.of("请以 UTF-8 重新导出文件（不要用 GBK）。", "Export the file again as UTF-8, not GBK.")),
    REFERENCE_REPEATED(
            409,
            Text.of("同一文件中编号重复", "The file names this reference twice"),
            Text.of(
                    "一个文件中每个编号只写一行；前面的一行已处理。",
                    "Each reference stands on one line of a file; the line before was taken.")),
    CHUNK_FAILED(
            500,
            Text.of("导入中断", "The import was broken off"),
            Text.of("请重新发送同一文件：已处理的行不会重复。", "Send the same file again: lines that were taken stay as they are."));

    private final Refusal refusal;

    NeedImportProblem(int status, Text title, Text mend) {
        this.refusal = new Refusal(status, title, mend);
    }

    @Override
    public Refusal refusal() {
        return refusal;
    }
}
