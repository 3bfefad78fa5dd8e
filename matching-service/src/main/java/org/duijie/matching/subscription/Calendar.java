package org.duijie.matching.subscription;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.duijie.matching.policy.PolicyService;
import org.duijie.matching.replica.Replica;

/**
 * Notices that a day (Asia/Shanghai) or a policy began: deadlines pass, ratings lapse and pairings end without any event.
 */
@ApplicationScoped
class Calendar {

    private final PolicyService policies;
    private final SubscriptionService subscriptions;
    private final Replica replica;

    @Inject
    Calendar(PolicyService policies, SubscriptionService subscriptions, Replica replica) {
        this.policies = policies;
        this.subscriptions = subscriptions;
        this.replica = replica;
    }

    @Scheduled(every = "${duijie.matching.calendar-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        policies.load();
        replica.inTurn(subscriptions::catchUpNow);
    }
}
