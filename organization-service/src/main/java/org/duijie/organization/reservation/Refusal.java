package org.duijie.organization.reservation;

import org.duijie.chassis.problem.ProblemException;
import org.duijie.chassis.text.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why nothing could be held.
 *
 * @param code the last segment of the problem's type, such as {@code offer-not-enough-left}
 */
@Schema(name = "ReservationRefusal", description = "未能预留的原因 · Why nothing could be held")
public record Refusal(
        @Schema(examples = "offer-not-enough-left") String code,
        @Schema(examples = "GOODS.BOOKS 需要 200 册，只余 120 册。") String zh,

        @Schema(examples = "Of GOODS.BOOKS 200 册 are wanted and 120 册 are left.")
        String en) {

    static Refusal of(ProblemException problem) {
        Text detail = problem.detail();
        return new Refusal(problem.type().slug(), detail.zh(), detail.en());
    }
}
