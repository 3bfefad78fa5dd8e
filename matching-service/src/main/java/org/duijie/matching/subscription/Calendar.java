package org.duijie.matching.subscription;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.duijie.matching.policy.PolicyService;
import org.duijie.matching.replica.Replica;

/** Looks now and then whether a day (Asia/Shanghai) or a policy began. */
@ApplicationScoped
class Calendar {

    private final PolicyService policies;
    private final Evaluator evaluator;
    private final Replica replica;

    @Inject
    Calendar(PolicyService policies, Evaluator evaluator, Replica replica) {
        this.policies = policies;
        this.evaluator = evaluator;
        this.replica = replica;
    }

    /** Whatever that touches has been told when this returns. */
    @Scheduled(every = "${duijie.matching.calendar-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        policies.load();
        replica.inTurn(evaluator::moveOn);
        evaluator.workOff();
    }
}
