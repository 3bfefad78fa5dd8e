package org.duijie.project.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.duijie.project.progress.ProgressStore.Kept;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A progress report as both sides read it. */
@Schema(name = "ProgressReport", description = "What was reached, with numbers and evidence; never changed")
public record ProgressResponse(
        @Schema(description = "Its place among the project's reports, from 1", examples = "1")
        int number,

        @Schema(examples = "1") int milestone,
        boolean reached,
        String summary,
        List<Quantity> quantities,
        Beneficiaries beneficiaries,
        LocalDate occurredOn,

        @Schema(description = "SHA-256 of files") List<String> evidence,

        Instant reportedAt,

        @Schema(description = "Was it reported by a platform for the side?")
        boolean onBehalf) {

    /** A count from one to four could be traced to somebody: it never leaves the service. */
    private static final int SMALLEST_SHOWN = 5;

    @Schema(name = "ProgressQuantityShown")
    public record Quantity(
            @Schema(examples = "0") int item,
            @Schema(examples = "200") String quantity) {}

    @Schema(
            name = "ProgressBeneficiariesShown",
            description = "Counts only; a count from 1 to 4 is withheld and absent",
            requiredProperties = {})
    public record Beneficiaries(
            @Nullable Integer persons, @Nullable Integer households) {}

    static ProgressResponse of(Kept kept) {
        ProgressReport report = kept.report();
        return new ProgressResponse(
                kept.number(),
                report.milestone(),
                report.reached(),
                report.summary(),
                report.quantities().stream()
                        .map(one -> new Quantity(
                                one.item(), one.quantity().stripTrailingZeros().toPlainString()))
                        .toList(),
                new Beneficiaries(shown(report.persons()), shown(report.households())),
                report.occurredOn(),
                report.evidence(),
                kept.at(),
                kept.by().onBehalfOf() != null);
    }

    private static @Nullable Integer shown(int count) {
        return count == 0 || count >= SMALLEST_SHOWN ? count : null;
    }
}
