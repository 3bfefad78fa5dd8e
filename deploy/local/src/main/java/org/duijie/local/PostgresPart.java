package org.duijie.local;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.duijie.chassis.embedded.PostgresServer;
import org.jspecify.annotations.Nullable;

/** The database server with one database for each service that owns data. */
final class PostgresPart implements Part {
    /** Migrates; owns the tables. */
    static final String OWNER = "postgres";

    /** What the services work as: row-level security holds for it. */
    static final String APPLICATION = "duijie_app";

    private final Path directory;
    private final int port;
    private final String[] databases;
    private @Nullable PostgresServer server;

    PostgresPart(Path directory, int port, String... databases) {
        this.directory = directory;
        this.port = port;
        this.databases = databases.clone();
    }

    @Override
    public PartName name() {
        return PartName.POSTGRES;
    }

    @Override
    public synchronized void start() {
        server = PostgresServer.start(directory, port);
        server.createDatabases(databases);
    }

    @Override
    public synchronized boolean healthy() {
        return server != null;
    }

    @Override
    public synchronized CompletableFuture<String> ended() {
        if (server == null) {
            return new CompletableFuture<>();
        }
        return server.ended().thenApply(ended -> "ended");
    }

    @Override
    public synchronized void stop() {
        if (server != null) {
            server.close();
            server = null;
        }
    }

    @Override
    public synchronized void kill() {
        if (server != null) {
            server.kill();
            server = null;
        }
    }

    @Override
    public String lastWords() {
        return new LogFile(directory.resolve("server.log")).lastLines();
    }
}
