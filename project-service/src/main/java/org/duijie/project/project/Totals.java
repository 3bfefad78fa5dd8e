package org.duijie.project.project;

import jakarta.persistence.Embeddable;

/**
 * What the ledger adds up to, in fen, by the county's book: it is the county that says what has arrived. Kept with every
 * entry, so that nobody has to add up what was written before.
 *
 * @param arrivals how many receipts the county has confirmed
 * @param unconfirmed how many transfers one side only has reported
 * @param disputed how many transfers the two sides report differently
 */
@Embeddable
public record Totals(
        long pledgedFen,
        long receivedFen,
        long disbursedFen,
        long returnedFen,
        int arrivals,
        int unconfirmed,
        int disputed) {

    public static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0, 0);

    public Totals plus(Totals other) {
        return new Totals(
                Math.addExact(pledgedFen, other.pledgedFen),
                Math.addExact(receivedFen, other.receivedFen),
                Math.addExact(disbursedFen, other.disbursedFen),
                Math.addExact(returnedFen, other.returnedFen),
                arrivals + other.arrivals,
                unconfirmed + other.unconfirmed,
                disputed + other.disputed);
    }

    public Totals minus(Totals other) {
        return new Totals(
                Math.subtractExact(pledgedFen, other.pledgedFen),
                Math.subtractExact(receivedFen, other.receivedFen),
                Math.subtractExact(disbursedFen, other.disbursedFen),
                Math.subtractExact(returnedFen, other.returnedFen),
                arrivals - other.arrivals,
                unconfirmed - other.unconfirmed,
                disputed - other.disputed);
    }

    /** What has arrived and is neither spent nor given back. */
    public long heldFen() {
        return receivedFen - disbursedFen - returnedFen;
    }

    /** Has the county confirmed that anything arrived? */
    public boolean received() {
        return arrivals > 0;
    }

    /** The worst of all figures, so that none is shown without it. */
    public FigureStanding standing() {
        if (disputed > 0) {
            return FigureStanding.DISPUTED;
        }
        return unconfirmed > 0 ? FigureStanding.UNCONFIRMED : FigureStanding.VERIFIED;
    }
}
