package org.duijie.project.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is written into the ledger: it moves an amount from one account to another, in one book.
 *
 * @param reversal does it take back another, which it {@code corrects}?
 * @param occurredOn the day on which it happened
 * @param dueOn of a pledge: the day by which it is to arrive
 * @param recipient credit code of the organization that is paid, if it is one
 * @param evidence SHA-256 of files that show it, in hexadecimal digits
 * @param corrects number of the entry that it takes back or replaces
 */
record Entry(
        Book book,
        EntryKind kind,
        boolean reversal,
        int item,
        String source,
        UUID transfer,
        int revision,
        Amount amount,
        LocalDate occurredOn,
        @Nullable LocalDate dueOn,
        @Nullable String recipient,
        List<String> evidence,
        @Nullable String reason,
        @Nullable Integer corrects) {

    Account debit() {
        return reversal ? kind.credit() : kind.debit();
    }

    Account credit() {
        return reversal ? kind.debit() : kind.credit();
    }

    /** What takes this one back. */
    Entry reversed(int number, String because, LocalDate today) {
        return new Entry(
                book, kind, true, item, source, transfer, revision, amount, today, null, null, List.of(), because,
                number);
    }
}
