package org.duijie.matching.replica;

import java.time.Instant;
import java.util.UUID;
import org.duijie.chassis.event.IncomingEvent;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What happened that made matches change.
 *
 * @param eventId of the fact's event; absent where no event brought it about, such as a new day
 * @param type the event's type, or what else happened
 * @param traceparent the request that it began with, so that one trace leads from there to the subscriber
 */
public record Cause(
        @Nullable UUID eventId,
        @Schema(examples = "org.duijie.need.published.v1") String type,
        Instant time,

        @Schema(
                examples = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                maxLength = 55,
                description = "W3C Trace Context of the request that it began with, if it told")
        @Nullable
        String traceparent) {

    /** Something that no event brought about. */
    public static Cause of(String type, Instant time) {
        return new Cause(null, type, time, null);
    }

    public static Cause of(IncomingEvent event) {
        return new Cause(event.id(), event.type(), event.time(), event.traceparent());
    }
}
