package org.duijie.project.supervision;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.duijie.project.need.NeedRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

/** What a supervisor found. */
@Schema(name = "FindingRaised")
public record FindingRequest(
        @NotNull
        @Pattern(regexp = NeedRequest.LINES_2000, message = "{need.lines2000}")
        @Schema(examples = "签收单与到校数量不符", minLength = 1, maxLength = 2000)
        String text,

        @NotNull @Schema(description = "By when it is to be put right", examples = "2027-11-30")
        LocalDate dueOn) {

    static final String SHA_256 = "^[0-9a-f]{64}$";

    /** What was done about it. */
    @Schema(name = "FindingRectification")
    public record Rectification(
            @NotNull
            @Pattern(regexp = NeedRequest.LINES_2000, message = "{need.lines2000}")
            @Schema(examples = "已补齐缺少的二十册并重新签收。", minLength = 1, maxLength = 2000)
            String done,

            @NotNull
            @Size(max = 20)
            @UniqueElements
            @Schema(description = "SHA-256 of evidence that was handed in for the project")
            List<@NotNull @Pattern(regexp = FindingRequest.SHA_256, message = "{need.sha256}") String> evidence) {}

    /** What checking again showed. */
    @Schema(name = "FindingRecheck")
    public record Recheck(
            @NotNull @Schema(examples = "true") Boolean passed,

            @NotNull
            @Pattern(regexp = NeedRequest.LINES, message = "{need.lines}")
            @Schema(examples = "现场核对无误", minLength = 1, maxLength = 500)
            String remark,

            @Schema(description = "By when what failed is to be put right; wanted where it failed") @Nullable
            LocalDate dueOn) {}
}
