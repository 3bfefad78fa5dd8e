package org.duijie.organization.offer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.duijie.chassis.identity.CurrentUser;
import org.duijie.chassis.identity.Matter;

/** Who may do what with an offer. Open offers are public; what has ended is seen by those it concerns. */
@ApplicationScoped
class OfferAccess {

    private final CurrentUser user;

    @Inject
    OfferAccess(CurrentUser user) {
        this.user = user;
    }

    void requireActingFor(String creditCode) {
        if (!user.actsForOrganization(creditCode, Matter.OFFERS)) {
            throw user.refusal();
        }
    }

    /** Whoever may not see an offer does not learn that there is one. */
    void requireSeeing(Offer offer) {
        if (offer.status() != OfferStatus.OPEN
                && !user.readsEverything()
                && !user.actsForOrganization(offer.creditCode(), Matter.OFFERS)) {
            throw OfferProblem.NOT_FOUND.problem();
        }
    }

    OfferRepository.Sight sight() {
        return new OfferRepository.Sight(user.readsEverything(), user.organizations(Matter.OFFERS));
    }
}
