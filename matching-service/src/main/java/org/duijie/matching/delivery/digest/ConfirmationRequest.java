package org.duijie.matching.delivery.digest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "DigestConfirmation", description = "确认收件地址 · The code that was mailed to the address")
record ConfirmationRequest(
        @Schema(examples = "7KQ2M9XWPC", minLength = 10, maxLength = 10)
        @NotNull(message = "{matching.required}")
        @Pattern(regexp = "[2-9A-HJ-NP-Z]{10}", message = "{matching.mail-code}")
        String code) {}
