package org.duijie.matching.subscription;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class MatchEventRepository implements PanacheRepositoryBase<MatchEvent, MatchEventKey> {

    /** The entries with higher numbers than this, in order. */
    List<MatchEvent> after(UUID subscription, long number, int limit) {
        return find("key.subscriptionId = ?1 and key.number > ?2 order by key.number", subscription, number)
                .page(Page.ofSize(limit))
                .list();
    }
}
