package org.duijie.organization.reservation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.duijie.chassis.identity.CurrentUser;
import org.duijie.chassis.identity.Matter;

/** A reservation shows to its organization and who acts for it, the leading group and the supervisor. */
@ApplicationScoped
class ReservationAccess {

    private final CurrentUser user;

    @Inject
    ReservationAccess(CurrentUser user) {
        this.user = user;
    }

    /** Whoever may not see a reservation does not learn that there is one. */
    void requireSeeing(Reservation reservation) {
        if (!user.readsEverything() && !user.actsForOrganization(reservation.creditCode(), Matter.OFFERS)) {
            throw ReservationProblem.NOT_FOUND.problem();
        }
    }

    ReservationRepository.Sight sight() {
        return new ReservationRepository.Sight(user.readsEverything(), user.organizations(Matter.OFFERS));
    }
}
