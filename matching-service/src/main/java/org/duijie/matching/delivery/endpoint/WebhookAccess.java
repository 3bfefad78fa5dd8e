package org.duijie.matching.delivery.endpoint;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.duijie.matching.subscription.OwnedAccess;

/** Who may read and change an endpoint, for all that hangs on it. */
@RequestScoped
public class WebhookAccess {

    private final OwnedAccess access;
    private final WebhookEndpointRepository endpoints;

    @Inject
    WebhookAccess(OwnedAccess access, WebhookEndpointRepository endpoints) {
        this.access = access;
        this.endpoints = endpoints;
    }

    WebhookEndpoint readable(UUID id) {
        return access.readable(endpoints, id, WebhookProblem.NOT_FOUND);
    }

    WebhookEndpoint own(UUID id) {
        return access.own(endpoints, id, WebhookProblem.NOT_FOUND);
    }

    /** Refuses whoever may not read the endpoint. */
    public void requireReadable(UUID id) {
        readable(id);
    }

    /** Refuses whoever may not change the endpoint. */
    public void requireOwn(UUID id) {
        own(id);
    }
}
