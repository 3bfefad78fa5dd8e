package org.duijie.project.project;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.duijie.project.need.NeedRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the money that is left after completion goes to: the same purpose or a near one. */
@Schema(name = "ProjectLeftover")
public record LeftoverRequest(
        @NotNull
        @Pattern(regexp = NeedRequest.LINES, message = "{need.lines}")
        @Schema(examples = "结余用于同一县另外两所小学的图书角", minLength = 1, maxLength = 500)
        String purpose) {}
