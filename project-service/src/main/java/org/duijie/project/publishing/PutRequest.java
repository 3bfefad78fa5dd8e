package org.duijie.project.publishing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.duijie.project.need.NeedRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A need as its publisher has it now. */
@Schema(name = "NeedPut", description = "A need as its publisher has it now")
record PutRequest(
        @NotNull @Valid NeedRequest need,

        @Pattern(regexp = NeedRequest.LINES, message = "{need.lines}")
        @Schema(
                description =
                        "Why it changes; required once it was published, and where it was withdrawn or has expired",
                examples = "两所小学已由县财政配齐",
                minLength = 1,
                maxLength = 500)
        @Nullable
        String reason) {

    NeedPut of(String reference) {
        return new NeedPut(reference, need.toTerms(), reason == null ? null : reason.strip());
    }
}
