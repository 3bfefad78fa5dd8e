package org.duijie.organization.delegation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.duijie.chassis.identity.CurrentUser;
import org.duijie.chassis.identity.Matter;
import org.duijie.chassis.identity.Role;

/**
 * Who may do what with a delegation. Only the principal itself grants and revokes, or the leading-group office in its
 * place; never a platform, whatever was delegated to it, for then it could keep a right that its principal took back.
 */
@ApplicationScoped
class DelegationAccess {

    private final CurrentUser user;

    @Inject
    DelegationAccess(CurrentUser user) {
        this.user = user;
    }

    void requireDisposing(Principal principal) {
        if (!user.has(Role.LEADING_GROUP) && !isPrincipal(principal)) {
            throw user.refusal();
        }
    }

    /** Whoever may not see a delegation does not learn that there is one. */
    void requireSeeing(Delegation delegation) {
        if (!seesAccounts(delegation)
                && !delegation.platform().equals(ownPlatform().orElse(null))) {
            throw DelegationProblem.NOT_FOUND.problem();
        }
    }

    /** The accounts of those who acted concern the principal and the offices, not the platform. */
    boolean seesAccounts(Delegation delegation) {
        return user.readsEverything() || isPrincipal(delegation.principal());
    }

    DelegationRepository.Sight sight() {
        return new DelegationRepository.Sight(user.readsEverything(), ownCounties(), ownOrganizations(), ownPlatform());
    }

    private Optional<String> ownPlatform() {
        return user.has(Role.PARTNER_PLATFORM) ? Optional.of(user.platform()) : Optional.empty();
    }

    private boolean isPrincipal(Principal principal) {
        return ownCounties().contains(principal.code()) || ownOrganizations().contains(principal.code());
    }

    private Set<String> ownCounties() {
        return user.has(Role.COUNTY_BUREAU) ? user.divisions() : Set.of();
    }

    /** A platform acts for organizations and is none of them, even if its account should have both roles. */
    private Set<String> ownOrganizations() {
        return user.has(Role.ORGANIZATION) && !user.has(Role.PARTNER_PLATFORM)
                ? user.organizations(Matter.OFFERS)
                : Set.of();
    }
}
