package org.duijie.project.need;

import java.util.Locale;
import java.util.UUID;
import org.duijie.chassis.event.DomainEvent;

/**
 * What happened to a need. Every event carries the need's whole public state, read when the event goes into the outbox:
 * the version is final only then.
 */
sealed interface NeedEvent extends DomainEvent {

    Need need();

    record Drafted(Need need) implements NeedEvent {}

    record Revised(Need need) implements NeedEvent {}

    record Submitted(Need need) implements NeedEvent {}

    record Returned(Need need) implements NeedEvent {}

    record Published(Need need) implements NeedEvent {}

    record Withdrawn(Need need) implements NeedEvent {}

    record Expired(Need need) implements NeedEvent {}

    @Override
    default String aggregate() {
        return "need";
    }

    @Override
    default String verb() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    @Override
    default UUID subject() {
        return need().id();
    }

    @Override
    default long version() {
        return need().version();
    }

    @Override
    default NeedResponse state() {
        return NeedResponse.of(need());
    }
}
