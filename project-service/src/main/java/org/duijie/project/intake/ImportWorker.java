package org.duijie.project.intake;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes chunk after chunk, each in one transaction that locks its job's row: a kill at any moment rolls one chunk back,
 * and this or another instance takes it again. While a chunk is written, the next one is already read and checked.
 */
@Singleton
class ImportWorker {

    private static final Logger LOG = Logger.getLogger(ImportWorker.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    /** A chunk that is read before it is asked for. */
    private record Ahead(UUID job, int chunk, CompletableFuture<List<ReadLine>> lines) {}

    private final ImportService service;
    private final ImportRepository imports;
    private final LineReader reader;
    private final Semaphore work = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;
    private @Nullable Ahead ahead;
    private @Nullable ImportJob current;

    @Inject
    ImportWorker(ImportService service, ImportRepository imports, LineReader reader) {
        this.service = service;
        this.imports = imports;
        this.reader = reader;
    }

    /** Tells the worker that a file was stored. */
    void wake() {
        if (work.availablePermits() == 0) {
            work.release();
        }
    }

    void start(@Observes @Priority(20) StartupEvent event) {
        running = true;
        thread = Thread.ofVirtual().name("need-import").start(this::takeAll);
    }

    void stop(@Observes @Priority(5) ShutdownEvent event) throws InterruptedException {
        running = false;
        if (thread != null) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(5));
        }
    }

    private void takeAll() {
        while (running) {
            try {
                if (takeOne().isEmpty()) {
                    boolean woken = work.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
                    LOG.tracef("Looking for imports, woken: %s", woken);
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private Optional<ImportJob> takeOne() throws InterruptedException {
        current = null;
        try {
            return service.takeNextChunk(this::read);
        } catch (RuntimeException failed) {
            ImportJob job = current;
            LOG.warnf(failed, "A chunk of an import could not be taken, trying again");
            ahead = null;
            try {
                if (job != null) {
                    service.failed(job);
                }
            } catch (RuntimeException databaseAway) {
                LOG.debugf("The failure could not be counted: %s", databaseAway.toString());
            }
            Thread.sleep(POLL);
            return Optional.ofNullable(job);
        }
    }

    private List<ReadLine> read(ImportJob job, Chunk chunk) {
        current = job;
        Ahead prepared = ahead;
        List<ReadLine> lines = prepared != null && prepared.job().equals(job.id()) && prepared.chunk() == chunk.number()
                ? prepared.lines().join()
                : reader.read(chunk);
        ahead = chunk.number() + 1 < job.chunks() ? readAhead(job.id(), chunk.number() + 1) : null;
        return lines;
    }

    /** In a thread and a connection of its own: a chunk that waits changes no more. */
    private Ahead readAhead(UUID job, int chunk) {
        CompletableFuture<List<ReadLine>> lines = new CompletableFuture<>();
        Thread.ofVirtual().name("need-import-reader").start(() -> {
            try {
                lines.complete(imports.chunk(job, chunk).map(reader::read).orElseGet(List::of));
            } catch (RuntimeException failed) {
                lines.completeExceptionally(failed);
            }
        });
        return new Ahead(job, chunk, lines);
    }
}
