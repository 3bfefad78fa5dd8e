package org.duijie.matching.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class SubscriptionRepository implements OwnedRepository<Subscription> {

    /** Reads again what the journal has written. */
    void refresh(Subscription subscription) {
        getEntityManager().refresh(subscription);
    }

    /** The subscriptions' last numbers, as id and number. */
    List<Object[]> lastNumbers(Collection<UUID> ids) {
        return getEntityManager()
                .createQuery("select s.id, s.lastNumber from Subscription s where s.id in :ids", Object[].class)
                .setParameter("ids", ids)
                .getResultList();
    }
}
