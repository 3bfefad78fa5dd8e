package org.duijie.project.intake;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.duijie.project.need.Writer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A file that was sent.
 *
 * @param writer on whose authority its lines are taken: as it was when the file was sent
 * @param chunks how many there are; {@code nextChunk} is the first that was not taken yet
 */
record ImportJob(
        UUID id,
        Writer writer,
        Status status,
        String sha256,
        int lines,
        int chunks,
        int nextChunk,
        Counts counts,
        Instant createdAt,
        Instant advancedAt,
        @Nullable Instant finishedAt) {

    @Schema(name = "NeedImportStatus")
    enum Status {
        /** Stored; no line was taken yet. */
        QUEUED,
        /** Being taken. */
        RUNNING,
        /** Every line was looked at; some may have been refused. */
        SUCCEEDED,
        /** Broken off; what was taken stays. */
        FAILED;

        boolean over() {
            return this == SUCCEEDED || this == FAILED;
        }
    }

    /** How many lines ended how. */
    record Counts(int created, int replaced, int unchanged, int refused) {

        static final Counts NONE = new Counts(0, 0, 0, 0);

        static Counts of(Collection<LineReport> reports) {
            Map<LineReport.Outcome, Long> counts =
                    reports.stream().collect(Collectors.groupingBy(LineReport::outcome, Collectors.counting()));
            return new Counts(
                    counts.getOrDefault(LineReport.Outcome.CREATED, 0L).intValue(),
                    counts.getOrDefault(LineReport.Outcome.REPLACED, 0L).intValue(),
                    counts.getOrDefault(LineReport.Outcome.UNCHANGED, 0L).intValue(),
                    counts.getOrDefault(LineReport.Outcome.REFUSED, 0L).intValue());
        }

        int taken() {
            return created + replaced;
        }

        int all() {
            return taken() + unchanged + refused;
        }
    }
}
