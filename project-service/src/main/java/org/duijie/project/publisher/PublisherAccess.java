package org.duijie.project.publisher;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.duijie.chassis.identity.CurrentUser;
import org.duijie.chassis.identity.Matter;
import org.duijie.chassis.identity.Role;

/**
 * Who may do what with a publisher: an office above a county decides about its bureau, the leading group about platforms
 * too. A publisher sees what was decided about it; to everybody else it does not exist.
 */
@ApplicationScoped
class PublisherAccess {

    private final CurrentUser user;

    @Inject
    PublisherAccess(CurrentUser user) {
        this.user = user;
    }

    void requireReader(String id) {
        boolean itself = user.id().equals(id)
                || (user.has(Role.PARTNER_PLATFORM) && user.platform().equals(id))
                || user.actsForDivision(id, Matter.NEEDS);
        if (!itself && !user.readsEverything() && !oversees(id)) {
            throw PublisherProblem.NOT_FOUND.problem();
        }
    }

    void requireOffice(String id) {
        if (!oversees(id)) {
            throw user.refusal();
        }
    }

    /** A client id may begin like the code of a county and is none. */
    private boolean oversees(String id) {
        return id.matches("[1-9]\\d{5}") ? user.oversees(id) : user.has(Role.LEADING_GROUP);
    }

    String userId() {
        return user.id();
    }
}
