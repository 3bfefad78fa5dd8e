package org.duijie.chassis.precondition;

import jakarta.ws.rs.HeaderParam;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.duijie.chassis.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * The version that the caller read: {@code @BeanParam} of every operation that changes something which is there. The
 * command compares it inside its transaction, after it has made sure that the caller may see and change the thing.
 */
public class IfMatch {

    static final String FORM = "^(\\*|\"[0-9a-z-]{1,40}\"(\\s*,\\s*\"[0-9a-z-]{1,40}\"){0,3})$";

    /** Any version: the caller does not mind what it changes. */
    static final String ANY = "*";

    /** Tags of all views of one version begin alike, see {@link Versioned#entityTag}. Weak tags never match. */
    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})(-[a-z]+)?\"");

    @Parameter(
            description = "ETag of the version that you read, or * for any",
            required = true,
            example = "\"3\"",
            schema = @Schema(type = SchemaType.STRING, maxLength = 200, pattern = FORM))
    @HeaderParam("If-Match")
    @Nullable
    String tags;

    IfMatch() {}

    private IfMatch(String tags) {
        this.tags = tags;
    }

    static IfMatch of(String tags) {
        return new IfMatch(tags);
    }

    /**
     * Refuses a change of another version than the one read.
     *
     * @param version the aggregate's present one
     * @throws ProblemException 428 without a precondition, 412 if it does not hold
     */
    public void require(long version) {
        if (tags == null || tags.isBlank()) {
            throw PreconditionProblem.REQUIRED.problem();
        }
        boolean holds = tags.strip().equals(ANY)
                || Arrays.stream(tags.split(",", -1)).map(String::strip).anyMatch(tag -> names(tag, version));
        if (!holds) {
            throw PreconditionProblem.FAILED
                    .because("现为第 " + version + " 版。", "It is at version " + version + " now.")
                    .withHeader("ETag", "\"" + version + "\"");
        }
    }

    private static boolean names(String tag, long version) {
        var match = TAG.matcher(tag);
        return match.matches() && Long.parseLong(match.group(1)) == version;
    }
}
