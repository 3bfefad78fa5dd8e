package org.duijie.project.progress;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.duijie.project.need.NeedItem;
import org.duijie.project.need.NeedRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;

/** What one side has to tell of a milestone. */
@Schema(name = "ProgressTold", description = "Numbers and evidence are wanted: what is missing is named")
public record ProgressRequest(
        @NotNull @Min(1) @Max(1000) @Schema(description = "Number of the milestone", examples = "1")
        Integer milestone,

        @NotNull @Schema(description = "Is it reached?", examples = "true")
        Boolean reached,

        @NotNull
        @Pattern(regexp = NeedRequest.LINES_2000, message = "{need.lines2000}")
        @Schema(examples = "十二所小学的图书角已全部建成并开放。", minLength = 1, maxLength = 2000)
        String summary,

        @Size(max = 50) @Schema(description = "What was done, item by item")
        List<@NotNull @Valid Quantity> quantities,

        @NotNull @Valid Beneficiaries beneficiaries,

        @NotNull @Schema(description = "The day that it speaks of", examples = "2027-10-20")
        LocalDate occurredOn,

        @Size(max = 20) @UniqueElements @Schema(description = "SHA-256 of evidence that was handed in for this project")
        List<@NotNull @Pattern(regexp = ProgressRequest.SHA_256, message = "{need.sha256}") String> evidence) {

    /** A list that is left out is empty. */
    public ProgressRequest {
        quantities = quantities == null ? List.of() : quantities;
        evidence = evidence == null ? List.of() : evidence;
    }

    static final String SHA_256 = "^[0-9a-f]{64}$";

    @Schema(name = "ProgressQuantity")
    public record Quantity(
            @NotNull @PositiveOrZero @Max(49) @Schema(examples = "0")
            Integer item,

            @NotNull
            @Pattern(regexp = NeedItem.QUANTITY, message = "{need.quantity}")
            @Schema(examples = "200", pattern = NeedItem.QUANTITY, maxLength = 17)
            String quantity) {}

    /** Counts only: who is helped is never named. */
    @Schema(name = "ProgressBeneficiaries", description = "Counts only")
    public record Beneficiaries(
            @NotNull @PositiveOrZero @Max(100_000_000) @Schema(examples = "320")
            Integer persons,

            @NotNull @PositiveOrZero @Max(100_000_000) @Schema(examples = "110")
            Integer households) {}

    ProgressReport toReport() {
        return new ProgressReport(
                milestone,
                reached,
                summary.strip(),
                quantities.stream()
                        .map(one -> new ProgressReport.Quantity(one.item(), new BigDecimal(one.quantity())))
                        .toList(),
                beneficiaries.persons(),
                beneficiaries.households(),
                occurredOn,
                List.copyOf(evidence));
    }
}
