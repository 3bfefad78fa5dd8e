package org.duijie.matching.subscription;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.duijie.chassis.audit.Act;
import org.duijie.chassis.identity.CurrentUser;
import org.duijie.chassis.identity.Matter;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** A subscription is its organization's own; the leading group acts for all and the supervisor reads all. */
@RequestScoped
public class SubscriptionAccess {

    private final CurrentUser user;
    private final JsonWebToken token;
    private final SubscriptionRepository subscriptions;

    @Inject
    SubscriptionAccess(CurrentUser user, JsonWebToken token, SubscriptionRepository subscriptions) {
        this.user = user;
        this.token = token;
        this.subscriptions = subscriptions;
    }

    void requireActingFor(String creditCode) {
        if (!user.actsForOrganization(creditCode, Matter.SUBSCRIPTIONS)) {
            throw user.refusal();
        }
    }

    /** For whoever may read it; hidden from everybody else. */
    Subscription readable(UUID id) {
        return subscriptions
                .findByIdOptional(id)
                .filter(found ->
                        user.readsEverything() || user.actsForOrganization(found.organization(), Matter.SUBSCRIPTIONS))
                .orElseThrow(SubscriptionProblem.NOT_FOUND::problem);
    }

    /** Refuses whoever may not read it. */
    public void requireReadable(UUID id) {
        readable(id);
    }

    /** What the caller does to a subscription, for the record. */
    Act act(String action, UUID subscription, String organization) {
        Optional<UUID> delegation = user.delegation(organization, Matter.SUBSCRIPTIONS);
        return new Act(
                action,
                subscription,
                null,
                null,
                delegation.map(acted -> organization).orElse(null),
                delegation.orElse(null));
    }

    /** Refuses whoever may not change it. */
    public void requireOwn(UUID id) {
        own(id);
    }

    /** When the caller's token ends, and with it whatever it opened. */
    Instant end() {
        return Instant.ofEpochSecond(token.getExpirationTime());
    }

    /** For whoever may end it: a reader who does not act for the organization is refused. */
    Subscription own(UUID id) {
        Subscription subscription = readable(id);
        requireActingFor(subscription.organization());
        return subscription;
    }
}
