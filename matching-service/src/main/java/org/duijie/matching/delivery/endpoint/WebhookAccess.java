package org.duijie.matching.delivery.endpoint;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.duijie.chassis.identity.CurrentUser;
import org.duijie.chassis.identity.Matter;
import org.duijie.chassis.identity.Role;
import org.jspecify.annotations.Nullable;

/** An endpoint is its organization's own; the leading group acts for all and the supervisor reads all. */
@RequestScoped
public class WebhookAccess {

    private final CurrentUser user;
    private final WebhookEndpointRepository endpoints;

    @Inject
    WebhookAccess(CurrentUser user, WebhookEndpointRepository endpoints) {
        this.user = user;
        this.endpoints = endpoints;
    }

    void requireActingFor(String creditCode) {
        if (!user.actsForOrganization(creditCode, Matter.SUBSCRIPTIONS)) {
            throw user.refusal();
        }
    }

    /** For whoever may read it; hidden from everybody else. */
    WebhookEndpoint readable(UUID id) {
        return endpoints
                .findByIdOptional(id)
                .filter(found ->
                        user.readsEverything() || user.actsForOrganization(found.organization(), Matter.SUBSCRIPTIONS))
                .orElseThrow(WebhookProblem.NOT_FOUND::problem);
    }

    /** For whoever may change it: a reader who does not act for the organization is refused. */
    WebhookEndpoint own(UUID id) {
        WebhookEndpoint endpoint = readable(id);
        requireActingFor(endpoint.organization());
        return endpoint;
    }

    /** Refuses whoever may not read the endpoint. */
    public void requireReadable(UUID id) {
        readable(id);
    }

    /** Refuses whoever may not change the endpoint. */
    public void requireOwn(UUID id) {
        own(id);
    }

    /** The platform in whose hand the caller acts; absent for everybody else. */
    @Nullable
    String platform() {
        return user.has(Role.PARTNER_PLATFORM) ? user.platform() : null;
    }
}
