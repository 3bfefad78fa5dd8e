package org.duijie.matching.subscription;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.duijie.chassis.identity.CurrentUser;
import org.duijie.chassis.identity.Matter;
import org.duijie.chassis.identity.Role;
import org.duijie.chassis.page.Page;
import org.duijie.chassis.page.PageRequest;
import org.duijie.chassis.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** What an organization has is its own; the leading group acts for all and the supervisor reads all. */
@RequestScoped
public class OwnedAccess {

    private final CurrentUser user;

    @Inject
    OwnedAccess(CurrentUser user) {
        this.user = user;
    }

    /** Refuses whoever does not act for the organization. */
    public void requireActingFor(String creditCode) {
        if (!actsFor(creditCode)) {
            throw user.refusal();
        }
    }

    private boolean actsFor(String creditCode) {
        return user.actsForOrganization(creditCode, Matter.SUBSCRIPTIONS);
    }

    /**
     * For whoever may read it; hidden from everybody else.
     *
     * @param unknown what it is told who may not know of it
     */
    public <E extends Owned> E readable(OwnedRepository<E> kept, UUID id, ProblemType unknown) {
        return kept.findByIdOptional(id)
                .filter(found -> user.readsEverything() || actsFor(found.organization()))
                .orElseThrow(unknown::problem);
    }

    /** For whoever may change it: a reader who does not act for the organization is refused. */
    public <E extends Owned> E own(OwnedRepository<E> kept, UUID id, ProblemType unknown) {
        E found = readable(kept, id, unknown);
        requireActingFor(found.organization());
        return found;
    }

    /** What the caller may read, in the order of making. */
    public <E extends Owned, T> Page<T> page(OwnedRepository<E> kept, PageRequest page, Function<E, T> shown) {
        List<E> found = user.readsEverything()
                ? kept.all(page.afterId(), page.fetchSize())
                : kept.ofOrganizations(user.organizations(Matter.SUBSCRIPTIONS), page.afterId(), page.fetchSize());
        return Page.of(found, page, Owned::id, shown);
    }

    /** The platform in whose hand the caller acts; absent for everybody else. */
    public @Nullable String platform() {
        return user.has(Role.PARTNER_PLATFORM) ? user.platform() : null;
    }
}
