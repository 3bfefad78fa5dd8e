package org.duijie.project.need;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.stream.Collectors;
import org.duijie.chassis.identity.CurrentUser;
import org.duijie.chassis.identity.Matter;
import org.duijie.chassis.identity.Role;

/**
 * Who may do what with a need. A county's bureau, or a platform it delegated to, writes; an office above it reviews;
 * both, and whoever reads everything, see it at any time. Everybody else sees what was disclosed: a need that the caller
 * may not see does not exist for them.
 */
@ApplicationScoped
class NeedAccess {

    private final CurrentUser user;

    @Inject
    NeedAccess(CurrentUser user) {
        this.user = user;
    }

    void requireReader(Need need) {
        String division = need.terms().divisionCode();
        boolean concerned =
                user.readsEverything() || user.actsForDivision(division, Matter.NEEDS) || user.oversees(division);
        if (!need.disclosed() && !concerned) {
            throw NeedProblem.NOT_FOUND.problem();
        }
    }

    void requireAuthor(String divisionCode) {
        if (!user.actsForDivision(divisionCode, Matter.NEEDS)) {
            throw user.refusal();
        }
    }

    void requireReviewer(Need need) {
        String division = need.terms().divisionCode();
        if (!user.oversees(division)) {
            throw user.actsForDivision(division, Matter.NEEDS)
                    ? NeedProblem.REVIEWER_IS_AUTHOR.problem()
                    : user.refusal();
        }
    }

    /** What of a list the caller sees besides the disclosed. */
    NeedRepository.Scope scope() {
        return new NeedRepository.Scope(
                user.readsEverything(),
                user.has(Role.COUNTY_BUREAU, Role.PARTNER_PLATFORM) ? user.divisions(Matter.NEEDS) : Set.of(),
                user.has(Role.SUPERIOR_OFFICE) ? aboveCounties(user.divisions()) : Set.of());
    }

    String userId() {
        return user.id();
    }

    /** An office never oversees itself: only codes that end in 00 have counties under them. */
    private static Set<String> aboveCounties(Set<String> divisions) {
        return divisions.stream().filter(code -> code.endsWith("00")).collect(Collectors.toSet());
    }
}
