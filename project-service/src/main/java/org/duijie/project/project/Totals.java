package org.duijie.project.project;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * What the ledger adds up to, in fen, by the county's book: it is the county that says what has arrived.
 *
 * @param standing the worst of all figures, so that none is shown without it
 */
@Embeddable
public record Totals(
        long pledgedFen,
        long receivedFen,
        long disbursedFen,
        long returnedFen,
        @Enumerated(EnumType.STRING) FigureStanding standing) {

    static final Totals NONE = new Totals(0, 0, 0, 0, FigureStanding.VERIFIED);

    /** What has arrived and is neither spent nor given back. */
    public long heldFen() {
        return receivedFen - disbursedFen - returnedFen;
    }
}
