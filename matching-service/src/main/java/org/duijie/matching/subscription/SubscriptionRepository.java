package org.duijie.matching.subscription;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class SubscriptionRepository implements PanacheRepositoryBase<Subscription, UUID> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** Reads again what the journal has written. */
    void refresh(Subscription subscription) {
        getEntityManager().refresh(subscription);
    }

    /** Takes hold of the row until the transaction ends, so that its numbers are given one after the other. */
    Optional<Subscription> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    List<Subscription> all(Optional<UUID> after, int size) {
        return find("id > ?1 order by id", after.orElse(BEFORE_ALL))
                .page(Page.ofSize(size))
                .list();
    }

    List<Subscription> ofOrganizations(Set<String> creditCodes, Optional<UUID> after, int size) {
        return find("organization in ?1 and id > ?2 order by id", creditCodes, after.orElse(BEFORE_ALL))
                .page(Page.ofSize(size))
                .list();
    }

    long countOf(String creditCode) {
        return count("organization", creditCode);
    }

    /** The subscriptions' last numbers, as id and number. */
    List<Object[]> lastNumbers(Collection<UUID> ids) {
        return getEntityManager()
                .createQuery("select s.id, s.lastNumber from Subscription s where s.id in :ids", Object[].class)
                .setParameter("ids", ids)
                .getResultList();
    }
}
