package org.duijie.organization.reservation;

/** Where a reservation is in its life. */
public enum ReservationStatus {
    /** Held until the need's side has answered too. */
    MADE,
    /** The agreement is made: promised. */
    COMMITTED,
    /** Given back, all of it: there is no agreement, or nothing of it will be delivered any more. */
    RELEASED,
    /** Nothing was held: it could not be. */
    REFUSED
}
