package org.duijie.organization.offer;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Lets the clock close offers. Several instances may run it at once: each takes what the others have not in hand. */
@ApplicationScoped
class OfferExpiry {

    /** Small enough to commit quickly, so that nobody waits for it. */
    static final int BATCH = 200;

    private final OfferService service;

    @Inject
    OfferExpiry(OfferService service) {
        this.service = service;
    }

    @Scheduled(
            identity = "offer-expiry",
            every = "{duijie.offer.expiry-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void run() {
        int expired;
        do {
            expired = service.expire(BATCH);
        } while (expired == BATCH);
    }
}
