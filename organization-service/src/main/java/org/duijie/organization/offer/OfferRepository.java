package org.duijie.organization.offer;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.duijie.chassis.page.PageRequest;
import org.hibernate.Timeouts;

/** Offers, open and ended. */
@ApplicationScoped
class OfferRepository implements PanacheRepositoryBase<Offer, UUID> {

    /** What a list is cut down to; an empty part cuts nothing. */
    record Filter(
            Optional<UUID> organization,
            Optional<OfferTerms.Field> field,
            Optional<String> division,
            Optional<OfferStatus> status) {}

    /** Which offers a caller may see: all, or the open ones and those of some organizations. */
    record Sight(boolean everything, Set<String> creditCodes) {}

    /** In the order of making, one row more than the page shows. */
    List<Offer> page(Filter filter, Sight sight, PageRequest page) {
        StringBuilder query = new StringBuilder("1 = 1");
        Map<String, Object> values = new HashMap<>();
        filter.organization().ifPresent(id -> {
            query.append(" and organizationId = :organization");
            values.put("organization", id);
        });
        filter.field().ifPresent(field -> {
            query.append(" and (array_length(terms.fields) = 0 or array_contains(terms.fields, :field))");
            values.put("field", field);
        });
        filter.division().ifPresent(code -> {
            query.append(SERVES);
            values.put("covering", covering(code));
            values.put("within", code.replaceFirst("(00)+$", "") + "%");
        });
        filter.status().ifPresent(status -> {
            query.append(" and status = :status");
            values.put("status", status);
        });
        if (!sight.everything()) {
            query.append(" and (status = OPEN or creditCode in :own)");
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

    /** Some offers that are open although their last day is over; what another instance has in hand is passed over. */
    List<Offer> overdue(LocalDate today, int atMost) {
        return find("status = OPEN and terms.validUntil < ?1", today)
                .range(0, atMost - 1)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
                .list();
    }

    /** It serves the division where one that it names is above or within it, and none that it excludes is above it. */
    private static final String SERVES = """
             and (array_length(terms.divisions) = 0
                or exists (select 1 from unnest(terms.divisions) code where code in :covering or code like :within))
             and not exists (select 1 from unnest(terms.excludedDivisions) code where code in :covering)\
            """;

    /** The codes of the division and of what it lies in: 130722, 130700, 130000. */
    private static List<String> covering(String code) {
        return Stream.of(code, code.substring(0, 4) + "00", code.substring(0, 2) + "0000")
                .distinct()
                .toList();
    }
}
