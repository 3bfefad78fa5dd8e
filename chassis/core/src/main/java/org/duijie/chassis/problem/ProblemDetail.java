package org.duijie.chassis.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A problem as it goes over the wire (RFC 9457).
 *
 * @param type relative reference {@code /problems/<slug>}; the key that clients branch on
 * @param title what is wrong, in the language asked for
 * @param status the HTTP status, repeated
 * @param detail what is wrong in this very case
 * @param instance {@code urn:uuid:…}, also written to the log where the service itself failed
 * @param errors the faulty places, absent where there are none
 */
@Schema(name = "ProblemDetail", description = "RFC 9457 problem detail")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemDetail(
        @Schema(examples = "/problems/need-not-found") String type,
        @Schema(examples = "没有这项需求") String title,
        @Schema(examples = "404") int status,
        String detail,

        @Schema(examples = "urn:uuid:01890a5d-ac96-774b-bcce-b302099a8057")
        String instance,

        List<ProblemDetail.Fault> errors) {

    /** @param pointer JSON pointer such as {@code #/items/0/unit}, or {@code ?limit} for a query parameter */
    @Schema(name = "ProblemFault", description = "One faulty place in a request")
    public record Fault(
            @Schema(examples = "#/items/0/quantity") String pointer,
            @Schema(examples = "数量必须大于零") String detail) {}

    public static final String MEDIA_TYPE = "application/problem+json";

    /** The refusal in a language; {@code instance} is what the caller can be told to name. */
    public static ProblemDetail of(ProblemException refusal, Locale language, UUID instance) {
        ProblemType type = refusal.type();
        return new ProblemDetail(
                "/problems/" + type.slug(),
                type.title().in(language),
                type.status(),
                refusal.detail().in(language),
                "urn:uuid:" + instance,
                refusal.faults().stream()
                        .map(fault -> new Fault(fault.pointer(), fault.detail().in(language)))
                        .toList());
    }
}
