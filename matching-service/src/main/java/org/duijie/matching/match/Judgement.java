package org.duijie.matching.match;

import java.util.List;
import org.duijie.matching.replica.DivisionFact;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.replica.OrganizationFact;
import org.jspecify.annotations.Nullable;

/**
 * All that can be said of a pair.
 *
 * @param breaches the hard rules it breaks; none for a match
 * @param ppm the score that it has, or would have if it broke no rule
 */
public record Judgement(
        NeedFact need,
        OfferFact offer,
        @Nullable DivisionFact division,
        @Nullable OrganizationFact organization,
        List<Breach> breaches,
        int ppm,
        List<FactorScore> factors,
        Versions versions) {

    public boolean matches() {
        return breaches.isEmpty();
    }

    /** Everything that would have to change for the pair to match: leave one out and it does not. */
    public List<Edit> edits() {
        return breaches.stream()
                .flatMap(breach -> breach.smallestChange().edits().stream())
                .toList();
    }
}
