package org.duijie.matching.replica;

import java.time.Instant;
import java.util.UUID;
import org.duijie.chassis.event.IncomingEvent;
import org.jspecify.annotations.Nullable;

/**
 * What happened that made matches change.
 *
 * @param eventId of the fact's event; absent where no event brought it about, such as a new day
 * @param type the event's type, or what else happened
 */
public record Cause(@Nullable UUID eventId, String type, Instant time) {

    static Cause of(IncomingEvent event) {
        return new Cause(event.id(), event.type(), event.time());
    }
}
