package org.duijie.chassis.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * What a service's tables hold, as a sum over the versions of their rows: a row that was written, be it with what it held
 * before, makes another state. The tables that the
 * chassis works on in the background are left out, and the record in which refusals stand.
 */
public record DatabaseState(Map<String, String> sums) {

    private static final String TABLES = """
            select string_agg(format('select %L, count(*) || '':'' || coalesce(sum(hashtextextended(ctid::text || xmin::text, 0)), 0)
                                      from %I t', tablename, tablename), ' union all ')
            from pg_tables
            where schemaname = current_schema()
              and tablename not in ('outbox', 'inbox', 'dead_letter', 'audit_record', 'flyway_schema_history')
            """;

    public static DatabaseState of(DataSource database) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            String sums;
            try (ResultSet query = statement.executeQuery(TABLES)) {
                query.next();
                sums = query.getString(1);
            }
            Map<String, String> found = new TreeMap<>();
            try (ResultSet rows = statement.executeQuery(sums)) {
                while (rows.next()) {
                    found.put(rows.getString(1), rows.getString(2));
                }
            }
            return new DatabaseState(found);
        } catch (SQLException unreadable) {
            throw new IllegalStateException("The tables cannot be read", unreadable);
        }
    }
}
