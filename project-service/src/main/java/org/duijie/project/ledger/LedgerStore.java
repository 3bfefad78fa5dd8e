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
import java.util.LinkedHashMap;
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
    Movements movements(UUID project) {
        return select(
                """
                select distinct on (transfer, book) transfer, book, kind, item, source, fen, quantity, reversal, revision
                from ledger_entry where project_id = ?
                order by transfer, book, number desc
                """,
                rows -> {
                    Map<UUID, Movement> movements = new LinkedHashMap<>();
                    while (rows.next()) {
                        movements.merge(rows.getObject("transfer", UUID.class), movement(rows), Movement::and);
                    }
                    return new Movements(List.copyOf(movements.values()));
                },
                project);
    }

    /** What an act of this book on this transfer depends on: few rows, each found by a key. */
    Excerpt excerpt(UUID project, Book book, int item, String source, UUID transfer) {
        return select(
                """
                select told.*, b.pledged_fen, b.pledged_quantity, b.received_fen, b.received_quantity, b.excess_fen,
                       b.excess_quantity, b.disbursed_fen, b.disbursed_quantity, b.returned_fen, b.returned_quantity
                from (values (1)) as always
                left join ledger_balance b on b.project_id = ? and b.book = ? and b.item = ? and b.source = ?
                left join (select distinct on (book) transfer, book, kind, item, source, fen, quantity, reversal, revision
                           from ledger_entry where project_id = ? and transfer = ?
                           order by book, number desc) told on true
                """,
                rows -> {
                    Balance balance = Balance.NOTHING;
                    Optional<Movement> movement = Optional.empty();
                    while (rows.next()) {
                        balance = balance(rows);
                        if (rows.getObject("transfer") != null) {
                            Movement said = movement(rows);
                            movement = Optional.of(
                                    movement.map(other -> other.and(said)).orElse(said));
                        }
                    }
                    return new Excerpt(movement, balance);
                },
                project,
                book.name(),
                item,
                source,
                project,
                transfer);
    }

    private static Movement movement(ResultSet row) throws SQLException {
        Report report = new Report(
                new Amount(row.getLong("fen"), row.getLong("quantity")),
                !row.getBoolean("reversal"),
                row.getInt("revision"));
        return new Movement(
                row.getObject("transfer", UUID.class),
                EntryKind.valueOf(row.getString("kind")),
                row.getInt("item"),
                row.getString("source"),
                Map.of(Book.valueOf(row.getString("book")), report));
    }

    private static Balance balance(ResultSet row) throws SQLException {
        Map<EntryKind, Amount> sums = new EnumMap<>(EntryKind.class);
        for (EntryKind kind : EntryKind.values()) {
            sums.put(kind, new Amount(row.getLong(kind.sum() + "_fen"), row.getLong(kind.sum() + "_quantity")));
        }
        return new Balance(sums);
    }

    /** The entry that was written last. */
    Kept newest(UUID project) {
        return select(
                        "select * from ledger_entry where project_id = ? order by number desc limit 1",
                        this::kept,
                        project)
                .getFirst();
    }

    /** Entries after a number, in their order. */
    List<Kept> after(UUID project, long number, int size) {
        return select(
                "select * from ledger_entry where project_id = ? and number > ? order by number limit ?",
                this::kept,
                project,
                number,
                size);
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
                where project_id = ? and not reversal and book = ?
                  and not exists (select from ledger_entry r where r.project_id = e.project_id
                                  and r.corrects = e.number and r.reversal)
                order by due_on, number
                """, this::kept, project, book.name());
    }

    /** Works the chain of hashes out anew. */
    Chain verify(UUID project) {
        return select(
                """
                select number, ledger_line(e), hash from ledger_entry e where project_id = ? order by number
                """,
                rows -> {
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
                },
                project);
    }

    /** Adds the entries up anew: do the balances that are kept say the same? */
    boolean balances(UUID project) {
        return select("select ledger_balances(?)", rows -> rows.next() && rows.getBoolean(1), project);
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

    private <T> T select(String query, Reading<T> reading, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(query)) {
            for (int place = 0; place < values.length; place++) {
                select.setObject(place + 1, values[place]);
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
