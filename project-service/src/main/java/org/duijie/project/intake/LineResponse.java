package org.duijie.project.intake;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of a line, in the language asked for. */
@Schema(
        name = "NeedImportLineReport",
        description = "What became of one line",
        requiredProperties = {"line", "outcome", "problems"})
record LineResponse(
        @Schema(description = "From 1", examples = "17") int line,
        LineReport.Outcome outcome,

        @Schema(description = "Absent where none could be read", examples = "2027-EDU-0042") @Nullable
        String reference,

        @Schema(description = "The need; absent where the line was refused") @Nullable
        UUID needId,

        @Schema(description = "Why it was refused; otherwise empty")
        List<Fault> problems) {

    @Schema(name = "NeedImportFault")
    record Fault(
            @Schema(examples = "/problems/request-invalid") String type,

            @Schema(description = "The place in the line, a JSON pointer", examples = "#/need/items/0/quantity")
            String pointer,

            @Schema(examples = "应为大于零、至多三位小数的数字字符串") String detail,

            @Schema(description = "How to put it right", examples = "请按 errors 中每一处的说明修改后重新提交。")
            String mend) {}

    static LineResponse of(LineReport report, Locale language) {
        return new LineResponse(
                report.line(),
                report.outcome(),
                report.reference(),
                report.needId(),
                report.problems().stream()
                        .map(fault -> new Fault(
                                "/problems/" + fault.type(),
                                fault.pointer(),
                                fault.detail().in(language),
                                fault.mend().in(language)))
                        .toList());
    }
}
