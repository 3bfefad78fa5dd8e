package org.duijie.organization.reservation;

import org.duijie.chassis.problem.ProblemType;
import org.duijie.chassis.text.Text;

/** Why something asked of a reservation is refused. */
enum ReservationProblem implements ProblemType {
    NOT_FOUND(
            404,
            Text.of("没有这项资源预留", "There is no such reservation"),
            Text.of(
                    "请核对编号，它与对接意向的编号相同；只对该资源所属组织可见。",
                    "Check the id, which is the proposal's; it shows to the offer's organization only.")),
    PROPOSAL_ENDED(
            409,
            Text.of("意向已经结束", "The proposal has ended"),
            Text.of("如仍有意，请重新提出。", "Propose anew if both sides still wish."));

    private final Refusal refusal;

    ReservationProblem(int status, Text title, Text mend) {
        this.refusal = new Refusal(status, title, mend);
    }

    @Override
    public Refusal refusal() {
        return refusal;
    }
}
