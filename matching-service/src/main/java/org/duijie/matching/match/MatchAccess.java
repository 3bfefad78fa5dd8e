package org.duijie.matching.match;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.duijie.chassis.identity.CurrentUser;
import org.duijie.chassis.identity.Matter;
import org.duijie.matching.replica.Facts;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.replica.OrganizationFact;
import org.duijie.matching.replica.Replica;

/**
 * Who may ask about matches: on a need's side its county, the offices above it and who acts for it; on an offer's side
 * its organization and who acts for it; the leading group and the supervisor on both.
 */
@RequestScoped
public class MatchAccess {

    private final CurrentUser user;
    private final Facts facts;

    @Inject
    MatchAccess(CurrentUser user, Replica replica) {
        this.user = user;
        this.facts = replica.facts();
    }

    /** The need, for somebody on its side. One that is not disclosed is hidden from everybody else. */
    public NeedFact needOnItsSide(UUID id) {
        NeedFact need = need(id);
        if (!sidesWith(need)) {
            throw need.disclosed() ? user.refusal() : MatchProblem.NEED_NOT_FOUND.problem();
        }
        return need;
    }

    /** The offer, for somebody on its side. One that is not open is hidden from everybody else. */
    public OfferFact offerOnItsSide(UUID id) {
        OfferFact offer = offer(id);
        if (!sidesWith(offer)) {
            throw offer.open() ? user.refusal() : MatchProblem.OFFER_NOT_FOUND.problem();
        }
        return offer;
    }

    /** The open offers of an organization, for somebody on its side. */
    public List<OfferFact> offersOnTheirSide(String creditCode) {
        if (!user.readsEverything() && !user.actsForOrganization(creditCode, Matter.SUBSCRIPTIONS)) {
            throw user.refusal();
        }
        return facts.offersOf(creditCode).stream().filter(OfferFact::open).toList();
    }

    /** Refuses whoever stands on neither side of the pair, and hides from each side what the other's owner hides. */
    public void requireASide(NeedFact need, OfferFact offer) {
        if (!need.disclosed() && !sidesWith(need)) {
            throw MatchProblem.NEED_NOT_FOUND.problem();
        }
        if (!offer.open() && !sidesWith(offer)) {
            throw MatchProblem.OFFER_NOT_FOUND.problem();
        }
        if (!sidesWith(need) && !sidesWith(offer)) {
            throw user.refusal();
        }
    }

    public NeedFact need(UUID id) {
        NeedFact need = facts.need(id);
        if (need == null) {
            throw MatchProblem.NEED_NOT_FOUND.problem();
        }
        return need;
    }

    public OfferFact offer(UUID id) {
        OfferFact offer = facts.offer(id);
        if (offer == null) {
            throw MatchProblem.OFFER_NOT_FOUND.problem();
        }
        return offer;
    }

    /** The organization, for who acts for it or reads everything. Organizations are public. */
    public OrganizationFact ownOrganization(UUID id) {
        OrganizationFact organization = facts.organization(id);
        if (organization == null) {
            throw MatchProblem.ORGANIZATION_NOT_FOUND.problem();
        }
        if (!user.readsEverything() && !user.actsForOrganization(organization.creditCode(), Matter.SUBSCRIPTIONS)) {
            throw user.refusal();
        }
        return organization;
    }

    private boolean sidesWith(NeedFact need) {
        return user.readsEverything()
                || user.actsForDivision(need.divisionCode(), Matter.NEEDS)
                || user.oversees(need.divisionCode());
    }

    private boolean sidesWith(OfferFact offer) {
        return user.readsEverything() || user.actsForOrganization(offer.creditCode(), Matter.SUBSCRIPTIONS);
    }
}
