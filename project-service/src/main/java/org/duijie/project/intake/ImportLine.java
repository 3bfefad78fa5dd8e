package org.duijie.project.intake;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.duijie.project.need.NeedRequest;
import org.duijie.project.publishing.NeedPut;
import org.duijie.project.publishing.ReferenceResource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One line of a file: what {@code PUT /needs/references/{reference}} takes, with the reference inside. */
@Schema(name = "NeedImportLine", description = "One line: a need under the publisher's own reference")
record ImportLine(
        @NotNull
        @Pattern(regexp = ReferenceResource.REFERENCE, message = "{need.reference}")
        @Schema(examples = "2027-EDU-0042", pattern = ReferenceResource.REFERENCE)
        String reference,

        @NotNull @Valid NeedRequest need,

        @Pattern(regexp = NeedRequest.LINES, message = "{need.lines}")
        @Schema(description = "Why it changes; required once it was published", examples = "两所小学已由县财政配齐")
        @Nullable
        String reason) {

    NeedPut put() {
        return new NeedPut(reference, need.toTerms(), reason == null ? null : reason.strip());
    }
}
