package org.duijie.matching.proposal;

import java.util.UUID;
import org.duijie.chassis.event.PoisonEventException;
import org.jspecify.annotations.Nullable;

/** {@code org.duijie.reservation.*}; the id is the proposal's. */
record ReservationMessage(UUID id, Status status, @Nullable Closing refusal) {

    enum Status {
        MADE,
        COMMITTED,
        RELEASED,
        REFUSED
    }

    ReservationMessage {
        if (id == null || status == null) {
            throw new PoisonEventException("A reservation without id or status");
        }
    }

    Closing closing() {
        if (refusal == null) {
            throw new PoisonEventException("A refusal that says no reason");
        }
        return refusal;
    }
}
