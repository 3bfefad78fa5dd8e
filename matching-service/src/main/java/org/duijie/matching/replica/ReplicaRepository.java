package org.duijie.matching.replica;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;

/** The facts in the database: one table for each kind, one row for each thing, the newest version only. */
@ApplicationScoped
class ReplicaRepository {

    private static final Map<Class<? extends Fact>, String> TABLES = Map.of(
            DivisionFact.class, "division_replica",
            NeedFact.class, "need_replica",
            OrganizationFact.class, "organization_replica",
            OfferFact.class, "offer_replica");

    private final EntityManager database;
    private final ObjectMapper json;

    @Inject
    ReplicaRepository(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Writes the fact unless the same or a later version of it is there; tells whether it was written. */
    boolean upsert(Fact fact) {
        String table = TABLES.get(fact.getClass());
        return database.createNativeQuery("insert into " + table + " as known (id, version, fact)"
                                + " values (:id, :version, cast(:fact as jsonb))"
                                + " on conflict (id) do update set version = excluded.version, fact = excluded.fact"
                                + " where known.version < excluded.version")
                        .setParameter("id", fact.id())
                        .setParameter("version", fact.version())
                        .setParameter("fact", write(fact))
                        .executeUpdate()
                > 0;
    }

    /** Every fact of every kind. */
    List<Fact> all() {
        return TABLES.keySet().stream()
                .<Fact>flatMap(kind -> all(kind).stream())
                .toList();
    }

    private <T extends Fact> List<T> all(Class<T> kind) {
        return database.createNativeQuery("select cast(fact as text) from " + TABLES.get(kind), String.class)
                .getResultStream()
                .map(fact -> read((String) fact, kind))
                .toList();
    }

    private String write(Fact fact) {
        try {
            return json.writeValueAsString(fact);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private <T extends Fact> T read(String fact, Class<T> kind) {
        try {
            return json.readValue(fact, kind);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("The replica holds a row that is no " + kind.getSimpleName(), unreadable);
        }
    }
}
