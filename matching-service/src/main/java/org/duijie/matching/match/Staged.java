package org.duijie.matching.match;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.duijie.matching.replica.DivisionFact;
import org.duijie.matching.replica.Fact;
import org.duijie.matching.replica.Facts;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.replica.OrganizationFact;

/** What a transaction has changed and an index of the committed facts does not know: the needs and offers it touches. */
final class Staged {

    private final Map<UUID, NeedFact> needs = new HashMap<>();
    private final Map<UUID, OfferFact> offers = new HashMap<>();

    private Staged() {}

    static Staged in(Facts facts, Function<UUID, Collection<OfferFact>> indexed) {
        Staged staged = new Staged();
        for (Fact fact : facts.uncommitted()) {
            switch (fact) {
                case NeedFact need -> staged.needs.put(need.id(), need);
                case OfferFact offer -> staged.offers.put(offer.id(), offer);
                case DivisionFact division ->
                    facts.needsIn(division.code()).forEach(need -> staged.needs.put(need.id(), need));
                case OrganizationFact organization ->
                    indexed.apply(organization.id()).forEach(offer -> staged.offers.putIfAbsent(offer.id(), offer));
            }
        }
        return staged;
    }

    Collection<NeedFact> needs() {
        return needs.values();
    }

    Collection<OfferFact> offers() {
        return offers.values();
    }

    boolean leaves(NeedFact need) {
        return needs.isEmpty() || !needs.containsKey(need.id());
    }

    boolean leaves(OfferFact offer) {
        return offers.isEmpty() || !offers.containsKey(offer.id());
    }
}
