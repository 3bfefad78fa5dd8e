package org.duijie.project.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.duijie.chassis.database.Insert;
import org.duijie.project.ledger.Movement.Report;
import org.duijie.project.need.Actor;

/**
 * The entries of all ledgers; rows are only ever added. Number and hash of an entry are the database's doing, and so are
 * the balances.
 */
@ApplicationScoped
public class LedgerStore {

    /** An entry as it stands in the ledger. */
    record Kept(int number, Entry entry, Instant at, Actor by, String hash) {}

    /**
     * What the chain of hashes shows.
     *
     * @param entries how many there are
     * @param head hash of the last, in hexadecimal digits
     * @param brokenAt number of the first entry that is not what it was when it was written; absent where all are
     */
    record Chain(int entries, String head, Optional<Integer> brokenAt) {}

    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};

    private static final Insert HEADS =
            new Insert("ledger_head", List.of("project_id uuid", "entries int", "hash bytea"));

    private static final Insert ENTRIES = new Insert(
            "ledger_entry",
            List.of(
                    "project_id uuid",
                    "book text",
                    "kind text",
                    "reversal boolean",
                    "debit text",
                    "credit text",
                    "item smallint",
                    "source text",
                    "transfer uuid",
                    "revision smallint",
                    "fen bigint",
                    "quantity bigint",
                    "occurred_on date",
                    "due_on date",
                    "recipient text",
                    "evidence jsonb",
                    "reason text",
                    "corrects int",
                    "at timestamptz",
                    "reported_by text",
                    "on_behalf_of text",
                    "delegation uuid"));

    private final DataSource database;
    private final ObjectMapper json;

    @Inject
    LedgerStore(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The first row of a project's ledger; its hash is that of the project's id. */
    static Insert.Rows begin(UUID project) {
        Insert.Rows rows = HEADS.rows();
        rows.add(project, 0, sha256().digest(project.toString().getBytes(StandardCharsets.UTF_8)));
        return rows;
    }

    Insert.Rows rows(UUID project, List<Entry> entries, Actor by, Instant at) {
        Insert.Rows rows = ENTRIES.rows();
        for (Entry entry : entries) {
            rows.add(
                    project,
                    entry.book(),
                    entry.kind(),
                    entry.reversal(),
                    entry.debit(),
                    entry.credit(),
                    entry.item(),
                    entry.source(),
                    entry.transfer(),
                    entry.revision(),
                    entry.amount().fen(),
                    entry.amount().quantity(),
                    entry.occurredOn(),
                    entry.dueOn(),
                    entry.recipient(),
                    write(entry.evidence()),
                    entry.reason(),
                    entry.corrects(),
                    at,
                    by.id(),
                    by.onBehalfOf(),
                    by.delegation());
        }
        return rows;
    }

    /** Everything that happened in a project, as each side stands by it. */
    List<Movement> movements(UUID project) {
        return select("""
                select distinct on (transfer, book) transfer, book, kind, item, source, fen, quantity, reversal, revision
                from ledger_entry where project_id = ?
                order by transfer, book, number desc
                """, project, 0, rows -> {
            Map<UUID, Movement> movements = new java.util.LinkedHashMap<>();
            while (rows.next()) {
                add(movements, rows);
            }
            return List.copyOf(movements.values());
        });
    }

    /** What the two sides say of one transfer is what it is about, unless only one still stands by it. */
    private static void add(Map<UUID, Movement> movements, ResultSet row) throws SQLException {
        UUID transfer = row.getObject("transfer", UUID.class);
        Report report = new Report(
                new Amount(row.getLong("fen"), row.getLong("quantity")),
                !row.getBoolean("reversal"),
                row.getInt("revision"));
        Movement before = movements.get(transfer);
        Map<Book, Report> reports = new EnumMap<>(Book.class);
        if (before != null) {
            reports.putAll(before.reports());
        }
        reports.put(Book.valueOf(row.getString("book")), report);
        movements.put(
                transfer,
                before == null || report.present()
                        ? new Movement(
                                transfer,
                                EntryKind.valueOf(row.getString("kind")),
                                row.getInt("item"),
                                row.getString("source"),
                                reports)
                        : new Movement(transfer, before.kind(), before.item(), before.source(), reports));
    }

    /** The number of the newest entry. */
    int last(UUID project) {
        return select("select entries from ledger_head where project_id = ?", project, 0, rows -> {
            rows.next();
            return rows.getInt(1);
        });
    }

    /** Entries after a number, in their order. */
    List<Kept> after(UUID project, long number, int size) {
        return select(
                "select * from ledger_entry where project_id = ? and number > ? order by number limit " + size,
                project,
                number,
                this::kept);
    }

    Optional<Kept> find(UUID project, int number) {
        return after(project, number - 1L, 1).stream()
                .filter(found -> found.number() == number)
                .findFirst();
    }

    /** What one book says and nobody took back, promises by the day on which each is to be kept. */
    List<Kept> standing(UUID project, Book book) {
        return select("""
                select * from ledger_entry e
                where project_id = ? and number > ? and not reversal and book = '%s'
                  and not exists (select from ledger_entry r where r.project_id = e.project_id
                                  and r.corrects = e.number and r.reversal)
                order by due_on, number
                """.formatted(book), project, 0, this::kept);
    }

    /** Works the chain of hashes out anew. */
    Chain verify(UUID project) {
        return select("""
                select number, ledger_line(e), hash from ledger_entry e where project_id = ? and number > ? order by number
                """, project, 0, rows -> {
            byte[] head = sha256().digest(project.toString().getBytes(StandardCharsets.UTF_8));
            Optional<Integer> broken = Optional.empty();
            int entries = 0;
            while (rows.next()) {
                MessageDigest digest = sha256();
                digest.update(head);
                head = digest.digest(rows.getString(2).getBytes(StandardCharsets.UTF_8));
                entries++;
                boolean intact = rows.getInt(1) == entries && Arrays.equals(head, rows.getBytes(3));
                if (!intact && broken.isEmpty()) {
                    broken = Optional.of(rows.getInt(1));
                }
            }
            return new Chain(entries, HexFormat.of().formatHex(head), broken);
        });
    }

    private List<Kept> kept(ResultSet rows) throws SQLException {
        List<Kept> kept = new ArrayList<>();
        while (rows.next()) {
            Entry entry = new Entry(
                    Book.valueOf(rows.getString("book")),
                    EntryKind.valueOf(rows.getString("kind")),
                    rows.getBoolean("reversal"),
                    rows.getInt("item"),
                    rows.getString("source"),
                    rows.getObject("transfer", UUID.class),
                    rows.getInt("revision"),
                    new Amount(rows.getLong("fen"), rows.getLong("quantity")),
                    rows.getObject("occurred_on", LocalDate.class),
                    rows.getObject("due_on", LocalDate.class),
                    rows.getString("recipient"),
                    read(rows.getString("evidence")),
                    rows.getString("reason"),
                    rows.getObject("corrects", Integer.class));
            Actor by = new Actor(
                    rows.getString("reported_by"),
                    rows.getString("on_behalf_of"),
                    rows.getObject("delegation", UUID.class));
            kept.add(new Kept(
                    rows.getInt("number"),
                    entry,
                    rows.getTimestamp("at").toInstant(),
                    by,
                    HexFormat.of().formatHex(rows.getBytes("hash"))));
        }
        return kept;
    }

    @FunctionalInterface
    private interface Reading<T> {
        T of(ResultSet rows) throws SQLException;
    }

    private <T> T select(String query, UUID project, long after, Reading<T> reading) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(query)) {
            select.setObject(1, project);
            if (query.indexOf('?') != query.lastIndexOf('?')) {
                select.setLong(2, after);
            }
            try (ResultSet rows = select.executeQuery()) {
                return reading.of(rows);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The ledger could not be read", failed);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String write(List<String> names) {
        try {
            return json.writeValueAsString(names);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<String> read(String names) {
        try {
            return json.readValue(names, NAMES);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
