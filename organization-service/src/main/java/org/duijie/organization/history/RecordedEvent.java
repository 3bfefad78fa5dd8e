package org.duijie.organization.history;

import org.duijie.chassis.event.DomainEvent;
import org.jspecify.annotations.Nullable;

/** A change that is kept for ever, with where its subject stood before and stands now. */
public interface RecordedEvent extends DomainEvent {

    /** Absent for what has just begun. */
    @Nullable
    Enum<?> from();

    Enum<?> to();
}
