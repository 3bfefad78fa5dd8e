package org.duijie.project.division;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.duijie.chassis.event.DomainEvent;

/** What happened to a division, with its whole state. */
sealed interface DivisionEvent extends DomainEvent {

    Division division();

    /** New in the list, or described differently there than before. */
    record Defined(Division division) implements DivisionEvent {}

    /** Events are keyed by UUID; that of a code is always the same. */
    @Override
    default UUID subject() {
        return UUID.nameUUIDFromBytes(("division:" + division().code()).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    default long version() {
        return division().version();
    }

    @Override
    default DivisionResponse state() {
        return DivisionResponse.of(division());
    }
}
