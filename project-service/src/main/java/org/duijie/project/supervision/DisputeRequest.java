package org.duijie.project.supervision;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.duijie.project.need.NeedRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a side has to say against a flag. */
@Schema(name = "RiskDispute")
public record DisputeRequest(
        @NotNull @Schema(examples = "IDLE_MONEY") RiskRule code,

        @NotNull
        @Pattern(regexp = NeedRequest.LINES, message = "{need.lines}")
        @Schema(examples = "结余为质保金，合同约定一年后支付", minLength = 1, maxLength = 500)
        String reason) {}
