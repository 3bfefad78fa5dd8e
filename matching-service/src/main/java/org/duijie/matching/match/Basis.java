package org.duijie.matching.match;

import java.time.LocalDate;
import org.duijie.matching.attention.Attention;
import org.duijie.matching.likeness.Likeness;
import org.duijie.matching.pairing.Pairings;
import org.duijie.matching.policy.Policy;

/**
 * Everything besides the facts that a judgement rests on: the same facts on the same basis give the same score.
 *
 * @param policy how much each factor weighs
 * @param on the business day (Asia/Shanghai) of the judgement
 */
public record Basis(Policy policy, Pairings pairings, Likeness likeness, Attention attention, LocalDate on) {

    /** The same with other weights. */
    public Basis with(Policy other) {
        return new Basis(other, pairings, likeness, attention, on);
    }

    /** The same with other attention. */
    public Basis with(Attention other) {
        return new Basis(policy, pairings, likeness, other, on);
    }

    /** The same on another day. */
    public Basis on(LocalDate day) {
        return new Basis(policy, pairings, likeness, attention, day);
    }
}
