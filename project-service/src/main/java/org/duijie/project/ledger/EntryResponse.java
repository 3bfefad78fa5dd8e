package org.duijie.project.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.duijie.chassis.money.Money;
import org.duijie.project.ledger.LedgerStore.Kept;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entry as both sides read it. */
@Schema(
        name = "LedgerEntry",
        description = "One line of the ledger; it is never changed",
        requiredProperties = {
            "number",
            "book",
            "kind",
            "reversal",
            "item",
            "source",
            "transfer",
            "value",
            "occurredOn",
            "evidence",
            "reportedAt",
            "onBehalf",
            "hash"
        })
public record EntryResponse(
        @Schema(description = "Its place in the ledger, from 1", examples = "5")
        int number,

        Book book,
        EntryKind kind,

        @Schema(description = "Does it take another back, the one that it corrects?")
        boolean reversal,

        @Schema(examples = "1") int item,
        @Schema(examples = "53110000500309522J") String source,
        UUID transfer,
        Money value,
        @Nullable String quantity,
        LocalDate occurredOn,
        @Nullable LocalDate dueOn,
        @Nullable String recipient,

        @Schema(description = "SHA-256 of files") List<String> evidence,

        @Nullable String reason,

        @Schema(description = "Number of the entry that it takes back or replaces") @Nullable
        Integer corrects,

        Instant reportedAt,

        @Schema(description = "Was it reported by a platform for the side?")
        boolean onBehalf,

        @Schema(
                description = "SHA-256 over the hash of the entry before and what this one says",
                examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String hash) {

    static EntryResponse of(Kept kept) {
        Entry entry = kept.entry();
        return new EntryResponse(
                kept.number(),
                entry.book(),
                entry.kind(),
                entry.reversal(),
                entry.item(),
                entry.source(),
                entry.transfer(),
                EntryAmounts.value(entry.amount()),
                EntryAmounts.quantity(entry.amount()),
                entry.occurredOn(),
                entry.dueOn(),
                entry.recipient(),
                entry.evidence(),
                entry.reason(),
                entry.corrects(),
                kept.at(),
                kept.by().onBehalfOf() != null,
                kept.hash());
    }
}
