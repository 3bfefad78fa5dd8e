package org.duijie.sample.http;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway answered.
 *
 * @param body the JSON of the answer, a missing node if there was none
 * @param tag the entity tag: which version of the resource this is; absent where the answer is none of a resource
 */
public record Answer(
        String request, int status, JsonNode body, @Nullable String tag) {

    /** The member of the body as text, empty if there is none. */
    public String text(String member) {
        return body.path(member).asText("");
    }

    /** The name of the problem, such as {@code need-not-open}; empty if this is none. */
    public String problem() {
        String type = text("type");
        return type.substring(type.lastIndexOf('/') + 1);
    }

    /** Passed with one of these statuses, or a {@link RefusedException}. */
    public Answer expect(int... statuses) {
        for (int expected : statuses) {
            if (status == expected) {
                return this;
            }
        }
        throw new RefusedException(this);
    }

    /** One line for people: the status and, if it is a problem, its name and words. */
    @Override
    public String toString() {
        String problem = problem();
        if (problem.isEmpty()) {
            return request + " → " + status;
        }
        String detail = text("detail").equals(text("title")) ? "" : " " + text("detail");
        String errors = body.path("errors").isEmpty() ? "" : " " + body.path("errors");
        return "%s → %d %s：%s%s%s".formatted(request, status, problem, text("title"), detail, errors);
    }
}
