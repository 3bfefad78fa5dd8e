package org.duijie.organization.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.duijie.chassis.identity.CurrentUser;
import org.duijie.chassis.identity.Matter;
import org.duijie.chassis.identity.Role;
import org.duijie.organization.history.Author;

/** Who may do what with an organization. */
@ApplicationScoped
class OrganizationAccess {

    private final CurrentUser user;

    @Inject
    OrganizationAccess(CurrentUser user) {
        this.user = user;
    }

    /** An organization registers itself, or a platform does it that acts for it. */
    void requireActingFor(CreditCode code) {
        if (!user.actsForOrganization(code.value(), Matter.OFFERS)) {
            throw user.refusal();
        }
    }

    /** What it says of itself is changed by itself, whoever acts for it, or its registrar. */
    void requireAmending(Organization organization) {
        if (!user.actsForOrganization(organization.creditCode(), Matter.OFFERS) && !isRegistrarOf(organization)) {
            throw user.refusal();
        }
    }

    /** Its life and standing are stated by the office that keeps its registration, or one above that office. */
    void requireRegistrarOf(Organization organization) {
        if (!isRegistrarOf(organization)) {
            throw user.refusal();
        }
    }

    /** The caller, changing this organization. */
    Author author(Organization organization) {
        String code = organization.creditCode();
        return new Author(user.id(), code, user.delegation(code, Matter.OFFERS).orElse(null));
    }

    /** Only the leading-group office admits a code whose check fails. */
    void requireOverriding() {
        if (!user.has(Role.LEADING_GROUP)) {
            throw OrganizationProblem.OVERRIDE_NOT_ALLOWED.problem();
        }
    }

    /** The organization as the caller may see it. */
    OrganizationResponse shown(Organization organization) {
        return seesRelatedParties(organization)
                ? OrganizationResponse.of(organization)
                : OrganizationResponse.publicly(organization);
    }

    /** Related parties concern the organization and the offices, not the public. */
    private boolean seesRelatedParties(Organization organization) {
        return user.readsEverything()
                || user.actsForOrganization(organization.creditCode(), Matter.OFFERS)
                || isRegistrarOf(organization);
    }

    /** The ministry itself does not use the suite: for organizations registered with it the leading group stands in. */
    boolean isRegistrarOf(Organization organization) {
        if (organization.level() == OrganizationLevel.NATIONAL) {
            return user.has(Role.LEADING_GROUP);
        }
        String registrar = organization.registrarDivision();
        return user.oversees(registrar)
                || (user.has(Role.SUPERIOR_OFFICE) && user.divisions().contains(registrar));
    }
}
