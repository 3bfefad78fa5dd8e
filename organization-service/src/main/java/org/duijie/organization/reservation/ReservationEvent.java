package org.duijie.organization.reservation;

import java.util.UUID;
import org.duijie.chassis.event.DomainEvent;

/** What happened to a reservation, with its whole state. */
sealed interface ReservationEvent extends DomainEvent {

    Reservation reservation();

    /** The offer holds what the proposal wants. */
    record Made(Reservation reservation) implements ReservationEvent {}

    /** The offer cannot hold it. */
    record Refused(Reservation reservation) implements ReservationEvent {}

    /** The agreement is made: what was held is promised. */
    record Committed(Reservation reservation) implements ReservationEvent {}

    /** All of it, or a part, was given back. */
    record Released(Reservation reservation) implements ReservationEvent {}

    @Override
    default UUID subject() {
        return reservation().id();
    }

    @Override
    default long version() {
        return reservation().version();
    }

    @Override
    default ReservationResponse state() {
        return ReservationResponse.of(reservation());
    }
}
