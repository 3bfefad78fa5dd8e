package org.duijie.matching.subscription;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What organizations have of their own: subscriptions, and the channels by which their streams are delivered. */
public interface OwnedRepository<E extends Owned> extends PanacheRepositoryBase<E, UUID> {

    /** Takes hold of the row until the transaction ends. */
    default Optional<E> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** In the order of making, behind an id. */
    default List<E> all(Optional<UUID> after, int size) {
        return find("id > ?1 order by id", after.orElse(new UUID(0, 0)))
                .page(Page.ofSize(size))
                .list();
    }

    /** Those of these organizations, in the order of making, behind an id. */
    default List<E> ofOrganizations(Set<String> creditCodes, Optional<UUID> after, int size) {
        return find("organization in ?1 and id > ?2 order by id", creditCodes, after.orElse(new UUID(0, 0)))
                .page(Page.ofSize(size))
                .list();
    }

    default long countOf(String creditCode) {
        return count("organization", creditCode);
    }
}
