package org.duijie.project.supervision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duijie.project.project.FigureStanding;
import org.jspecify.annotations.Nullable;

/**
 * What the rules look at: plain values of one project on one day, so that a flag can be worked out by hand.
 *
 * @param receivedFen by the county's book, as are all amounts
 * @param dueFen pledges whose day has come
 * @param sources credit codes of donors of what was received
 * @param payments what was paid out, oldest first
 * @param lastMovement the last day on which anything arrived or left
 * @param progress days that progress reports speak of
 * @param overdue the earliest day by which a milestone that is not reached was due; absent where none is late
 * @param sharedEvidence SHA-256 of files that another project shows too
 * @param related for each organization concerned, those it is tied to
 * @param prices what units cost by the agreement, where a fence is published
 * @param disputedSince the first day of a figure that is still disputed
 */
record RiskFacts(
        LocalDate today,
        String implementer,
        long receivedFen,
        long disbursedFen,
        long returnedFen,
        long dueFen,
        FigureStanding standing,
        Set<String> sources,
        List<Payment> payments,
        @Nullable LocalDate lastMovement,
        List<LocalDate> progress,
        @Nullable LocalDate overdue,
        List<String> sharedEvidence,
        Map<String, Set<String>> related,
        List<Price> prices,
        @Nullable LocalDate disputedSince) {

    /** @param recipient credit code of who was paid; absent where it was no organization */
    record Payment(LocalDate day, long fen, @Nullable String recipient) {}

    /** @param fence highest price of a unit that a published standard allows, in fen */
    record Price(String description, String unit, BigDecimal unitFen, long fence, String source) {}

    long heldFen() {
        return receivedFen - disbursedFen - returnedFen;
    }
}
