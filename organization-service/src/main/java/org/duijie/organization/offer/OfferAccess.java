package org.duijie.organization.offer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.duijie.chassis.identity.CurrentUser;
import org.duijie.chassis.identity.Matter;
import org.duijie.chassis.identity.Role;
import org.duijie.organization.history.Author;

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

    /** The caller, changing an offer of this organization. */
    Author author(String creditCode) {
        return new Author(
                user.id(),
                creditCode,
                user.delegation(creditCode, Matter.OFFERS).orElse(null));
    }

    /** Whose references the caller's are: an organization's, a platform's, or an account's own. */
    String publisher() {
        if (user.has(Role.PARTNER_PLATFORM)) {
            return user.platform();
        }
        Set<String> organizations = user.organizations(Matter.OFFERS);
        return organizations.size() == 1 ? organizations.iterator().next() : user.id();
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
