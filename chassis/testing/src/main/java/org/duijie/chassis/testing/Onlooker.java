package org.duijie.chassis.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Somebody as row-level security sees them, who asks without any condition: as a query would that forgot its own. Nothing
 * that an onlooker does stays.
 *
 * @param claims settings such as {@code role} and {@code divisions}; what is not there is empty
 */
public record Onlooker(Map<String, String> claims) {

    private static final List<String> SETTINGS =
            List.of("role", "divisions", "offices", "organizations", "caller", "platform");

    /** @param role {@code PUBLIC}, {@code TENANT}, {@code READER}, {@code ALL} or {@code SYSTEM} */
    public static Onlooker of(String role) {
        return new Onlooker(Map.of("role", role));
    }

    /** The same who also stands for this. */
    public Onlooker with(String setting, String value) {
        Map<String, String> more = new LinkedHashMap<>(claims);
        more.put(setting, value);
        return new Onlooker(more);
    }

    /** The first column of all rows, as text. */
    public List<String> reads(DataSource database, String query) {
        return on(database, connection -> {
            try (PreparedStatement select = connection.prepareStatement(query);
                    ResultSet rows = select.executeQuery()) {
                List<String> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
                return found;
            }
        });
    }

    /** How many rows the statement touched. */
    public int changes(DataSource database, String statement) {
        return on(database, connection -> {
            try (PreparedStatement change = connection.prepareStatement(statement)) {
                return change.executeUpdate();
            }
        });
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T on(DataSource database, Work<T> work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                for (String setting : SETTINGS) {
                    try (PreparedStatement scope = connection.prepareStatement("select set_config(?, ?, true)")) {
                        scope.setString(1, "duijie." + setting);
                        scope.setString(2, claims.getOrDefault(setting, ""));
                        scope.execute();
                    }
                }
                return work.on(connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
