package org.duijie.matching.delivery.sending;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class NoticeRepository implements PanacheRepositoryBase<Notice, UUID> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    List<Notice> all(Optional<UUID> after, int size) {
        return find("id > ?1 order by id", after.orElse(BEFORE_ALL))
                .page(Page.ofSize(size))
                .list();
    }

    List<Notice> ofOrganizations(Set<String> creditCodes, Optional<UUID> after, int size) {
        return find("organization in ?1 and id > ?2 order by id", creditCodes, after.orElse(BEFORE_ALL))
                .page(Page.ofSize(size))
                .list();
    }
}
