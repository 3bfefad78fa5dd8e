package org.duijie.project.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.duijie.chassis.precondition.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A finding as those concerned read it. */
@Schema(
        name = "Finding",
        requiredProperties = {"id", "version", "project", "kind", "status", "text", "dueOn", "overdue", "raisedAt"})
public record FindingResponse(
        UUID id,
        @Schema(examples = "2") long version,
        UUID project,
        Finding.Kind kind,
        FindingStatus status,
        @Schema(examples = "签收单与到校数量不符") String text,
        LocalDate dueOn,
        boolean overdue,
        Instant raisedAt,
        @Nullable Rectification rectification,
        @Nullable Recheck recheck)
        implements Versioned {

    @Schema(name = "FindingRectified")
    public record Rectification(String done, List<String> evidence, Instant at) {}

    @Schema(name = "FindingRechecked")
    public record Recheck(String remark, Instant at) {}

    static FindingResponse of(Finding finding, LocalDate today) {
        return new FindingResponse(
                finding.id(),
                finding.version(),
                finding.projectId(),
                finding.kind(),
                finding.status(),
                finding.text(),
                finding.dueOn(),
                finding.overdue(today),
                finding.raisedAt(),
                finding.rectifiedAt()
                        .map(at -> new Rectification(
                                finding.rectification().orElse(""), finding.rectificationEvidence(), at))
                        .orElse(null),
                finding.recheckedAt()
                        .map(at -> new Recheck(finding.recheck().orElse(""), at))
                        .orElse(null));
    }
}
