package org.duijie.matching.replica;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** The facts in the database: one table for each kind, one row for each thing, the newest version only. */
@ApplicationScoped
class ReplicaRepository {

    private static final Map<Class<? extends Fact>, String> TABLES = Map.of(
            DivisionFact.class, "division_replica",
            NeedFact.class, "need_replica",
            OrganizationFact.class, "organization_replica",
            OfferFact.class, "offer_replica");

    private static final int PAGE = 1_000;

    private final DataSource database;
    private final ObjectMapper json;

    @Inject
    ReplicaRepository(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Writes the facts, each thing's once, unless the same or a later version of it is there. */
    void upsert(Collection<Fact> facts) {
        try (Connection connection = database.getConnection()) {
            for (Map.Entry<Class<? extends Fact>, String> table : TABLES.entrySet()) {
                List<Fact> ofKind =
                        facts.stream().filter(table.getKey()::isInstance).toList();
                if (!ofKind.isEmpty()) {
                    upsert(connection, table.getValue(), ofKind);
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The facts could not be written", failed);
        }
    }

    private void upsert(Connection connection, String table, List<Fact> facts) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("insert into " + table
                + " as known (id, version, fact) select i, v, f::jsonb"
                + " from unnest(?::uuid[], ?::bigint[], ?::text[]) as row (i, v, f)"
                + " on conflict (id) do update set version = excluded.version, fact = excluded.fact"
                + " where known.version < excluded.version")) {
            upsert.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", facts.stream().map(Fact::id).toArray()));
            upsert.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", facts.stream().map(Fact::version).toArray()));
            upsert.setArray(
                    3,
                    connection.createArrayOf(
                            "text", facts.stream().map(this::write).toArray()));
            upsert.executeUpdate();
        }
    }

    /** Those facts of a kind that are there. */
    <T extends Fact> List<T> find(Class<T> kind, Collection<UUID> ids) {
        List<T> found = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement read = connection.prepareStatement(
                        "select fact::text from " + TABLES.get(kind) + " where id = any (?)")) {
            read.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    found.add(read(rows.getString(1), kind));
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The facts could not be read", failed);
        }
        return found;
    }

    /** Every fact of every kind; in a transaction, or the driver would hold all rows twice. */
    List<Fact> all() {
        List<Fact> found = new ArrayList<>();
        TABLES.keySet().forEach(kind -> all(kind, found));
        return found;
    }

    private void all(Class<? extends Fact> kind, List<Fact> found) {
        try (Connection connection = database.getConnection();
                PreparedStatement read = connection.prepareStatement("select fact::text from " + TABLES.get(kind))) {
            read.setFetchSize(PAGE);
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    found.add(read(rows.getString(1), kind));
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The facts could not be read", failed);
        }
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
