package org.duijie.project.project;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.duijie.project.need.NeedRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a project ends before it is done. */
@Schema(name = "ProjectTerminating")
public record ReasonRequest(
        @NotNull
        @Pattern(regexp = NeedRequest.LINES, message = "{need.lines}")
        @Schema(examples = "捐赠方因故不能履约", minLength = 1, maxLength = 500)
        String reason) {}
