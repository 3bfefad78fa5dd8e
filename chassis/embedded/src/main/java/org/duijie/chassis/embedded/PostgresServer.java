package org.duijie.chassis.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL server process that belongs to this JVM. It listens on 127.0.0.1 only, speaks UTF-8 with the
 * {@code C.UTF-8} locale, and starts for root as well as for an ordinary user.
 */
public final class PostgresServer implements AutoCloseable {
    private static final String USER = "postgres";
    private static final String APPLICATION = "duijie_app";
    private static final Pattern DATABASE_NAME = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration KILL_LIMIT = Duration.ofSeconds(30);

    // Third line of postmaster.pid: when the server began, in seconds since 1970, a little after its process did.
    private static final int START_LINE = 2;
    private static final Duration START_TOLERANCE = Duration.ofSeconds(10);

    private final EmbeddedPostgres server;
    private final ProcessHandle process;
    private final @Nullable Path discardedOnClose;

    private PostgresServer(EmbeddedPostgres server, ProcessHandle process, @Nullable Path discardedOnClose) {
        this.server = server;
        this.process = process;
        this.discardedOnClose = discardedOnClose;
    }

    /**
     * Starts a server that survives a crash and keeps its data for the next start: every commit is on disk before it
     * is answered.
     *
     * @param directory where the data is kept; made when absent, initialised anew when its initialisation was
     *     interrupted
     */
    public static PostgresServer start(Path directory, int port) {
        return start(directory, port, true, null);
    }

    /** Starts an empty server on a free port for a test. It trades safety for speed and is gone when closed. */
    public static PostgresServer startTemporary() {
        Path directory = Directories.temporary("duijie-postgres-");
        return start(directory, LoopbackPorts.free(1).getFirst(), false, directory);
    }

    private static PostgresServer start(Path directory, int port, boolean durable, @Nullable Path discardedOnClose) {
        try {
            Path data = directory.resolve("data");
            // Written last: without it an earlier start was cut off and what is there is only half a server.
            Path initialised = directory.resolve("initialised");
            if (!Files.exists(initialised)) {
                Directories.delete(data);
            }
            Files.createDirectories(directory);
            Redirect log = Redirect.appendTo(directory.resolve("server.log").toFile());
            String commitPolicy = durable ? "on" : "off";
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(!durable)
                    .setOverrideWorkingDirectory(binaries().toFile())
                    .setPGStartupWait(START_LIMIT)
                    .setOutputRedirector(log)
                    .setErrorRedirector(log)
                    .setPort(port)
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setServerConfig("listen_addresses", LoopbackPorts.HOST)
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("fsync", commitPolicy)
                    .setServerConfig("synchronous_commit", commitPolicy)
                    .setServerConfig("full_page_writes", commitPolicy)
                    .start();
            Files.writeString(initialised, "");
            // The process that the library names is only the one that started the server.
            ProcessHandle process = running(directory)
                    .orElseThrow(() -> new IllegalStateException("PostgreSQL ended as soon as it had started"));
            return new PostgresServer(server, process, discardedOnClose);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start in " + directory + " on port " + port, e);
        }
    }

    /** Finds the server that runs on this directory, be it one that a killed JVM left behind. */
    public static Optional<ProcessHandle> running(Path directory) {
        Path mark = directory.resolve("data").resolve("postmaster.pid");
        try {
            List<String> lines = Files.readAllLines(mark);
            Instant start = Instant.ofEpochSecond(Long.parseLong(lines.get(START_LINE)));
            return ProcessHandle.of(Long.parseLong(lines.getFirst()))
                    .filter(process -> Processes.isRunning(process) && beganAt(start, process));
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException none) {
            return Optional.empty();
        }
    }

    private static boolean beganAt(Instant start, ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(began -> Duration.between(began, start).abs().compareTo(START_TOLERANCE) <= 0)
                .orElse(false);
    }

    /** One copy of the unpacked server per user: a shared folder would belong to whoever came first. */
    private static Path binaries() {
        return Path.of(System.getProperty("user.home"), ".cache", "duijie", "postgres");
    }

    /** Makes those of the named databases that are not there yet, and the role that services work as. */
    public PostgresServer createDatabases(String... names) {
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            createApplicationRole(connection);
            for (String name : names) {
                if (!exists(connection, name)) {
                    create(connection, name);
                }
            }
            return this;
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create the databases " + Arrays.toString(names), e);
        }
    }

    /** A role that owns nothing and that row-level security holds for. */
    private static void createApplicationRole(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("do $$ begin if not exists (select from pg_roles where rolname = '" + APPLICATION
                    + "') then create role " + APPLICATION + "; end if; end $$");
            statement.execute("alter role " + APPLICATION
                    + " login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password '" + APPLICATION
                    + "'");
        }
    }

    private static boolean exists(Connection connection, String database) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            query.setString(1, database);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void create(Connection connection, String database) throws SQLException {
        if (!DATABASE_NAME.matcher(database).matches()) {
            throw new IllegalArgumentException("Not a plain database name: " + database);
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("create database " + database);
        }
    }

    public int port() {
        return server.getPort();
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + LoopbackPorts.HOST + ":" + port() + "/" + database;
    }

    /** The owner of every database. */
    public String username() {
        return USER;
    }

    /** The role that services work as; its password is its name. */
    public String applicationUsername() {
        return APPLICATION;
    }

    /** The server trusts whoever reaches it over the loopback interface; drivers still want something to send. */
    public String password() {
        return USER;
    }

    /** The server's first process. */
    public ProcessHandle process() {
        return process;
    }

    /** Completes when the server has ended, however it came to it. */
    public CompletableFuture<Void> ended() {
        return Processes.ended(process);
    }

    /** Ends the server as a power cut would. The data can be started again. */
    public void kill() {
        process.destroyForcibly();
        if (!Processes.awaitEnd(List.of(process), KILL_LIMIT)) {
            throw new IllegalStateException("PostgreSQL does not end: process " + process.pid());
        }
        close();
    }

    /** Ends the server at once but cleanly: open transactions are rolled back. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (discardedOnClose != null) {
            Directories.delete(discardedOnClose);
        }
    }
}
