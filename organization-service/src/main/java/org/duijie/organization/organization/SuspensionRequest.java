package org.duijie.organization.organization;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.duijie.chassis.text.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param reason why the organization may not take part for the time being; shown to the public */
@Schema(description = "暂停的理由 · Why an organization is suspended")
public record SuspensionRequest(
        @NotBlank
        @Size(max = 500)
        @Pattern(regexp = PlainText.LINES, message = "{text.lines}")
        @Schema(examples = "未按期报送年度工作报告")
        String reason) {}
