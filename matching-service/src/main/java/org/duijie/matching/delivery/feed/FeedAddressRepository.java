package org.duijie.matching.delivery.feed;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class FeedAddressRepository implements PanacheRepositoryBase<FeedAddress, UUID> {

    Optional<FeedAddress> lock(UUID subscription) {
        return findByIdOptional(subscription, LockModeType.PESSIMISTIC_WRITE);
    }

    Optional<FeedAddress> ofCode(byte[] hash) {
        return find("codeHash", (Object) hash).firstResultOptional();
    }
}
