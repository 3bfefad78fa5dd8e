package org.duijie.bench.intake;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.duijie.sample.Json;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * The rows that the import wrote, once more: each table into a twin with the same columns, checks and indexes, by
 * {@code COPY} from a text file, all in one transaction. Nothing can put rows into these tables faster.
 */
final class CopyTwins implements AutoCloseable {
    private static final List<String> KEPT =
            List.of("need", "need_change", "need_import_chunk", "statistic_fact", "audit_record");
    private static final String OUTBOX = "outbox";

    private final Path directory;
    private final Connection connection;
    private final Map<String, Path> files = new LinkedHashMap<>();

    CopyTwins(Path directory, String jdbcUrl, String user) throws SQLException {
        this.directory = directory;
        this.connection = DriverManager.getConnection(jdbcUrl, user, user);
    }

    /** Copies the rows out; those of the outbox went to the broker and come back from there. */
    void copyOut(List<ConsumerRecord<byte[], byte[]>> events) throws SQLException, IOException {
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        for (String table : KEPT) {
            Path file = directory.resolve(table + ".copy");
            try (OutputStream out = Files.newOutputStream(file)) {
                copy.copyOut("copy " + table + " to stdout", out);
            }
            files.put(table, file);
        }
        Path file = directory.resolve("outbox.copy");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (ConsumerRecord<byte[], byte[]> event : events) {
                out.write(outboxRow(event));
            }
        }
        files.put(OUTBOX, file);
    }

    private static String outboxRow(ConsumerRecord<byte[], byte[]> event) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        event.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return "%s\t%s\t%s\t\\\\x%s\t%s%n"
                .formatted(
                        event.topic(),
                        new String(event.key(), StandardCharsets.UTF_8),
                        Json.MAPPER.writeValueAsString(headers).replace("\\", "\\\\"),
                        HexFormat.of().formatHex(event.value()),
                        headers.getOrDefault("ce_time", ""));
    }

    /** Copies the rows into new twins; gives how many seconds that took, the commit included. */
    double copyIn() throws SQLException, IOException {
        for (String table : files.keySet()) {
            execute("drop table if exists bench_" + table);
            execute("create table bench_" + table + " (like " + table + " including all)");
        }
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        connection.setAutoCommit(false);
        long began = System.nanoTime();
        for (Map.Entry<String, Path> table : files.entrySet()) {
            String columns = table.getKey().equals(OUTBOX) ? " (topic, key, headers, data, created_at)" : "";
            try (BufferedReader in = Files.newBufferedReader(table.getValue())) {
                copy.copyIn("copy bench_" + table.getKey() + columns + " from stdin", in);
            }
        }
        connection.commit();
        double seconds = (System.nanoTime() - began) / 1e9;
        connection.setAutoCommit(true);
        files.keySet().forEach(this::drop);
        return seconds;
    }

    private void drop(String table) {
        try {
            execute("drop table bench_" + table);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    long count(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
