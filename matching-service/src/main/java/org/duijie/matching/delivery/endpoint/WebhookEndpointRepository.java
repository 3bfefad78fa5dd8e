package org.duijie.matching.delivery.endpoint;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class WebhookEndpointRepository implements PanacheRepositoryBase<WebhookEndpoint, UUID> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    Optional<WebhookEndpoint> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    List<WebhookEndpoint> all(Optional<UUID> after, int size) {
        return find("id > ?1 order by id", after.orElse(BEFORE_ALL))
                .page(Page.ofSize(size))
                .list();
    }

    List<WebhookEndpoint> ofOrganizations(Set<String> creditCodes, Optional<UUID> after, int size) {
        return find("organization in ?1 and id > ?2 order by id", creditCodes, after.orElse(BEFORE_ALL))
                .page(Page.ofSize(size))
                .list();
    }

    long countOf(String creditCode) {
        return count("organization", creditCode);
    }
}
