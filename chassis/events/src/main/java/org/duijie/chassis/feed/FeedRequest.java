package org.duijie.chassis.feed;

import jakarta.ws.rs.QueryParam;
import java.util.regex.Pattern;
import org.duijie.chassis.problem.ProblemException;
import org.duijie.chassis.problem.RequestProblem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** From where and how far a change feed is asked for: {@code @BeanParam} of every feed. */
public class FeedRequest {

    private static final int DEFAULT_LIMIT = 200;
    private static final Pattern LIMIT = Pattern.compile("[1-9]\\d{0,2}|1000");

    @Parameter(
            description = "nextSince of the answer before, or the position of an export; left out: from the beginning",
            example = "48213-7",
            schema = @Schema(implementation = String.class, pattern = FeedPosition.FORM))
    @QueryParam("since")
    @Nullable
    String since;

    @Parameter(
            description = "How many changes at the most",
            schema = @Schema(implementation = Integer.class, minimum = "1", maximum = "1000", defaultValue = "200"))
    @QueryParam("limit")
    @Nullable
    String limit;

    FeedRequest() {}

    /** @throws ProblemException 400 where it is no position */
    FeedPosition since() {
        if (since == null) {
            return FeedPosition.BEGINNING;
        }
        return FeedPosition.read(since)
                .orElseThrow(() -> RequestProblem.INVALID.at(
                        "?since",
                        "应为导出或变更条目的位置，或 nextSince，如 48213-7。",
                        "It is the position of an export or of an item, or nextSince, such as 48213-7."));
    }

    /** @throws ProblemException 400 where it is no number from 1 to 1000; it is never cut silently */
    int limit() {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        if (!LIMIT.matcher(limit).matches()) {
            throw RequestProblem.INVALID.at("?limit", "应为 1 至 1000 的整数。", "It is a number from 1 to 1000.");
        }
        return Integer.parseInt(limit);
    }
}
