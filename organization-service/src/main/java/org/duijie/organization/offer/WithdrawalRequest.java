package org.duijie.organization.offer;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.duijie.chassis.text.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param reason why the offer is taken back */
@Schema(name = "OfferWithdrawal", description = "撤回的理由 · Why an offer is taken back")
public record WithdrawalRequest(
        @NotBlank
        @Size(max = 500)
        @Pattern(regexp = PlainText.LINES, message = "{text.lines}")
        @Schema(examples = "物资已另作安排")
        String reason) {}
