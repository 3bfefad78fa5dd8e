package org.duijie.bench.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Projects with ten entries each, as the service would have written them, in bulk: by statements that each write many
 * rows, with triggers off and on as many connections as there are cores, step by step.
 */
record LedgerFill(String jdbcUrl, String user, PrintWriter progress) {
    static final int ENTRIES_A_PROJECT = 10;

    private static final int STEP = 10_000;
    private static final int TOLD_STEPS = 10;

    void write(int projects) throws SQLException {
        long began = System.nanoTime();
        execute(resource("prepare.sql").replace(":projects", Integer.toString(projects)));
        tell("%d projects thought up", projects, began);
        AtomicInteger next = new AtomicInteger();
        AtomicInteger written = new AtomicInteger();
        int workers = Runtime.getRuntime().availableProcessors();
        try (ExecutorService threads = Executors.newFixedThreadPool(workers)) {
            List<CompletableFuture<Void>> steps = new ArrayList<>();
            for (int worker = 0; worker < workers; worker++) {
                steps.add(CompletableFuture.runAsync(() -> takeSteps(projects, next, written, began), threads));
            }
            steps.forEach(CompletableFuture::join);
        }
        execute(resource("finish.sql"));
        tell("facts of %d projects written", projects, began);
        // As a database looks that has stood for a while: each alone, for no transaction may hold them.
        for (String table : List.of("project", "ledger_entry", "ledger_head", "ledger_balance", "statistic_fact")) {
            execute("vacuum (analyze) " + table);
        }
        tell("tables of %d projects put in order", projects, began);
    }

    private void takeSteps(int projects, AtomicInteger next, AtomicInteger written, long began) {
        try (Connection database = bulk();
                CallableStatement step = database.prepareCall("call bench_projects(?, ?)")) {
            for (int first = next.getAndAdd(STEP); first < projects; first = next.getAndAdd(STEP)) {
                int last = Math.min(first + STEP, projects);
                step.setInt(1, first + 1);
                step.setInt(2, last);
                step.execute();
                int done = written.addAndGet(last - first);
                if (done % (STEP * TOLD_STEPS) == 0 || done == projects) {
                    tell("%d entries written", done * ENTRIES_A_PROJECT, began);
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the ledgers could not be written", failed);
        }
    }

    private Connection bulk() throws SQLException {
        Connection database = DriverManager.getConnection(jdbcUrl, user, user);
        try (Statement statement = database.createStatement()) {
            statement.execute("set session_replication_role = replica; set synchronous_commit = off");
            return database;
        } catch (SQLException failed) {
            database.close();
            throw failed;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection database = bulk();
                Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String resource(String name) {
        try (InputStream file = Objects.requireNonNull(LedgerFill.class.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void tell(String what, int count, long began) {
        progress.printf(what + " after %d s%n", count, (System.nanoTime() - began) / 1_000_000_000);
        progress.flush();
    }
}
