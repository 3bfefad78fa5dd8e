package org.duijie.organization.offer;

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
import java.util.stream.Collectors;
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
            Optional<OfferStatus> status) {

        static final Filter NONE = new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Which offers a caller may see: all, or the open ones and those of some organizations. */
    record Sight(boolean everything, Set<String> creditCodes) {}

    /** All of these that the caller may see, whether they are there or not. */
    List<Offer> all(List<UUID> ids, Sight sight) {
        return ids.isEmpty()
                ? List.of()
                : find(
                                "id in ?1 and (?2 = true or status = OPEN or creditCode in ?3)",
                                ids,
                                sight.everything(),
                                sight.creditCodes())
                        .list();
    }

    /** The offer as it stands now, held until the transaction ends: whoever else wants some of it waits. */
    Optional<Offer> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** In the order of making, one row more than the page shows. */
    List<Offer> page(Filter filter, Sight sight, PageRequest page) {
        return oldestFirst(filter, sight, page.afterId(), page.fetchSize());
    }

    /** In the order of making, after one of them. */
    List<Offer> oldestFirst(Filter filter, Sight sight, Optional<UUID> after, int size) {
        StringBuilder query = new StringBuilder("1 = 1");
        Map<String, Object> values = new LinkedHashMap<>();
        filter.organization().ifPresent(id -> {
            query.append(" and organizationId = :organization");
            values.put("organization", id);
        });
        filter.field().ifPresent(field -> {
            query.append(" and " + fits("fields", "field"));
            values.put("field", emptyOr("@ == \"" + field + "\""));
        });
        filter.division().ifPresent(code -> {
            query.append(" and " + fits("divisions", "served") + " and not " + fits("excludedDivisions", "excluded"));
            values.put("served", emptyOr(above(code) + " || " + within(code)));
            values.put("excluded", "$[*] ? (" + above(code) + ")");
        });
        filter.status().ifPresent(status -> {
            query.append(" and status = :status");
            values.put("status", status);
        });
        if (!sight.everything()) {
            query.append(" and (status = OPEN or creditCode in :own)");
            values.put("own", sight.creditCodes());
        }
        after.ifPresent(id -> {
            query.append(" and id > :after");
            values.put("after", id);
        });
        return find(query.toString(), Sort.by("id"), values).range(0, size - 1).list();
    }

    /** The offer that this publisher has put under its own reference. */
    Optional<Offer> byReference(String publisher, String reference) {
        return find("reference.publisher = ?1 and reference.reference = ?2", publisher, reference)
                .firstResultOptional();
    }

    /** Lets one caller at a time see whether there is an offer under this reference, and put one there. */
    void holdReference(String publisher, String reference) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))", Integer.class)
                .setParameter(1, publisher + "/" + reference)
                .getSingleResult();
    }

    /** Some offers that are open although their last day is over; what another instance has in hand is passed over. */
    List<Offer> overdue(LocalDate today, int atMost) {
        return find("status = OPEN and terms.validUntil < ?1", today)
                .range(0, atMost - 1)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
                .list();
    }

    /** Holds where the JSON path bound to the parameter finds something in the list. */
    private static String fits(String list, String path) {
        return "cast(sql('jsonb_path_exists(?, cast(? as jsonpath))', terms.%s, :%s) as Boolean)".formatted(list, path);
    }

    /**
     * Finds a list that is empty, for that means all, or has an element of which the condition holds. Strict, because
     * the lax mode would look at the elements one by one and never see an empty list.
     */
    private static String emptyOr(String condition) {
        return "strict $ ? (@.size() == 0 || exists(@[*] ? (" + condition + ")))";
    }

    /** Holds for the division itself and those it lies in: 130722, 130700, 130000. */
    private static String above(String code) {
        return Stream.of(code, code.substring(0, 4) + "00", code.substring(0, 2) + "0000")
                .distinct()
                .map(covering -> "@ == \"" + covering + "\"")
                .collect(Collectors.joining(" || "));
    }

    /** Holds for the divisions that lie in it: of 130700 those that begin with 1307. */
    private static String within(String code) {
        return "@ starts with \"" + code.replaceFirst("(00)+$", "") + "\"";
    }
}
