package org.duijie.project.project;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where the final disclosure of a project was published: without one no project is closed. */
@Schema(name = "ProjectClosing")
public record ClosingRequest(
        @NotNull
        @Size(max = ClosingRequest.LONGEST_URI)
        @Pattern(regexp = ClosingRequest.HTTPS, message = "{project.uri}")
        @Schema(
                description = "Where the final disclosure can be read; https only",
                examples = "https://www.zhangbei.gov.example/projects/2027/library.html",
                format = "uri",
                pattern = ClosingRequest.HTTPS,
                maxLength = ClosingRequest.LONGEST_URI)
        String finalDisclosure,

        @NotNull @Schema(description = "The day on which it came out", examples = "2027-12-20")
        LocalDate disclosedOn) {

    static final int LONGEST_URI = 500;
    static final String HTTPS = "^https://[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+(:\\d{1,5})?(/[!-~]*)?$";
}
