package org.duijie.matching.subscription;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class CurrentMatchRepository implements PanacheRepositoryBase<CurrentMatch, CurrentMatchKey> {

    List<CurrentMatch> ofNeeds(Set<UUID> needs) {
        return list("key.needId in ?1", needs);
    }

    List<CurrentMatch> ofSubscription(UUID subscription) {
        return list("key.subscriptionId", subscription);
    }

    List<CurrentMatch> ofOffers(Set<UUID> offers) {
        return list("key.offerId in ?1", offers);
    }
}
