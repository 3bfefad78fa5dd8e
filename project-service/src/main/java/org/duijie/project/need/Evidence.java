package org.duijie.project.need;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A document that shows that a need is real: a survey, minutes of a village meeting, photographs of the place. Only its
 * address is kept, never the document: whoever reviews the need opens it there.
 *
 * @param sha256 of the document, so that nobody exchanges it unnoticed
 */
@Schema(name = "NeedEvidence", description = "A document that shows that the need is real, by its address")
public record Evidence(
        @NotNull
        @Pattern(regexp = NeedRequest.LINE_100, message = "{need.line100}")
        @Schema(examples = "寄宿制小学现状调查", minLength = 1, maxLength = 100)
        String title,

        @NotNull
        @Size(max = Evidence.LONGEST_URI)
        @Pattern(regexp = Evidence.HTTPS, message = "{need.evidenceUri}")
        @Schema(
                description = "Where it can be read; https only",
                examples = "https://www.zhangbei.gov.example/needs/2027/library-survey.pdf",
                format = "uri",
                pattern = Evidence.HTTPS,
                maxLength = Evidence.LONGEST_URI)
        String uri,

        @Pattern(regexp = Evidence.SHA_256, message = "{need.sha256}")
        @Schema(
                description = "SHA-256 of the document, in lower-case hexadecimal digits",
                examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                pattern = Evidence.SHA_256)
        @Nullable
        String sha256) {

    static final int LONGEST_URI = 500;

    /** A host with a dot, no user, no blank: an address that a reviewer can open. */
    static final String HTTPS = "^https://[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+(:\\d{1,5})?(/[!-~]*)?$";

    static final String SHA_256 = "^[0-9a-f]{64}$";
}
