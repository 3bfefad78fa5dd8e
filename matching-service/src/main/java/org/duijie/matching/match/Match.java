package org.duijie.matching.match;

import java.util.Comparator;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;

/**
 * A pair that breaks no hard rule.
 *
 * @param ppm the score in parts per million
 */
public record Match(NeedFact need, OfferFact offer, int ppm) {

    /** Best first; ties by the smaller id, so that a ranking never depends on the order of arrival. */
    static final Comparator<Match> BEST_OFFER_FIRST = Comparator.comparingInt(Match::ppm)
            .reversed()
            .thenComparing(match -> match.offer().id().toString());

    static final Comparator<Match> BEST_NEED_FIRST = Comparator.comparingInt(Match::ppm)
            .reversed()
            .thenComparing(match -> match.need().id().toString())
            .thenComparing(match -> match.offer().id().toString());
}
