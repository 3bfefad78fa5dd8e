package org.duijie.project.need;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
public class NeedAccess {

    private final CurrentUser user;

    @Inject
    NeedAccess(CurrentUser user) {
        this.user = user;
    }

    public void requireReader(Need need) {
        if (!reads(need)) {
            throw NeedProblem.NOT_FOUND.problem();
        }
    }

    public boolean reads(Need need) {
        return need.disclosed() || concerned(need);
    }

    public void requireAuthor(String divisionCode) {
        if (!user.actsForDivision(divisionCode, Matter.NEEDS)) {
            throw user.refusal();
        }
    }

    void requireReviewer(Need need) {
        if (!user.oversees(need.terms().divisionCode())) {
            throw user.refusal();
        }
    }

    /** The need as the caller may see it. */
    public NeedResponse shown(Need need) {
        return NeedResponse.of(need, concerned(need) ? NeedResponse.Audience.CONCERNED : NeedResponse.Audience.PUBLIC);
    }

    /** For what is said about a need among those who write, review or supervise it, though it be published. */
    public void requireConcerned(Need need) {
        if (!concerned(need)) {
            throw NeedProblem.NOT_FOUND.problem();
        }
    }

    boolean concerned(Need need) {
        String division = need.terms().divisionCode();
        return user.readsEverything() || user.actsForDivision(division, Matter.NEEDS) || user.oversees(division);
    }

    /** What of all needs the caller sees besides the disclosed. */
    public NeedScope scope() {
        return new NeedScope(
                user.readsEverything(),
                counties(),
                user.has(Role.SUPERIOR_OFFICE) ? aboveCounties(user.divisions()) : Set.of());
    }

    /** On whose authority the caller writes needs, for work that outlives the request. */
    public Writer writer() {
        Set<String> counties = counties();
        if (user.has(Role.PARTNER_PLATFORM)) {
            Map<String, UUID> delegations = counties.stream()
                    .collect(Collectors.toMap(code -> code, code -> user.delegation(code, Matter.NEEDS)
                            .orElseThrow(user::refusal)));
            return new Writer(user.id(), user.platform(), false, Set.of(), delegations);
        }
        String publisher = counties.size() == 1 ? counties.iterator().next() : user.id();
        return new Writer(user.id(), publisher, user.has(Role.LEADING_GROUP), counties, Map.of());
    }

    /** The caller, acting for this county. */
    Actor actor(String divisionCode) {
        UUID delegation = user.delegation(divisionCode, Matter.NEEDS).orElse(null);
        return new Actor(user.id(), delegation == null ? null : divisionCode, delegation);
    }

    /** The counties that the caller writes for; an office stands for divisions that it does not write for. */
    private Set<String> counties() {
        return user.has(Role.COUNTY_BUREAU, Role.PARTNER_PLATFORM) ? user.divisions(Matter.NEEDS) : Set.of();
    }

    /** An office never oversees itself: only codes that end in 00 have counties under them. */
    private static Set<String> aboveCounties(Set<String> divisions) {
        return divisions.stream().filter(code -> code.endsWith("00")).collect(Collectors.toSet());
    }
}
