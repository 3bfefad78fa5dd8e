package org.duijie.matching.backtest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.duijie.matching.replica.NeedFact;
import org.hibernate.jpa.HibernateHints;
import org.jspecify.annotations.Nullable;

/** The past of needs in the database: one row for each version that was public. */
@ApplicationScoped
class NeedHistoryRepository {

    private static final int FETCH = 500;

    private final EntityManager database;
    private final ObjectMapper json;

    @Inject
    NeedHistoryRepository(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Whatever versions of these needs were in force are not any more from these times on. */
    void close(Map<UUID, Instant> needs) {
        if (needs.isEmpty()) {
            return;
        }
        database.createNativeQuery("""
                        update need_history past set in_force_until = greatest(past.in_force_from, row.at::timestamptz)
                          from unnest(:needs, :times) as row (need_id, at)
                         where past.need_id = row.need_id and past.in_force_until is null
                        """)
                .setParameter("needs", needs.keySet().toArray(UUID[]::new))
                .setParameter(
                        "times", needs.values().stream().map(Instant::toString).toArray(String[]::new))
                .executeUpdate();
    }

    void add(List<PastNeed> versions) {
        if (versions.isEmpty()) {
            return;
        }
        database.createNativeQuery("""
                        insert into need_history (need_id, version, in_force_from, in_force_until, fact)
                        select n, v, f::timestamptz, u::timestamptz, d::jsonb
                          from unnest(:needs, :versions, :from, :until, :facts) as row (n, v, f, u, d)
                        on conflict do nothing
                        """)
                .setParameter(
                        "needs", versions.stream().map(past -> past.need().id()).toArray(UUID[]::new))
                .setParameter(
                        "versions",
                        versions.stream().map(past -> past.need().version()).toArray(Long[]::new))
                .setParameter(
                        "from",
                        versions.stream().map(past -> past.from().toString()).toArray(String[]::new))
                .setParameter(
                        "until",
                        versions.stream()
                                .map(past -> Objects.toString(past.until(), null))
                                .toArray(String[]::new))
                .setParameter(
                        "facts",
                        versions.stream().map(past -> write(past.need())).toArray(String[]::new))
                .executeUpdate();
    }

    /**
     * Every version that was in force at some time in the span, read row by row: close it.
     *
     * @param likely which of them are worth reading
     */
    Stream<PastNeed> inForce(Instant from, Instant to, Likely likely) {
        Stream<Tuple> rows = database.createNativeQuery("""
                        select cast(fact as text) fact, in_force_from, in_force_until from need_history
                        where in_force_from < :to and (in_force_until is null or in_force_until > :from)
                          and (cardinality(cast(:fields as text[])) = 0 or fact ->> 'field' = any(cast(:fields as text[])))
                          and (cardinality(cast(:modes as text[])) = 0 or fact ->> 'mode' = any(cast(:modes as text[])))
                          and (cardinality(cast(:stems as text[])) = 0
                               or fact ->> 'divisionCode' like any(cast(:stems as text[])))
                        """, Tuple.class)
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("fields", likely.fields().toArray(String[]::new))
                .setParameter("modes", likely.modes().toArray(String[]::new))
                .setParameter(
                        "stems",
                        likely.divisions().stream()
                                .map(code -> code.replaceFirst("(00){1,2}$", "") + "%")
                                .toArray(String[]::new))
                .setHint(HibernateHints.HINT_FETCH_SIZE, FETCH)
                .getResultStream();
        return rows.map(row -> new PastNeed(
                read(row.get("fact", String.class)),
                row.get("in_force_from", Instant.class),
                row.get("in_force_until", Instant.class)));
    }

    /** From when on nothing is missing. */
    Instant keptSince() {
        return (Instant) database.createNativeQuery("select kept_since from need_history_reach", Instant.class)
                .getSingleResult();
    }

    /** Since when the oldest known version was public: before the above it is not all there was. */
    Optional<Instant> earliest() {
        return Optional.ofNullable(earliestOrNull());
    }

    private @Nullable Instant earliestOrNull() {
        return (Instant) database.createNativeQuery("select min(in_force_from) from need_history", Instant.class)
                .getSingleResult();
    }

    private String write(NeedFact need) {
        try {
            return json.writeValueAsString(need);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private NeedFact read(String fact) {
        try {
            return json.readValue(fact, NeedFact.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("The history holds a row that is no need", unreadable);
        }
    }
}
