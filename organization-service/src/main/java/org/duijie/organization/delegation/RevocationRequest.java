package org.duijie.organization.delegation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.duijie.chassis.text.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param reason why the delegation is taken back */
@Schema(name = "DelegationRevocation", description = "撤销的理由 · Why a delegation is taken back")
public record RevocationRequest(
        @NotBlank
        @Size(max = 500)
        @Pattern(regexp = PlainText.LINES, message = "{text.lines}")
        @Schema(examples = "合作期满")
        String reason) {}
