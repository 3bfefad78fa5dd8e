package org.duijie.project.ledger;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.duijie.project.project.FigureStanding;

/**
 * One thing that happened once, as each side tells it: a promise, a payment, a delivery.
 *
 * @param transfer the name that whoever reported it first gave it, by which the other side reports the same
 * @param item place among the need's items
 * @param source credit code of the donor
 * @param reports by book; none where nobody stands by it any more
 */
record Movement(UUID transfer, EntryKind kind, int item, String source, Map<Book, Report> reports) {

    /**
     * What one book says of it.
     *
     * @param present false where the last report was taken back
     * @param revision how many times it was corrected
     */
    record Report(Amount amount, boolean present, int revision) {}

    Optional<Amount> by(Book book) {
        return Optional.ofNullable(reports.get(book)).filter(Report::present).map(Report::amount);
    }

    int revision(Book book) {
        Report report = reports.get(book);
        return report == null ? 0 : report.revision();
    }

    boolean known() {
        return by(Book.DONOR).isPresent() || by(Book.COUNTY).isPresent();
    }

    FigureStanding standing() {
        if (by(Book.DONOR).isEmpty() || by(Book.COUNTY).isEmpty()) {
            return FigureStanding.UNCONFIRMED;
        }
        return by(Book.DONOR).equals(by(Book.COUNTY)) ? FigureStanding.VERIFIED : FigureStanding.DISPUTED;
    }

    /** The same with one book saying something else. */
    Movement with(Book book, Report report) {
        Map<Book, Report> changed = new EnumMap<>(Book.class);
        changed.putAll(reports);
        changed.put(book, report);
        return new Movement(transfer, kind, item, source, changed);
    }
}
