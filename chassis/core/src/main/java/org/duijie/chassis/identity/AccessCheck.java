package org.duijie.chassis.identity;

import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Holds every request to the {@link Access} of its operation. An operation that declares none is closed. */
public class AccessCheck {

    private final CurrentUser user;

    @Inject
    public AccessCheck(CurrentUser user) {
        this.user = user;
    }

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    public void check(ResourceInfo operation) {
        Access access = operation.getResourceMethod().getAnnotation(Access.class);
        if (access == null) {
            throw new IllegalStateException("No @Access on " + operation.getResourceMethod());
        }
        if (access.open()) {
            return;
        }
        if (user.anonymous()) {
            throw user.refusal();
        }
        if (access.roles().length > 0) {
            user.require(access.roles());
        }
    }
}
