package org.duijie.project.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.duijie.chassis.audit.Act;
import org.duijie.chassis.identity.CurrentUser;
import org.duijie.chassis.identity.Matter;
import org.duijie.chassis.identity.Role;
import org.duijie.project.need.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what with a project. It shows to its two sides, to the offices above its county and to those who read
 * everything; to nobody else does it exist. A platform acts for a side that delegated {@link Matter#PROJECTS} to it.
 */
@ApplicationScoped
public class ProjectAccess {

    private final CurrentUser user;

    @Inject
    ProjectAccess(CurrentUser user) {
        this.user = user;
    }

    /** Whose projects a list holds. */
    public record Scope(boolean everything, Set<String> counties, Set<String> offices, Set<String> organizations) {}

    Scope scope() {
        return new Scope(
                user.readsEverything(),
                user.has(Role.COUNTY_BUREAU, Role.PARTNER_PLATFORM) ? user.divisions(Matter.PROJECTS) : Set.of(),
                user.has(Role.SUPERIOR_OFFICE) ? user.divisions() : Set.of(),
                user.has(Role.ORGANIZATION, Role.PARTNER_PLATFORM) ? user.organizations(Matter.PROJECTS) : Set.of());
    }

    public void requireReader(Project project) {
        if (!user.readsEverything() && !isParty(project) && !user.oversees(project.divisionCode())) {
            throw ProjectProblem.NOT_FOUND.problem();
        }
    }

    /** One of the two sides. */
    public void requireParty(Project project) {
        requireReader(project);
        if (!isParty(project)) {
            throw user.refusal();
        }
    }

    public void requireCounty(Project project) {
        requireReader(project);
        if (!isCounty(project)) {
            throw user.refusal();
        }
    }

    public void requireOrganization(Project project) {
        requireReader(project);
        if (!isOrganization(project)) {
            throw user.refusal();
        }
    }

    public void requireOffice(Project project) {
        requireReader(project);
        if (!user.oversees(project.divisionCode())) {
            throw user.refusal();
        }
    }

    public boolean isCounty(Project project) {
        return user.actsForDivision(project.divisionCode(), Matter.PROJECTS);
    }

    public boolean isOrganization(Project project) {
        return user.actsForOrganization(project.implementer().creditCode(), Matter.PROJECTS);
    }

    private boolean isParty(Project project) {
        return isCounty(project) || isOrganization(project);
    }

    /** What the caller does to a project, for the record. */
    public Act act(String action, Project project, @Nullable String from, @Nullable String to) {
        Actor by = actor(project);
        return new Act(action, project.id(), from, to, by.onBehalfOf(), by.delegation());
    }

    /** The caller, acting for its own side of a project. */
    public Actor actor(Project project) {
        return actor(
                isCounty(project)
                        ? project.divisionCode()
                        : project.implementer().creditCode());
    }

    /** The caller, acting for this county or organization. */
    public Actor actor(String principal) {
        UUID delegation = user.delegation(principal, Matter.PROJECTS).orElse(null);
        return new Actor(user.id(), delegation == null ? null : principal, delegation);
    }
}
