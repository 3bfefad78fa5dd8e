package org.duijie.organization.delegation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.duijie.chassis.page.PageRequest;
import org.hibernate.Timeouts;

/** Delegations, active and ended. */
@ApplicationScoped
class DelegationRepository implements PanacheRepositoryBase<Delegation, UUID> {

    /** What a list is cut down to; an empty part cuts nothing. */
    record Filter(Optional<String> platform, Optional<String> principal, Optional<DelegationStatus> status) {}

    /** Which delegations a caller may see: all, or those of some principals and those given to a platform. */
    record Sight(boolean everything, Set<String> divisions, Set<String> creditCodes, Optional<String> platform) {}

    /** In the order of granting, one row more than the page shows. */
    List<Delegation> page(Filter filter, Sight sight, PageRequest page) {
        StringBuilder query = new StringBuilder("1 = 1");
        Map<String, Object> values = new LinkedHashMap<>();
        filter.platform().ifPresent(platform -> {
            query.append(" and platform = :platform");
            values.put("platform", platform);
        });
        filter.principal().ifPresent(code -> {
            query.append(" and (principal.divisionCode = :principal or principal.creditCode = :principal)");
            values.put("principal", code);
        });
        filter.status().ifPresent(status -> {
            query.append(" and status = :status");
            values.put("status", status);
        });
        if (!sight.everything()) {
            query.append(" and (principal.divisionCode in :divisions or principal.creditCode in :creditCodes"
                    + " or platform = :ownPlatform)");
            values.put("divisions", sight.divisions());
            values.put("creditCodes", sight.creditCodes());
            values.put("ownPlatform", sight.platform().orElse(""));
        }
        page.afterId().ifPresent(id -> {
            query.append(" and id > :after");
            values.put("after", id);
        });
        return find(query.toString(), Sort.by("id"), values)
                .range(0, page.limit())
                .list();
    }

    /** The one by which this platform may act for this principal now. */
    Optional<Delegation> active(Principal principal, String platform) {
        String whose = principal.divisionCode() != null ? "principal.divisionCode" : "principal.creditCode";
        return find(whose + " = ?1 and platform = ?2 and status = ACTIVE", principal.code(), platform)
                .firstResultOptional();
    }

    /** Some that are active although their last day is over; what another instance has in hand is passed over. */
    List<Delegation> overdue(LocalDate today, int atMost) {
        return find("status = ACTIVE and validUntil < ?1", today)
                .range(0, atMost - 1)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
                .list();
    }
}
