package org.duijie.project.need;

import java.util.UUID;
import org.duijie.chassis.event.DomainEvent;

/**
 * A change of a need, as the rest of the suite learns it. It carries the need's whole public state, read when the event
 * goes into the outbox: the version is final only then.
 */
record NeedEvent(Need need, NeedChange change) implements DomainEvent {

    @Override
    public String verb() {
        return change.kind().verb();
    }

    @Override
    public UUID subject() {
        return need.id();
    }

    @Override
    public long version() {
        return need.version();
    }

    @Override
    public NeedResponse state() {
        return NeedResponse.of(need, NeedResponse.Audience.SERVICES);
    }
}
