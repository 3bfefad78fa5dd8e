package org.duijie.matching.delivery.sending;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.duijie.chassis.identity.Delegations;
import org.duijie.chassis.identity.Matter;
import org.duijie.chassis.problem.ProblemException;

/**
 * Whether an endpoint may still be sent what its organization may see. One that a platform made for the organization may
 * while the organization delegates its subscriptions to that platform, and no longer: it is looked at whenever something
 * is sent.
 */
@Singleton
class Mandate {

    private final Delegations delegations;

    @Inject
    Mandate(Delegations delegations) {
        this.delegations = delegations;
    }

    enum State {
        HOLDS,
        ENDED,
        /** This instance has not read all delegations yet. */
        UNKNOWN
    }

    State of(Target target) {
        if (target.platform() == null) {
            return State.HOLDS;
        }
        try {
            return delegations
                            .principals(target.platform(), Matter.SUBSCRIPTIONS)
                            .containsKey(target.organization())
                    ? State.HOLDS
                    : State.ENDED;
        } catch (ProblemException unknownYet) {
            return State.UNKNOWN;
        }
    }
}
