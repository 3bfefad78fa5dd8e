package org.duijie.organization.delegation;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Lets the clock close delegations. Several instances may run it at once: each takes what the others have not. */
@ApplicationScoped
class DelegationExpiry {

    /** Small enough to commit quickly, so that nobody waits for it. */
    static final int BATCH = 200;

    private final DelegationService service;

    @Inject
    DelegationExpiry(DelegationService service) {
        this.service = service;
    }

    @Scheduled(
            identity = "delegation-expiry",
            every = "{duijie.delegation.expiry-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void run() {
        int expired;
        do {
            expired = service.expire(BATCH);
        } while (expired == BATCH);
    }
}
