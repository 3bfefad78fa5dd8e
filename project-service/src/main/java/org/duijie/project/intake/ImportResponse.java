package org.duijie.project.intake;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An import as its sender sees it. */
@Schema(
        name = "NeedImport",
        description = "A file of needs, and how far it has been taken",
        requiredProperties = {
            "id",
            "status",
            "sha256",
            "lines",
            "done",
            "taken",
            "created",
            "replaced",
            "unchanged",
            "refused",
            "createdAt"
        })
record ImportResponse(
        UUID id,
        ImportJob.Status status,

        @Schema(description = "SHA-256 of the file", pattern = "^[0-9a-f]{64}$")
        String sha256,

        @Schema(description = "Lines of the file", examples = "1000")
        int lines,

        @Schema(description = "Lines that were looked at", examples = "1000")
        int done,

        @Schema(description = "Lines that changed something: created and replaced", examples = "990")
        int taken,

        @Schema(examples = "980") int created,
        @Schema(examples = "10") int replaced,

        @Schema(description = "Lines that say what was there already", examples = "0")
        int unchanged,

        @Schema(description = "Lines that were not taken; see their problems", examples = "10")
        int refused,

        Instant createdAt,

        @Schema(description = "Absent until it is over") @Nullable
        Instant finishedAt) {

    static ImportResponse of(ImportJob job) {
        ImportJob.Counts counts = job.counts();
        return new ImportResponse(
                job.id(),
                job.status(),
                job.sha256(),
                job.lines(),
                counts.all(),
                counts.taken(),
                counts.created(),
                counts.replaced(),
                counts.unchanged(),
                counts.refused(),
                job.createdAt(),
                job.finishedAt());
    }
}
