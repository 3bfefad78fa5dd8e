package org.duijie.organization.organization;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.duijie.chassis.page.PageRequest;

/** The registry of social organizations. */
@ApplicationScoped
public class OrganizationRepository implements PanacheRepositoryBase<Organization, UUID> {

    /** What a list is cut down to; an empty part cuts nothing. */
    record Filter(
            Optional<String> creditCode,
            Optional<OrganizationLevel> level,
            Optional<OrganizationType> type,
            Optional<OrganizationStatus> status) {

        static final Filter NONE = new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        Map<String, Object> conditions() {
            Map<String, Object> conditions = new LinkedHashMap<>();
            creditCode.ifPresent(value -> conditions.put("creditCode", value));
            level.ifPresent(value -> conditions.put("level", value));
            type.ifPresent(value -> conditions.put("type", value));
            status.ifPresent(value -> conditions.put("status", value));
            return conditions;
        }
    }

    /** @throws org.duijie.chassis.problem.ProblemException 404 where there is none */
    public Organization require(UUID id) {
        return findByIdOptional(id).orElseThrow(OrganizationProblem.NOT_FOUND::problem);
    }

    /** The one with this code, for a change: whoever else wants to change it waits. */
    Optional<Organization> lock(String creditCode) {
        return find("creditCode", creditCode)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    boolean holds(CreditCode code) {
        return count("creditCode", code.value()) > 0;
    }

    List<Organization> all(List<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }

    /** In the order of registration, one row more than the page shows. */
    List<Organization> page(Filter filter, PageRequest page) {
        return oldestFirst(filter, page.afterId(), page.fetchSize());
    }

    /** In the order of registration, after one of them. */
    List<Organization> oldestFirst(Filter filter, Optional<UUID> after, int size) {
        Map<String, Object> conditions = filter.conditions();
        StringBuilder query = new StringBuilder("1 = 1");
        conditions.keySet().forEach(name -> query.append(" and %1$s = :%1$s".formatted(name)));
        after.ifPresent(id -> {
            query.append(" and id > :after");
            conditions.put("after", id);
        });
        return find(query.toString(), Sort.by("id"), conditions)
                .range(0, size - 1)
                .list();
    }
}
