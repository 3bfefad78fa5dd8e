package org.duijie.chassis.precondition;

import jakarta.ws.rs.HeaderParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * {@link IfMatch} where the caller may leave it out, because nobody else writes the thing; and {@code If-None-Match: *}
 * for one that must not be there yet.
 */
public class OptionalIfMatch {

    @Parameter(
            description = "ETag of the version that you read, or * for any; left out: whatever it is now",
            example = "\"3\"",
            schema = @Schema(type = SchemaType.STRING, maxLength = 200, pattern = IfMatch.FORM))
    @HeaderParam("If-Match")
    @Nullable
    String tags;

    @Parameter(
            description = "*: only if there is none yet",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {IfMatch.ANY}))
    @HeaderParam("If-None-Match")
    @Nullable
    String none;

    OptionalIfMatch() {}

    /** For commands that did not come over HTTP. */
    public static OptionalIfMatch none() {
        return new OptionalIfMatch();
    }

    /**
     * Refuses a change of another version than the one read, if one is named.
     *
     * @param version 0 where there is nothing yet
     * @throws org.duijie.chassis.problem.ProblemException 412 if the precondition does not hold
     */
    public void require(long version) {
        if (tags != null && version > 0) {
            IfMatch.of(tags).require(version);
        }
        boolean absentAsWished = none == null || version == 0;
        boolean presentAsWished = tags == null || version > 0;
        if (!absentAsWished || !presentAsWished) {
            throw PreconditionProblem.FAILED.problem();
        }
    }
}
