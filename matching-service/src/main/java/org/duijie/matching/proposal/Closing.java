package org.duijie.matching.proposal;

import org.duijie.chassis.text.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why a proposal came to nothing.
 *
 * @param code the last segment of a problem's type where a service refused it; else {@code declined},
 *     {@code withdrawn} or {@code expired}
 */
@Schema(name = "ProposalClosing", description = "未成立的原因 · Why a proposal came to nothing")
public record Closing(
        @Schema(examples = "offer-not-enough-left", maxLength = 100)
        String code,

        @Schema(examples = "GOODS.BOOKS 需要 200 册，只余 120 册。") String zh,

        @Schema(examples = "Of GOODS.BOOKS 200 册 are wanted and 120 册 are left.")
        String en) {

    static Closing of(String code, Text text) {
        return new Closing(code, text.zh(), text.en());
    }

    /** What somebody wrote, which is in one language. */
    static Closing of(String code, String written) {
        return new Closing(code, written, written);
    }
}
