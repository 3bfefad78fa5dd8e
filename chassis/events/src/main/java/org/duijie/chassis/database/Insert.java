package org.duijie.chassis.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How new rows of one table are written: all of them in one statement, and those of several tables in one round trip to
 * the database. Many rows travel as one array for each column, several times faster than a batch of inserts; {@code COPY}
 * would be as fast, but PostgreSQL refuses it on tables with row-level security. Here defaults, checks and policies apply
 * as to any other insert.
 */
public final class Insert {

    private static final String BYTES = "bytea";

    private final List<Column> columns;
    private final String one;
    private final String many;

    private record Column(String name, String type) {

        static Column of(String declaration) {
            int blank = declaration.indexOf(' ');
            return new Column(declaration.substring(0, blank), declaration.substring(blank + 1));
        }

        String wireType() {
            return type.equals(BYTES) ? BYTES : "text";
        }
    }

    /** @param columns each a name and a type, such as {@code "id uuid"} */
    public Insert(String table, List<String> columns) {
        this.columns = columns.stream().map(Column::of).toList();
        String into = "insert into " + table + " (" + each(Column::name) + ")";
        this.one = into + " values (" + each(column -> "?::" + column.type()) + ")";
        this.many = into + " select " + each(column -> column.name() + "::" + column.type()) + " from unnest("
                + each(column -> "?::" + column.wireType() + "[]") + ") as row (" + each(Column::name) + ")";
    }

    private String each(Function<Column, String> part) {
        return columns.stream().map(part).collect(Collectors.joining(", "));
    }

    public Rows rows() {
        return new Rows();
    }

    /** Sends the rows of several tables, those that others refer to first. */
    public static void send(Connection connection, Rows... rows) throws SQLException {
        List<Rows> filled = Stream.of(rows).filter(table -> !table.isEmpty()).toList();
        if (filled.isEmpty()) {
            return;
        }
        String together = filled.stream().map(Rows::statement).collect(Collectors.joining("; "));
        try (PreparedStatement insert = connection.prepareStatement(together)) {
            int parameter = 1;
            for (Rows table : filled) {
                parameter = table.bind(connection, insert, parameter);
            }
            insert.execute();
        }
    }

    /** New rows of the one table. */
    public final class Rows {

        private final List<Object[]> rows = new ArrayList<>();

        private Rows() {}

        /** Adds one row: bytes for {@code bytea}, for all else whatever has the text form that PostgreSQL reads. */
        public void add(@Nullable Object... values) {
            if (values.length != columns.size()) {
                throw new IllegalArgumentException(values.length + " values for " + columns.size() + " columns");
            }
            rows.add(Arrays.stream(values)
                    .map(value -> value == null || value instanceof byte[] ? value : value.toString())
                    .toArray());
        }

        public boolean isEmpty() {
            return rows.isEmpty();
        }

        private String statement() {
            return rows.size() == 1 ? one : many;
        }

        /** Gives the parameter that comes after its own. */
        private int bind(Connection connection, PreparedStatement insert, int first) throws SQLException {
            for (int column = 0; column < columns.size(); column++) {
                boolean bytes = columns.get(column).type().equals(BYTES);
                if (rows.size() > 1) {
                    insert.setArray(
                            first + column,
                            connection.createArrayOf(columns.get(column).wireType(), values(column, bytes)));
                } else if (bytes) {
                    insert.setBytes(first + column, (byte[]) rows.getFirst()[column]);
                } else {
                    insert.setString(first + column, (String) rows.getFirst()[column]);
                }
            }
            return first + columns.size();
        }

        private Object[] values(int column, boolean bytes) {
            return rows.stream().map(row -> row[column]).toArray(bytes ? byte[][]::new : String[]::new);
        }
    }
}
