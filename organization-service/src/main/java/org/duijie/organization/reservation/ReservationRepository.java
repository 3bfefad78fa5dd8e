package org.duijie.organization.reservation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.duijie.chassis.page.PageRequest;

/** Reservations, held, promised and given back. */
@ApplicationScoped
class ReservationRepository implements PanacheRepositoryBase<Reservation, UUID> {

    /** What a list is cut down to; an empty part cuts nothing. */
    record Filter(Optional<UUID> offer, Optional<ReservationStatus> status) {}

    /** Which reservations a caller may see: all, or those of some organizations. */
    record Sight(boolean everything, Set<String> creditCodes) {}

    /** Takes hold of it until the transaction ends. */
    Optional<Reservation> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** In the order of the proposals' making, one row more than the page shows. */
    List<Reservation> page(Filter filter, Sight sight, PageRequest page) {
        StringBuilder query = new StringBuilder("1 = 1");
        Map<String, Object> values = new LinkedHashMap<>();
        filter.offer().ifPresent(offer -> {
            query.append(" and offerId = :offer");
            values.put("offer", offer);
        });
        filter.status().ifPresent(status -> {
            query.append(" and status = :status");
            values.put("status", status);
        });
        if (!sight.everything()) {
            query.append(" and creditCode in :own");
            values.put("own", sight.creditCodes());
        }
        page.afterId().ifPresent(id -> {
            query.append(" and id > :after");
            values.put("after", id);
        });
        return find(query.toString(), Sort.by("id"), values)
                .range(0, page.limit())
                .list();
    }
}
