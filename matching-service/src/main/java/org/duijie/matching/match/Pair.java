package org.duijie.matching.match;

import java.time.LocalDate;
import org.duijie.matching.pairing.Pairings;
import org.duijie.matching.replica.DivisionFact;
import org.duijie.matching.replica.Facts;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.replica.OrganizationFact;
import org.jspecify.annotations.Nullable;

/**
 * A need and an offer with everything a judgement of them rests on. Whatever is decided about a pair is a function of
 * this record and the policy's weights alone.
 *
 * @param division of the need; absent until it has been heard of
 * @param organization of the offer; absent until it has been heard of
 * @param on the business day (Asia/Shanghai) of the judgement
 */
record Pair(
        NeedFact need,
        OfferFact offer,
        @Nullable DivisionFact division,
        @Nullable OrganizationFact organization,
        Pairings pairings,
        LocalDate on) {

    static Pair of(NeedFact need, OfferFact offer, Facts facts, Pairings pairings, LocalDate on) {
        return new Pair(
                need,
                offer,
                facts.division(need.divisionCode()),
                facts.organization(offer.organizationId()),
                pairings,
                on);
    }
}
