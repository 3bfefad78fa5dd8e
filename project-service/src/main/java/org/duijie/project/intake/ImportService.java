package org.duijie.project.intake;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.duijie.chassis.time.Ids;
import org.duijie.project.need.Writer;
import org.duijie.project.publishing.NeedPut;
import org.duijie.project.publishing.PublishingService;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What can be done with an import: store a file, take its next chunk, forget it when nobody asks any more. */
@Singleton
class ImportService {

    /** So often is a chunk tried that fails for no outside cause. */
    static final int MOST_FAILURES = 5;

    private final ImportRepository imports;
    private final PublishingService publishing;
    private final SeenReferences seen;
    private final Ids ids;
    private final InstantSource clock;
    private final Duration kept;

    @Inject
    ImportService(
            ImportRepository imports,
            PublishingService publishing,
            SeenReferences seen,
            Ids ids,
            InstantSource clock,
            @ConfigProperty(name = "duijie.need-import.kept") Duration kept) {
        this.imports = imports;
        this.publishing = publishing;
        this.seen = seen;
        this.ids = ids;
        this.clock = clock;
        this.kept = kept;
    }

    @Transactional
    ImportJob store(Writer writer, Upload upload) {
        Instant now = clock.instant();
        ImportJob job = new ImportJob(
                ids.next(),
                writer,
                ImportJob.Status.QUEUED,
                HexFormat.of().formatHex(upload.sha256()),
                upload.lines(),
                upload.chunks(),
                0,
                ImportJob.Counts.NONE,
                now,
                now,
                null);
        imports.insert(job, upload);
        return job;
    }

    /**
     * Takes the next chunk of the job that waited longest: its needs, their history and events, the reports of its lines
     * and the progress are committed together, or none of them.
     *
     * @param reading gives the lines of a chunk, perhaps read ahead
     * @return the job as it was before; empty where there is nothing to do, or others do it
     */
    @Transactional
    Optional<ImportJob> takeNextChunk(Reading reading) {
        Optional<ImportJob> next = imports.lockNext();
        next.ifPresent(job -> take(job, reading));
        return next;
    }

    private void take(ImportJob job, Reading reading) {
        Chunk chunk = imports.chunk(job.id(), job.nextChunk())
                .orElseThrow(() -> new IllegalStateException("A chunk of import " + job.id() + " is missing"));
        List<ReadLine> lines = reading.of(job, chunk);
        Function<ReadLine, Optional<LineReport>> repeated = seen.in(job, lines);
        List<Optional<LineReport>> known = lines.stream()
                .map(line -> line.refusal() != null
                        ? Optional.of(LineReport.refused(line, line.refusal()))
                        : repeated.apply(line))
                .toList();
        List<NeedPut> puts = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            NeedPut put = lines.get(i).put();
            if (known.get(i).isEmpty() && put != null) {
                puts.add(put);
            }
        }
        var outcomes = publishing.putAll(job.writer(), puts).iterator();
        List<LineReport> reports = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            ReadLine line = lines.get(i);
            reports.add(known.get(i).orElseGet(() -> LineReport.of(line, outcomes.next())));
        }
        imports.advance(job, chunk, reports, clock.instant());
    }

    /** Tries a chunk that failed once more later, but not for ever. */
    @Transactional
    void failed(ImportJob job) {
        if (imports.countFailure(job) >= MOST_FAILURES) {
            imports.fail(job, clock.instant());
        } else {
            imports.postpone(job, clock.instant());
        }
    }

    @Transactional
    @Scheduled(
            identity = "need-import-forgetting",
            every = "1h",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetOld() {
        imports.forget(clock.instant().minus(kept));
    }

    /** Where the lines of a chunk come from. */
    interface Reading {
        List<ReadLine> of(ImportJob job, Chunk chunk);
    }
}
