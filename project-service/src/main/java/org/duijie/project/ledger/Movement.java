package org.duijie.project.ledger;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.duijie.project.project.FigureStanding;
import org.duijie.project.project.Totals;

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

    /** Of the next report, which no correction asked for: one that was taken back has been there before. */
    int nextRevision(Book book) {
        return reports.containsKey(book) ? revision(book) + 1 : 0;
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

    /** What it adds to the totals: its amount by the county's book, and itself where the two sides do not agree. */
    Totals adds() {
        long fen = by(Book.COUNTY).map(Amount::fen).orElse(0L);
        return new Totals(
                kind == EntryKind.PLEDGE ? fen : 0,
                kind.arrives() ? fen : 0,
                kind == EntryKind.DISBURSEMENT ? fen : 0,
                kind == EntryKind.RETURN ? fen : 0,
                kind.arrives() && by(Book.COUNTY).isPresent() ? 1 : 0,
                known() && standing() == FigureStanding.UNCONFIRMED ? 1 : 0,
                standing() == FigureStanding.DISPUTED ? 1 : 0);
    }

    /**
     * With what the other side says under the same name. Both say what it is about, unless only one still stands by it.
     */
    Movement and(Movement other) {
        Map<Book, Report> both = new EnumMap<>(Book.class);
        both.putAll(reports);
        both.putAll(other.reports);
        Movement about = other.known() ? other : this;
        return new Movement(transfer, about.kind, about.item, about.source, both);
    }

    /** The same after another entry about it. */
    Movement with(Entry entry) {
        Map<Book, Report> changed = new EnumMap<>(Book.class);
        changed.putAll(reports);
        changed.put(entry.book(), new Report(entry.amount(), !entry.reversal(), entry.revision()));
        return new Movement(transfer, kind, item, source, changed);
    }
}
