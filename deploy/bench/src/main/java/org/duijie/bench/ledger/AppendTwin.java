package org.duijie.bench.ledger;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.duijie.bench.load.JdbcLoad;

/**
 * The transaction of one append without the service: the same statements in the same order, by the same driver, as the
 * same role and under the same policies, from the question whether the key is known to the commit. What it adds to a bare
 * insert is what the ledger costs the database. Its events go into a table like the outbox, where nobody sends them.
 */
record AppendTwin(Receipts receipts) {
    private static final String SOURCE = "53110000500309522J";
    private static final String CALLER = "bench";
    private static final byte[] STATE = new byte[1_600];
    private static final byte[] ANSWER = new byte[600];
    private static final String HEADERS = "{\"ce_type\": \"" + "x".repeat(400) + "\"}";

    private static final String SETTINGS = """
            select set_config('duijie.role', 'TENANT', false), set_config('duijie.divisions', '%s', false),
                   set_config('duijie.offices', '', false), set_config('duijie.organizations', '', false),
                   set_config('duijie.caller', '%s', false), set_config('duijie.platform', '', false)
            """.formatted(Receipts.COUNTY, CALLER);

    private static final String ENTER = """
            select k.fingerprint, k.status, k.headers, k.body,
                   case when k.key is null then pg_try_advisory_xact_lock(?) end
              from (values (1)) as always
              left join idempotency_key k on k.caller = ? and k.method = ? and k.route = ? and k.key = ?
            """;

    private static final String LOCK = "select * from project where id = ? for no key update";

    private static final String EVIDENCE = """
            select count(*) from evidence_file where project_id = ? and encode(sha256, 'hex') = any (?)
            """;

    private static final String EXCERPT = """
            select told.*, b.pledged_fen, b.pledged_quantity, b.received_fen, b.received_quantity, b.excess_fen,
                   b.excess_quantity, b.disbursed_fen, b.disbursed_quantity, b.returned_fen, b.returned_quantity
            from (values (1)) as always
            left join ledger_balance b on b.project_id = ? and b.book = ? and b.item = ? and b.source = ?
            left join (select distinct on (book) transfer, book, kind, item, source, fen, quantity, reversal, revision
                       from ledger_entry where project_id = ? and transfer = ?
                       order by book, number desc) told on true
            """;

    private static final String TOTALS = """
            update project set version = version + 1, received_fen = received_fen + 1, arrivals = arrivals + 1,
                unconfirmed = unconfirmed + 1, updated_at = now()
            where id = ? and version = ?
            """;

    private static final String ROWS = """
            insert into ledger_entry (project_id, book, kind, reversal, debit, credit, item, source, transfer, revision, fen,
                quantity, occurred_on, evidence, at, reported_by)
            values (?, 'COUNTY', 'RECEIPT', false, 'HELD', 'RECEIVABLE', 0, ?, ?, 0, 1, 0, ?, ?::jsonb, now(), ?);
            insert into statistic_fact (at, stage, category, level, origin, mode, field, division_code, year, count, fen)
            values (now(), 'RECEIVED', ?, ?, ?, ?, ?, ?, ?, 0, 1);
            insert into outbox_twin (topic, key, headers, data, created_at)
            values ('duijie.project', ?, ?::jsonb, ?, now());
            insert into audit_record (at, actor, action, subject, state_from, state_to, refused)
            values (now(), ?, 'entry.reported', ?, 'UNCONFIRMED', 'UNCONFIRMED', false)
            """;

    private static final String NEWEST = "select * from ledger_entry where project_id = ? order by number desc limit 1";

    private static final String KEEP = """
            insert into idempotency_key (caller, method, route, key, fingerprint, status, headers, body, created_at)
            values (?, ?, ?, ?, ?, 201, ?::jsonb, ?, now()) on conflict do nothing
            """;

    static JdbcLoad on(String jdbcUrl, String user, Receipts receipts) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, user, user);
                Statement statement = connection.createStatement()) {
            statement.execute("create table outbox_twin (like outbox including all)");
        }
        return new JdbcLoad(jdbcUrl, user, new AppendTwin(receipts)::prepare);
    }

    private JdbcLoad.Work prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set role duijie_app");
            statement.execute(SETTINGS);
        }
        connection.setAutoCommit(false);
        return () -> append(connection);
    }

    private void append(Connection connection) throws SQLException {
        UUID project = receipts.project();
        UUID transfer = UUID.randomUUID();
        String key = UUID.randomUUID().toString();
        read(connection, ENTER, key.hashCode(), CALLER, "POST", "/projects/{id}/entries", key);
        Locked locked = lock(connection, project);
        read(connection, EVIDENCE, project, connection.createArrayOf("text", new Object[] {receipts.evidence()}));
        read(connection, EXCERPT, project, "COUNTY", 0, SOURCE, project, transfer);
        change(connection, TOTALS, project, locked.version());
        change(
                connection,
                ROWS,
                project,
                SOURCE,
                transfer,
                receipts.today(),
                "[\"" + receipts.evidence() + "\"]",
                CALLER,
                locked.category(),
                locked.level(),
                locked.origin(),
                locked.mode(),
                locked.field(),
                Receipts.COUNTY,
                locked.year(),
                project.toString(),
                HEADERS,
                STATE,
                CALLER,
                project);
        read(connection, NEWEST, project);
        change(connection, KEEP, CALLER, "POST", "/projects/{id}/entries", key, new byte[32], "{}", ANSWER);
        connection.commit();
    }

    private record Locked(
            long version, String category, String level, String origin, String mode, String field, int year) {}

    private static Locked lock(Connection connection, UUID project) throws SQLException {
        try (PreparedStatement select = prepared(connection, LOCK, project);
                ResultSet row = select.executeQuery()) {
            row.next();
            return new Locked(
                    row.getLong("version"),
                    row.getString("category"),
                    row.getString("level"),
                    row.getString("origin"),
                    row.getString("mode"),
                    row.getString("field"),
                    row.getDate("agreed_on").toLocalDate().getYear());
        }
    }

    private static void read(Connection connection, String query, Object... values) throws SQLException {
        try (PreparedStatement select = prepared(connection, query, values);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                rows.getObject(1);
            }
        }
    }

    private static void change(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement change = prepared(connection, sql, values)) {
            change.execute();
            if (change.getUpdateCount() != 1) {
                throw new IllegalStateException("not one row was written by: " + sql);
            }
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int place = 0; place < values.length; place++) {
            statement.setObject(place + 1, values[place]);
        }
        return statement;
    }
}
