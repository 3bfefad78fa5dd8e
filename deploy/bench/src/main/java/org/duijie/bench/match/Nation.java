package org.duijie.bench.match;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.duijie.matching.attention.Attention;
import org.duijie.matching.likeness.Likeness;
import org.duijie.matching.match.Basis;
import org.duijie.matching.pairing.Pairings;
import org.duijie.matching.policy.Factor;
import org.duijie.matching.policy.Policy;
import org.duijie.matching.replica.DivisionFact;
import org.duijie.matching.replica.Facts;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.replica.OrganizationFact;

/** The facts of a country, and a random life of them. */
final class Nation {

    static final Basis BASIS =
            new Basis(policy(), Pairings.ofReference(), Likeness.NONE, Attention.NONE, Country.TODAY);

    private static final int FIFTHS = 5;
    private static final int ORGANIZATIONS_PER_TEN_OFFERS = 6;

    final Country country;
    final Facts facts = new Facts();
    final List<OfferFact> offers;
    final List<NeedFact> needs;
    final Map<UUID, OrganizationFact> organizations = new HashMap<>();
    private final List<OrganizationFact> all = new ArrayList<>();

    Nation(long seed, boolean skewed, int offerCount, int needCount) {
        country = new Country(seed, skewed);
        country.divisions().forEach(facts::put);
        for (int i = 0; i < offerCount / 10 * ORGANIZATIONS_PER_TEN_OFFERS; i++) {
            OrganizationFact organization = country.organization(country.id(), 1);
            all.add(organization);
            organizations.put(organization.id(), organization);
            facts.put(organization);
        }
        offers = new ArrayList<>(offerCount);
        for (int i = 0; i < offerCount; i++) {
            offers.add(country.offer(country.id(), 1, anyOrganization()));
            facts.put(offers.get(i));
        }
        needs = new ArrayList<>(needCount);
        for (int i = 0; i < needCount; i++) {
            needs.add(country.need(country.id(), 1));
            facts.put(needs.get(i));
        }
    }

    /** The weights of the policy that the service begins with. */
    private static Policy policy() {
        Map<Factor, Integer> by = Map.of(
                Factor.FIELD_FIT, 20,
                Factor.TEXT_LIKENESS, 10,
                Factor.PAIRING, 15,
                Factor.PRIORITY, 15,
                Factor.COVERAGE, 15,
                Factor.URGENCY, 5,
                Factor.RECORD, 10,
                Factor.NEARNESS, 5,
                Factor.ATTENTION, 5);
        return new Policy(1, Instant.EPOCH, "as the service begins", by);
    }

    OrganizationFact anyOrganization() {
        return all.get(country.next(all.size()));
    }

    /** Four fifths of the time one of a popular few, one in so many; of all where that is one. */
    OrganizationFact organizationOf(int popularIn) {
        boolean popular = popularIn > 1 && country.next(FIFTHS) > 0;
        return all.get(country.next(popular ? all.size() / popularIn : all.size()));
    }

    OrganizationFact organization(OfferFact offer) {
        return Objects.requireNonNull(organizations.get(offer.organizationId()));
    }

    DivisionFact division(NeedFact need) {
        return Objects.requireNonNull(facts.division(need.divisionCode()));
    }

    /** A need that is not on record and is open. */
    NeedFact question() {
        NeedFact need = country.need(country.id(), 1);
        return need.open() ? need : question();
    }

    /** Another state of an offer, of the same organization. */
    OfferFact changedOffer() {
        int which = country.next(offers.size());
        OfferFact before = offers.get(which);
        OfferFact after = country.offer(before.id(), before.version() + 1, organization(before));
        offers.set(which, after);
        facts.put(after);
        return after;
    }

    NeedFact changedNeed() {
        int which = country.next(needs.size());
        NeedFact before = needs.get(which);
        NeedFact after = country.need(before.id(), before.version() + 1);
        needs.set(which, after);
        facts.put(after);
        return after;
    }
}
