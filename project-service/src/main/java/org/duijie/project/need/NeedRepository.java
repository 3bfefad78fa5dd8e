package org.duijie.project.need;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import org.duijie.project.need.NeedTerms.Category;
import org.duijie.project.need.NeedTerms.Field;
import org.duijie.project.need.NeedTerms.Mode;
import org.hibernate.Timeouts;
import org.jspecify.annotations.Nullable;

/** Every query about needs. */
@ApplicationScoped
public class NeedRepository implements PanacheRepositoryBase<Need, UUID> {

    /**
     * Which needs a list is about; what is left out admits all.
     *
     * @param division code, whole or its first two or four digits; stands for everything under it
     * @param awaitingReview those only that an office has to decide about, of which the public knows nothing
     */
    public record Filter(
            @Nullable String division,
            @Nullable Field field,
            @Nullable Category category,
            @Nullable Mode mode,
            @Nullable NeedStatus status,
            boolean awaitingReview) {}

    /** @throws org.duijie.chassis.problem.ProblemException {@link NeedProblem#NOT_FOUND} */
    public Need get(UUID id) {
        return findByIdOptional(id).orElseThrow(NeedProblem.NOT_FOUND::problem);
    }

    /** The same for a change that others may want to make at the same moment: they wait. */
    public Optional<Need> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The needs that fit the filter and lie within the scope, newest first. */
    public List<Need> newestFirst(Filter filter, NeedScope scope, Optional<UUID> before, int size) {
        Conditions conditions = conditions(filter, scope);
        before.ifPresent(id -> conditions.add("id < %s", id));
        return find(conditions + " order by id desc", conditions.parameters)
                .page(0, size)
                .list();
    }

    /** The same, oldest first. */
    public List<Need> oldestFirst(Filter filter, NeedScope scope, Optional<UUID> after, int size) {
        Conditions conditions = conditions(filter, scope);
        after.ifPresent(id -> conditions.add("id > %s", id));
        return find(conditions + " order by id", conditions.parameters)
                .page(0, size)
                .list();
    }

    private static Conditions conditions(Filter filter, NeedScope scope) {
        Conditions conditions = new Conditions();
        conditions.visibleIn(scope, !filter.awaitingReview());
        conditions.under(filter.division());
        conditions.equal("terms.field", filter.field());
        conditions.equal("terms.category", filter.category());
        conditions.equal("terms.mode", filter.mode());
        conditions.equal("status", filter.status());
        if (filter.awaitingReview()) {
            conditions.add("(status = %s or pendingAmendment is not null)", NeedStatus.SUBMITTED);
        }
        return conditions;
    }

    /** Those of these that there are. */
    public List<Need> all(Collection<UUID> ids) {
        return list("id in ?1", ids);
    }

    /** The one that its publisher knows by this name. */
    public Optional<Need> find(OwnReference own) {
        return find("own.publisher = ?1 and own.reference = ?2", own.publisher(), own.reference())
                .firstResultOptional();
    }

    /** Those that a publisher knows by these names. */
    public List<Need> find(String publisher, Collection<String> references) {
        return getEntityManager()
                .createNativeQuery(
                        "select * from need where publisher = :publisher and reference = any (:references)", Need.class)
                .setParameter("publisher", publisher)
                // One array, and not a parameter for each: an import asks for a thousand at a time.
                .setParameter("references", references.toArray(String[]::new))
                .getResultList();
    }

    /** Some needs that somebody is still waited for although their last day is over; locked, so that one instance has each. */
    List<Need> lockOverdue(LocalDate today, int size) {
        return find(
                        "status in ?1 and terms.deadline < ?2 order by id",
                        List.of(NeedStatus.SUBMITTED, NeedStatus.PUBLISHED),
                        today)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
                .page(0, size)
                .list();
    }

    /** Conditions of one query, joined by "and", with their parameters. */
    private static final class Conditions {

        private final List<String> terms = new ArrayList<>();
        private final Map<String, Object> parameters = new HashMap<>();

        /** @param condition with {@code %s} where each value goes */
        void add(String condition, Object... values) {
            terms.add(text(condition, values));
        }

        void equal(String path, @Nullable Object value) {
            if (value != null) {
                add(path + " = %s", value);
            }
        }

        void under(@Nullable String division) {
            if (division != null) {
                terms.add(within(division));
            }
        }

        void visibleIn(NeedScope scope, boolean orDisclosed) {
            if (scope.everything()) {
                return;
            }
            StringJoiner either = new StringJoiner(" or ", "(", ")").setEmptyValue("1 = 0");
            if (orDisclosed) {
                either.add(text("publishedAt is not null and status <> %s", NeedStatus.WITHDRAWN));
            }
            scope.counties().forEach(county -> either.add(text("terms.divisionCode = %s", county)));
            scope.offices().forEach(office -> either.add(within(office)));
            terms.add(either.toString());
        }

        /** Codes are read in pairs of digits: 130000 stands for all from 130000 to 139999. */
        private String within(String division) {
            String prefix = division.replaceFirst("(00)+$", "");
            return text(
                    "terms.divisionCode between %s and %s",
                    prefix + "0".repeat(6 - prefix.length()), prefix + "9".repeat(6 - prefix.length()));
        }

        private String text(String condition, Object... values) {
            Object[] names = new Object[values.length];
            for (int i = 0; i < values.length; i++) {
                String name = "p" + parameters.size();
                parameters.put(name, values[i]);
                names[i] = ":" + name;
            }
            return condition.formatted(names);
        }

        @Override
        public String toString() {
            return terms.isEmpty() ? "1 = 1" : String.join(" and ", terms);
        }
    }
}
