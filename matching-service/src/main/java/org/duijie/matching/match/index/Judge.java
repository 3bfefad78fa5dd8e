package org.duijie.matching.match.index;

import org.duijie.matching.replica.DivisionFact;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.replica.OrganizationFact;
import org.jspecify.annotations.Nullable;

/** Judges a pair by the rules and the score themselves: for the few that have something about them that no row can hold. */
public interface Judge {

    /** The score of a match, or {@link org.duijie.matching.match.Scale#ABSENT} where the pair breaks a rule. */
    int ppm(NeedFact need, OfferFact offer, @Nullable DivisionFact division, @Nullable OrganizationFact organization);

    /** Does it break none? */
    boolean admits(NeedFact need, OfferFact offer, @Nullable OrganizationFact organization);
}
