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
 * this record alone.
 *
 * @param division of the need; absent until it has been heard of
 * @param organization of the offer; absent until it has been heard of
 */
record Pair(
        NeedFact need,
        OfferFact offer,
        @Nullable DivisionFact division,
        @Nullable OrganizationFact organization,
        Basis basis) {

    static Pair of(NeedFact need, OfferFact offer, Facts facts, Basis basis) {
        return new Pair(
                need, offer, facts.division(need.divisionCode()), facts.organization(offer.organizationId()), basis);
    }

    Pairings pairings() {
        return basis.pairings();
    }

    LocalDate on() {
        return basis.on();
    }
}
