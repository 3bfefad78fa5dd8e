package org.duijie.matching.subscription;

import java.util.Collection;
import java.util.Objects;
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
 * Which pairs something can touch: those of certain needs with any offer, those of certain offers with any need, or all.
 * A judgement rests on the need, the offer, the offer's organization, the need's division, the pairings, the policy and
 * the day; so a change of one of the first four touches no other pairs than these.
 */
sealed interface Scope {

    /** Pairs of these needs. */
    record OfNeeds(Set<UUID> ids) implements Scope {}

    /** Pairs of these offers. */
    record OfOffers(Set<UUID> ids) implements Scope {}

    /** All pairs. */
    record Everything() implements Scope {}

    static Scope touchedBy(Fact fact, Facts facts) {
        return switch (fact) {
            case NeedFact need -> new OfNeeds(Set.of(need.id()));
            case OfferFact offer -> new OfOffers(Set.of(offer.id()));
            case OrganizationFact organization ->
                new OfOffers(ids(facts.offersOf(organization.creditCode()), OfferFact::id));
            case DivisionFact division -> new OfNeeds(ids(facts.needsIn(division.code()), NeedFact::id));
        };
    }

    /** The pairs of all needs of these counties. */
    static Scope ofCounties(Set<String> divisionCodes, Facts facts) {
        return new OfNeeds(ids(
                facts.needs().stream()
                        .filter(need -> divisionCodes.contains(need.divisionCode()))
                        .toList(),
                NeedFact::id));
    }

    /** The needs to look at. */
    default Collection<NeedFact> needs(Facts facts) {
        return this instanceof OfNeeds(Set<UUID> ids)
                ? ids.stream().map(facts::need).filter(Objects::nonNull).toList()
                : facts.needs();
    }

    /** The offers to look at, of one organization. */
    default Collection<OfferFact> offers(Facts facts, String creditCode) {
        Collection<OfferFact> own = facts.offersOf(creditCode);
        return this instanceof OfOffers(Set<UUID> ids)
                ? own.stream().filter(offer -> ids.contains(offer.id())).toList()
                : own;
    }

    private static <T> Set<UUID> ids(Collection<T> things, Function<T, UUID> id) {
        return things.stream().map(id).collect(Collectors.toUnmodifiableSet());
    }
}
