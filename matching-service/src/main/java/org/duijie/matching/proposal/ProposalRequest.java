package org.duijie.matching.proposal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.duijie.chassis.text.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A proposal as one side makes it.
 *
 * @param side on which side the caller makes it
 * @param invitation whether the other side is invited, should the two be no match
 */
@Schema(name = "ProposalRequest", description = "提出对接意向 · A proposal as one side makes it")
public record ProposalRequest(
        @Schema(description = "The need's id", examples = "0199f0a4-7c1e-7b7e-8d7c-2f1f6d1f0a01")
        @NotNull(message = "{matching.required}")
        UUID needId,

        @Schema(description = "The offer's id", examples = "0199f0a4-7c1e-7b7e-8d7c-2f1f6d1f0a02")
        @NotNull(message = "{matching.required}")
        UUID offerId,

        @Schema(description = "On which side you make it") @NotNull(message = "{matching.required}")
        Side side,

        @Schema(
                description =
                        "Invite the other side though the offer's own wishes (fields, divisions, modes, bounds) do"
                                + " not cover the need; such a proposal is marked so",
                defaultValue = "false")
        @Nullable
        Boolean invitation,

        @NotNull(message = "{matching.required}") @Valid TermsBody terms) {

    boolean invited() {
        return Boolean.TRUE.equals(invitation);
    }

    /** Why something is not to be. */
    @Schema(name = "ProposalReason", description = "理由 · Why")
    public record Reason(
            @Schema(examples = "今年的图书已由市教育局配齐")
            @NotBlank(message = "{matching.required}")
            @Size(max = 500, message = "{matching.size}")
            @Pattern(regexp = PlainText.LINES, message = "{proposal.lines}")
            String reason) {}

    /** Other terms in answer to the present ones. */
    @Schema(name = "CounterProposal", description = "还价 · Other terms in answer to the present ones")
    public record Counter(
            @Schema(examples = "先行配备六所小学")
            @Size(max = 500, message = "{matching.size}")
            @Pattern(regexp = PlainText.LINES, message = "{proposal.lines}")
            @Nullable
            String reason,

            @Schema(description = "Go on though the offer's own wishes do not cover it", defaultValue = "false")
            @Nullable
            Boolean invitation,

            @NotNull(message = "{matching.required}") @Valid TermsBody terms) {

        boolean invited() {
            return Boolean.TRUE.equals(invitation);
        }
    }
}
