package org.duijie.organization.reservation;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code org.duijie.project.*}, as much of it as a reservation needs.
 *
 * @param id the agreement's, which is the proposal's
 * @param termination present once the project has ended early
 */
record ProjectMessage(UUID id, @Nullable Termination termination) {

    /** @param released what will not be delivered */
    record Termination(List<Quantity> released) {}

    /**
     * @param item place among the need's items, from 0
     * @param quantity decimal string
     */
    record Quantity(int item, String quantity) {}
}
