package org.duijie.project.agreement;

import java.time.Instant;
import java.util.UUID;
import org.duijie.chassis.event.DomainEvent;

/**
 * The need cannot take an agreement on: the organization's capacity is to be given back, and there is no project.
 *
 * @param agreement the proposal's id, and what the project's would have been
 * @param reason slug of the problem, such as {@code need-already-committed}
 */
record AgreementRefused(UUID agreement, UUID needId, UUID offerId, String reason, Instant at) implements DomainEvent {

    /** As others read it. */
    record State(UUID id, UUID needId, UUID offerId, String reason, Instant refusedAt) {}

    @Override
    public String aggregate() {
        return "project";
    }

    @Override
    public String verb() {
        return "refused";
    }

    @Override
    public UUID subject() {
        return agreement;
    }

    /** The first thing that is heard of it, and the last. */
    @Override
    public long version() {
        return 1;
    }

    @Override
    public State state() {
        return new State(agreement, needId, offerId, reason, at);
    }
}
