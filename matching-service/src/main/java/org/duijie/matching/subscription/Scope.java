package org.duijie.matching.subscription;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duijie.matching.replica.DivisionFact;
import org.duijie.matching.replica.Fact;
import org.duijie.matching.replica.Facts;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.replica.OrganizationFact;

/**
 * Which pairs something can touch. A judgement rests on the need, the offer, the offer's organization, the need's
 * division, the pairings, the policy, the texts' likeness, the attention and the day; so a change of one of the first
 * four touches no other pairs than these.
 */
public sealed interface Scope {

    /** Pairs of these needs with any offer. */
    record OfNeeds(Set<UUID> ids) implements Scope {}

    /** Pairs of these offers with any need. */
    record OfOffers(Set<UUID> ids) implements Scope {}

    /** Pairs of all offers of these organizations, by credit code. */
    record OfOrganizations(Set<String> creditCodes) implements Scope {}

    /** No pairs: what is watched by name, as credit codes of organizations and ids of projects. */
    record OfWatched(Set<String> names) implements Scope {}

    static Scope touchedBy(Fact fact, Facts facts) {
        return switch (fact) {
            case NeedFact need -> new OfNeeds(Set.of(need.id()));
            case OfferFact offer -> new OfOffers(Set.of(offer.id()));
            case OrganizationFact organization ->
                new OfOffers(ids(facts.offersOf(organization.creditCode()), OfferFact::id));
            case DivisionFact division -> new OfNeeds(ids(facts.needsIn(division.code()), NeedFact::id));
        };
    }

    private static <T> Set<UUID> ids(Collection<T> things, Function<T, UUID> id) {
        return things.stream().map(id).collect(Collectors.toUnmodifiableSet());
    }
}
