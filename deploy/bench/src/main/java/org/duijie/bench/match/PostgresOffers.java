package org.duijie.bench.match;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.duijie.chassis.embedded.PostgresServer;
import org.duijie.matching.match.Basis;
import org.duijie.matching.match.Scale;
import org.duijie.matching.policy.Factor;
import org.duijie.matching.policy.Policy;
import org.duijie.matching.replica.ItemFact;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.replica.OrganizationFact;
import org.postgresql.PGConnection;

/**
 * PostgreSQL: one row an offer, arrays under one GIN index for what it filters on, and the score as an expression that is
 * ordered by. Made for needs of one item; it measures a database at its ease, so the score leaves out the rounding.
 */
final class PostgresOffers implements AutoCloseable {

    private static final int BATCH = 10_000;

    private final PostgresServer server;
    private final Connection connection;

    PostgresOffers(ColumnScan columns, Map<UUID, OrganizationFact> organizations) {
        server = PostgresServer.startTemporary().createDatabases("bench");
        try {
            connection = DriverManager.getConnection(server.jdbcUrl("bench"), "postgres", "postgres");
            execute("create table offer (id uuid primary key, resources text[] not null, quantities bigint[] not null,"
                    + " keys text[] not null, smallest bigint not null, largest bigint not null, first date not null,"
                    + " last date not null, level text not null, type text not null, special int not null,"
                    + " record int not null, home text not null)");
            copy(columns, organizations);
            execute("create index on offer using gin (resources, keys)");
            execute("vacuum analyze offer");
            execute("set work_mem = '256MB'");
            execute("set jit = off");
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("PostgreSQL does not take the offers", e);
        }
    }

    private void copy(ColumnScan columns, Map<UUID, OrganizationFact> organizations) throws SQLException, IOException {
        StringBuilder rows = new StringBuilder();
        var copies = connection.unwrap(PGConnection.class).getCopyAPI();
        for (int row = 0; row < columns.size(); row++) {
            OfferFact offer = columns.offer(row);
            OrganizationFact organization = organizations.get(offer.organizationId());
            if (columns.until(row) >= Country.TODAY.toEpochDay() && organization != null) {
                rows.append(line(offer, organization, columns.record(row)));
            }
            if (row % BATCH == BATCH - 1 || row == columns.size() - 1) {
                copies.copyIn(
                        "copy offer from stdin with (format csv, delimiter '|')", new StringReader(rows.toString()));
                rows.setLength(0);
            }
        }
    }

    private static String line(OfferFact offer, OrganizationFact organization, int record) {
        Map<String, Long> items = offer.items().stream()
                .collect(Collectors.toMap(
                        item -> item.resourceCode() + "/" + item.unit(),
                        ItemFact::quantityThousandths,
                        Long::sum,
                        TreeMap::new));
        List<String> keys = new ArrayList<>();
        keys.addAll(keys("f", offer.fields()));
        keys.addAll(keys("m", offer.modes()));
        keys.addAll(keys("d", offer.divisions()));
        Long smallest = offer.smallestCommitmentFen();
        Long largest = offer.largestCommitmentFen();
        return String.join(
                        "|",
                        offer.id().toString(),
                        "{" + String.join(",", items.keySet()) + "}",
                        "{" + items.values().stream().map(String::valueOf).collect(Collectors.joining(",")) + "}",
                        "{" + String.join(",", keys) + "}",
                        String.valueOf(smallest == null ? 0 : smallest),
                        String.valueOf(largest == null ? Long.MAX_VALUE : largest),
                        offer.validFrom().toString(),
                        offer.validUntil().toString(),
                        organization.level(),
                        organization.type(),
                        String.valueOf(Scale.special(offer.fields().size())),
                        String.valueOf(record),
                        organization.registrarDivision())
                + "\n";
    }

    private static List<String> keys(String kind, List<String> values) {
        return values.isEmpty()
                ? List.of(kind + "*")
                : values.stream().map(value -> kind + value).toList();
    }

    /** How many it found. */
    int top(NeedFact need, Basis basis, int limit) {
        ItemFact item = need.items().getFirst();
        String county = need.divisionCode();
        List<String> serving = LuceneOffers.serving(need);
        StringBuilder quantity = new StringBuilder("0");
        StringBuilder depth = new StringBuilder("case");
        int segments = item.depth();
        for (String resource : serving) {
            quantity.append(" + coalesce(quantities[array_position(resources, '")
                    .append(resource)
                    .append("')], 0)");
            depth.append(" when resources @> '{")
                    .append(resource)
                    .append("}' then ")
                    .append(segments--);
        }
        depth.append(" end");
        String near = "case when home = '100000' then null when home = '" + county + "' then 1.0 when left(home, 4) = '"
                + county.substring(0, 4) + "' then 0.8 when left(home, 2) = '" + county.substring(0, 2)
                + "' then 0.6 when left(home, 2) in ('11', '12', '13') and '" + county.substring(0, 2)
                + "' in ('11', '12', '13') then 0.4 else 0.0 end";
        Policy policy = basis.policy();
        String sql = "select id, (" + policy.weight(Factor.FIELD_FIT) + " * (special / 1e6 + (" + depth + ")::float8 / "
                + item.depth() + ") / 2 + " + policy.weight(Factor.COVERAGE) + " * least(1, (" + quantity
                + ")::float8 / "
                + item.quantityThousandths() + ", largest::float8 / " + Math.max(1, item.valueFen()) + ") + "
                + policy.weight(Factor.RECORD) + " * greatest(record, 0) / 1e6 + " + policy.weight(Factor.NEARNESS)
                + " * coalesce(" + near + ", 0)) / ("
                + (policy.weight(Factor.FIELD_FIT) + policy.weight(Factor.COVERAGE))
                + " + " + policy.weight(Factor.PAIRING) + " + " + policy.weight(Factor.PRIORITY) + " + "
                + policy.weight(Factor.URGENCY) + " + case when record < 0 then 0 else " + policy.weight(Factor.RECORD)
                + " end + case when home = '100000' then 0 else " + policy.weight(Factor.NEARNESS)
                + " end) as score from offer where resources && ?::text[] and keys && ?::text[] and keys && ?::text[]"
                + " and keys && ?::text[] and first <= least(?::date, ?::date) and last >= greatest(?::date, ?::date)"
                + " and smallest <= ? and (? or largest >= ?)"
                + (need.admittedLevels().isEmpty()
                        ? ""
                        : " and level in ('" + String.join("','", need.admittedLevels()) + "')")
                + (need.admittedTypes().isEmpty()
                        ? ""
                        : " and type in ('" + String.join("','", need.admittedTypes()) + "')")
                + " order by score desc, id limit " + limit;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int at = 1;
            statement.setString(at++, "{" + String.join(",", serving) + "}");
            statement.setString(at++, "{f*,f" + need.field() + "}");
            statement.setString(at++, "{m*,m" + need.mode() + "}");
            statement.setString(
                    at++, "{d*,d" + county + ",d" + county.substring(0, 4) + "00,d" + county.substring(0, 2) + "0000}");
            statement.setString(at++, need.deadline().toString());
            statement.setString(at++, need.periodEnd().toString());
            statement.setString(at++, basis.on().toString());
            statement.setString(at++, need.periodStart().toString());
            statement.setLong(at++, item.valueFen());
            statement.setBoolean(at++, need.splittable());
            statement.setLong(at, item.valueFen());
            int found = 0;
            try (ResultSet hits = statement.executeQuery()) {
                while (hits.next()) {
                    found++;
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL does not answer", e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        try (PostgresServer ending = server) {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
