package org.duijie.project.ledger;

import java.util.Map;
import java.util.Optional;
import org.duijie.project.ledger.Ledger.Told;

/**
 * All of a ledger that an act on one transfer depends on, however long the ledger is.
 *
 * @param movement the transfer as both sides tell it by now; absent where nobody ever did
 * @param balance what the book that is written in says of the transfer's item and source
 */
record Excerpt(Optional<Movement> movement, Balance balance) {

    static final Excerpt OF_NOTHING = new Excerpt(Optional.empty(), Balance.NOTHING);

    /** The movement that is told of; one that nobody stands by any more may become something else. */
    Movement movement(Told told) {
        return movement.filter(Movement::known)
                .orElseGet(() -> new Movement(
                        told.transfer(),
                        told.kind(),
                        told.item(),
                        told.source(),
                        movement.map(Movement::reports).orElse(Map.of())));
    }
}
