package org.duijie.matching.delivery.sending;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.duijie.chassis.identity.Delegations;
import org.duijie.chassis.identity.Matter;
import org.duijie.chassis.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Whether an endpoint may still be sent what its organization may see. One that a platform made for the organization may
 * while the organization delegates its subscriptions to that platform, and no longer: it is looked at whenever something
 * is sent.
 */
@Singleton
public class Mandate {

    private final Delegations delegations;

    @Inject
    Mandate(Delegations delegations) {
        this.delegations = delegations;
    }

    /** Whether it may. */
    public enum State {
        HOLDS,
        ENDED,
        /** This instance has not read all delegations yet. */
        UNKNOWN
    }

    State of(Target target) {
        return of(target.platform(), target.organization());
    }

    /** @param platform whose hand made it; absent where that was the organization's own */
    public State of(@Nullable String platform, String organization) {
        if (platform == null) {
            return State.HOLDS;
        }
        try {
            return delegations.principals(platform, Matter.SUBSCRIPTIONS).containsKey(organization)
                    ? State.HOLDS
                    : State.ENDED;
        } catch (ProblemException unknownYet) {
            return State.UNKNOWN;
        }
    }
}
