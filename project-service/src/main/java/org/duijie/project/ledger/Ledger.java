package org.duijie.project.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duijie.chassis.privacy.PersonalData;
import org.duijie.chassis.problem.ProblemType;
import org.duijie.project.project.Project;
import org.duijie.project.project.ProjectStatus;
import org.duijie.project.project.ProjectTerms;
import org.duijie.project.project.Totals;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of one project as it is written: what may be added to it, and what it adds up to then. Nothing in it is ever
 * changed: what was wrong is taken back by a reversal, which another report may follow.
 *
 * <p>In each book, for each item and source: received &lt;= pledged, what came beyond that apart; disbursed + returned
 * &lt;= received. The database holds every commit to the same. An act looks at an {@link Excerpt} and at the project's
 * totals, never at the whole ledger: it costs the same however much was written before.
 */
record Ledger(Project project) {

    /** What a side has to say. */
    record Told(
            Book book,
            EntryKind kind,
            int item,
            String source,
            UUID transfer,
            Amount amount,
            LocalDate occurredOn,
            @Nullable LocalDate dueOn,
            @Nullable String recipient,
            List<String> evidence,
            @Nullable String reason) {

        Told in(Book other) {
            return new Told(
                    other, kind, item, source, transfer, amount, occurredOn, dueOn, recipient, evidence, reason);
        }
    }

    /**
     * What is to be written, together or not at all.
     *
     * @param totals what the ledger adds up to with it
     */
    record Posting(List<Entry> entries, Totals totals) {}

    /** Takes a report in. */
    Posting report(Told told, Excerpt excerpt, LocalDate today) {
        check(told, today);
        Movement movement = excerpt.movement(told);
        require(movement.by(told.book()).isEmpty(), LedgerProblem.TRANSFER_REPORTED);
        boolean alike = movement.kind() == told.kind()
                && movement.item() == told.item()
                && movement.source().equals(told.source());
        require(alike, LedgerProblem.TRANSFER_UNLIKE);
        Entry entry = entry(told, movement.nextRevision(told.book()), told.reason(), null);
        requireBalance(excerpt.balance().plus(entry));
        return new Posting(List.of(entry), after(movement, movement.with(entry)));
    }

    /** Opens it with what both sides promise each other when they agree: each promise is written into both books. */
    Posting open(List<Told> promises) {
        List<Entry> entries = new ArrayList<>();
        Totals totals = project.totals();
        for (Told promise : promises) {
            List<Entry> inBoth = Arrays.stream(Book.values())
                    .map(book -> entry(promise.in(book), 0, null, null))
                    .toList();
            Movement movement = Excerpt.OF_NOTHING.movement(promise);
            totals = totals.plus(
                    movement.with(inBoth.getFirst()).with(inBoth.getLast()).adds());
            entries.addAll(inBoth);
        }
        return new Posting(entries, totals);
    }

    /**
     * Takes back what was reported, and puts something else in its place.
     *
     * @param number of the entry that is corrected
     * @param instead absent where it did not happen at all
     */
    Posting correct(int number, Entry wrong, String reason, @Nullable Told instead, Excerpt excerpt, LocalDate today) {
        PersonalData.refuse(LedgerProblem.PERSONAL_DATA, Map.of("#/reason", reason));
        Movement before = excerpt.movement().orElseThrow(LedgerProblem.ENTRY_NOT_FOUND::problem);
        boolean standing = !wrong.reversal()
                && before.by(wrong.book()).isPresent()
                && before.revision(wrong.book()) == wrong.revision();
        require(standing, LedgerProblem.ENTRY_REPLACED);
        requireOpen(wrong.kind());
        List<Entry> entries = new ArrayList<>(List.of(wrong.reversed(number, reason, today)));
        if (instead != null) {
            check(instead, today);
            entries.add(entry(instead, wrong.revision() + 1, reason, number));
        }
        Movement after = before;
        Balance balance = excerpt.balance();
        for (Entry entry : entries) {
            after = after.with(entry);
            balance = balance.plus(entry);
        }
        requireBalance(balance);
        return new Posting(entries, after(before, after));
    }

    private Totals after(Movement before, Movement after) {
        return project.totals().minus(before.adds()).plus(after.adds());
    }

    private static Entry entry(Told told, int revision, @Nullable String reason, @Nullable Integer corrects) {
        return new Entry(
                told.book(),
                told.kind(),
                false,
                told.item(),
                told.source(),
                told.transfer(),
                revision,
                told.amount(),
                told.occurredOn(),
                told.dueOn(),
                told.recipient(),
                told.evidence(),
                reason,
                corrects);
    }

    private void check(Told told, LocalDate today) {
        requireOpen(told.kind());
        ProjectTerms.Item item = item(told.item());
        boolean fits = item.funds()
                ? told.amount().fen() > 0 && told.amount().quantity() == 0
                : told.amount().quantity() > 0
                        || (told.kind() == EntryKind.EXCESS && told.amount().fen() > 0);
        require(fits, LedgerProblem.AMOUNT_UNFIT);
        require(!told.occurredOn().isAfter(today), LedgerProblem.IN_THE_FUTURE);
        require(!told.occurredOn().isBefore(project.agreedOn()), LedgerProblem.BEFORE_THE_AGREEMENT);
        require(told.kind() == EntryKind.PLEDGE || !told.evidence().isEmpty(), LedgerProblem.EVIDENCE_MISSING);
        require(told.kind() != EntryKind.EXCESS || told.reason() != null, LedgerProblem.REASON_MISSING);
        boolean leftover = told.kind() == EntryKind.DISBURSEMENT && project.status() == ProjectStatus.COMPLETED;
        require(!leftover || project.leftoverPurpose().isPresent(), LedgerProblem.PURPOSE_MISSING);
        if (told.reason() != null) {
            PersonalData.refuse(LedgerProblem.PERSONAL_DATA, Map.of("#/reason", told.reason()));
        }
    }

    /** What has arrived of a project that ended early is still spent or given back, and told. */
    private void requireOpen(EntryKind kind) {
        boolean open =
                switch (project.status()) {
                    case AGREED -> kind != EntryKind.DISBURSEMENT;
                    case RUNNING -> true;
                    case COMPLETED -> kind != EntryKind.PLEDGE;
                    case TERMINATED -> kind.leaves();
                    case CLOSED -> false;
                };
        require(open, LedgerProblem.NOT_OPEN);
    }

    private ProjectTerms.Item item(int place) {
        return project.terms().items().stream()
                .filter(item -> item.item() == place)
                .findFirst()
                .orElseThrow(LedgerProblem.ITEM_UNKNOWN::problem);
    }

    private static void requireBalance(Balance balance) {
        require(!balance.owed().negative(), LedgerProblem.MORE_THAN_PLEDGED);
        require(!balance.held().negative(), LedgerProblem.MORE_THAN_RECEIVED);
    }

    private static void require(boolean allowed, ProblemType otherwise) {
        if (!allowed) {
            throw otherwise.problem();
        }
    }
}
