package org.duijie.project.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.duijie.chassis.privacy.PersonalData;
import org.duijie.chassis.problem.ProblemException;
import org.duijie.chassis.problem.ProblemType;
import org.duijie.project.ledger.Movement.Report;
import org.duijie.project.project.FigureStanding;
import org.duijie.project.project.Project;
import org.duijie.project.project.ProjectStatus;
import org.duijie.project.project.ProjectTerms;
import org.duijie.project.project.Totals;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of one project: what each side reports, and what that adds up to. Nothing in it is ever changed: what was
 * wrong is taken back by a reversal, which another report may follow.
 *
 * <p>In each book, for each item and source: received &lt;= pledged, what came beyond that apart; disbursed + returned
 * &lt;= received. The database holds every commit to the same.
 */
final class Ledger {

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
            @Nullable String reason) {}

    private final Project project;
    private final List<Movement> movements;

    Ledger(Project project, List<Movement> movements) {
        this.project = project;
        this.movements = new ArrayList<>(movements);
    }

    /**
     * Takes a report in.
     *
     * @return the entry to be written
     */
    Entry report(Told told, LocalDate today) {
        return orUnchanged(() -> take(told, today));
    }

    private Entry take(Told told, LocalDate today) {
        check(told, today);
        Movement movement = movement(told);
        require(movement.by(told.book()).isEmpty(), LedgerProblem.TRANSFER_REPORTED);
        boolean unlike = movement.known()
                && (movement.kind() != told.kind()
                        || movement.item() != told.item()
                        || !movement.source().equals(told.source()));
        require(!unlike, LedgerProblem.TRANSFER_UNLIKE);
        Entry entry = put(movement, told, null);
        requireBalance(told.book(), told.item(), told.source());
        return entry;
    }

    /** What both sides promise each other when they agree: written into both books. */
    List<Entry> pledge(Told told) {
        Movement movement = movement(told);
        List<Entry> entries = new ArrayList<>();
        for (Book book : Book.values()) {
            Told inBook = new Told(
                    book,
                    EntryKind.PLEDGE,
                    told.item(),
                    told.source(),
                    told.transfer(),
                    told.amount(),
                    told.occurredOn(),
                    told.dueOn(),
                    null,
                    List.of(),
                    null);
            entries.add(put(movement, inBook, null));
            movement = movement(told);
        }
        return entries;
    }

    /**
     * Takes back what was reported, and puts something else in its place.
     *
     * @param number of the entry that is corrected
     * @param instead absent where it did not happen at all
     * @return what is to be written, together or not at all
     */
    List<Entry> correct(int number, Entry wrong, String reason, @Nullable Told instead, LocalDate today) {
        return orUnchanged(() -> replace(number, wrong, reason, instead, today));
    }

    /** What is refused leaves everything as it was. */
    private <T> T orUnchanged(Supplier<T> act) {
        List<Movement> before = List.copyOf(movements);
        try {
            return act.get();
        } catch (ProblemException refused) {
            movements.clear();
            movements.addAll(before);
            throw refused;
        }
    }

    private List<Entry> replace(int number, Entry wrong, String reason, @Nullable Told instead, LocalDate today) {
        PersonalData.refuse(LedgerProblem.PERSONAL_DATA, Map.of("#/reason", reason));
        Movement movement = find(wrong.transfer()).orElseThrow(LedgerProblem.ENTRY_NOT_FOUND::problem);
        boolean standing = !wrong.reversal()
                && movement.by(wrong.book()).isPresent()
                && movement.revision(wrong.book()) == wrong.revision();
        require(standing, LedgerProblem.ENTRY_REPLACED);
        requireOpen(wrong.kind());
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(
                wrong.book(),
                wrong.kind(),
                true,
                wrong.item(),
                wrong.source(),
                wrong.transfer(),
                wrong.revision(),
                wrong.amount(),
                today,
                null,
                null,
                List.of(),
                reason,
                number));
        replace(movement, movement.with(wrong.book(), new Report(wrong.amount(), false, wrong.revision())));
        if (instead != null) {
            check(instead, today);
            entries.add(put(movement(instead), instead, new Correction(number, reason, wrong.revision() + 1)));
        }
        requireBalance(wrong.book(), wrong.item(), wrong.source());
        return entries;
    }

    private record Correction(int number, String reason, int revision) {}

    private Entry put(Movement movement, Told told, @Nullable Correction correction) {
        int revision = correction != null
                ? correction.revision()
                : movement.reports().containsKey(told.book()) ? movement.revision(told.book()) + 1 : 0;
        replace(movement, movement.with(told.book(), new Report(told.amount(), true, revision)));
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
                correction == null ? told.reason() : correction.reason(),
                correction == null ? null : correction.number());
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

    ProjectTerms.Item item(int place) {
        return project.terms().items().stream()
                .filter(item -> item.item() == place)
                .findFirst()
                .orElseThrow(LedgerProblem.ITEM_UNKNOWN::problem);
    }

    private void requireBalance(Book book, int item, String source) {
        Predicate<Movement> these =
                movement -> movement.item() == item && movement.source().equals(source);
        Amount pledged = sum(book, these, EntryKind.PLEDGE);
        Amount received = sum(book, these, EntryKind.RECEIPT);
        require(!pledged.minus(received).negative(), LedgerProblem.MORE_THAN_PLEDGED);
        Amount arrived = received.plus(sum(book, these, EntryKind.EXCESS));
        Amount left = sum(book, these, EntryKind.DISBURSEMENT).plus(sum(book, these, EntryKind.RETURN));
        require(!arrived.minus(left).negative(), LedgerProblem.MORE_THAN_RECEIVED);
    }

    /** What one book says of all movements of a kind. */
    Amount sum(Book book, Predicate<Movement> these, EntryKind kind) {
        return movements.stream()
                .filter(movement -> movement.kind() == kind && these.test(movement))
                .flatMap(movement -> movement.by(book).stream())
                .reduce(Amount.NONE, Amount::plus);
    }

    /** By the county's book. */
    Totals totals() {
        Predicate<Movement> all = movement -> true;
        return new Totals(
                sum(Book.COUNTY, all, EntryKind.PLEDGE).fen(),
                sum(Book.COUNTY, all, EntryKind.RECEIPT)
                        .plus(sum(Book.COUNTY, all, EntryKind.EXCESS))
                        .fen(),
                sum(Book.COUNTY, all, EntryKind.DISBURSEMENT).fen(),
                sum(Book.COUNTY, all, EntryKind.RETURN).fen(),
                known().map(Movement::standing).reduce(FigureStanding.VERIFIED, FigureStanding::worst));
    }

    /** Has the county confirmed that anything arrived? */
    boolean received() {
        return known().anyMatch(movement ->
                movement.kind().arrives() && movement.by(Book.COUNTY).isPresent());
    }

    /** What somebody stands by. */
    Stream<Movement> known() {
        return movements.stream().filter(Movement::known);
    }

    private Optional<Movement> find(UUID transfer) {
        return movements.stream()
                .filter(movement -> movement.transfer().equals(transfer))
                .findFirst();
    }

    /** The one of this name, or a new one; one that nobody stands by any more may become something else. */
    private Movement movement(Told told) {
        Optional<Movement> found = find(told.transfer());
        if (found.isPresent() && found.get().known()) {
            return found.get();
        }
        Map<Book, Report> before = found.map(Movement::reports).orElse(Map.of());
        Movement movement = new Movement(told.transfer(), told.kind(), told.item(), told.source(), before);
        found.ifPresent(movements::remove);
        movements.add(movement);
        return movement;
    }

    private void replace(Movement before, Movement after) {
        movements.set(movements.indexOf(before), after);
    }

    private static void require(boolean allowed, ProblemType otherwise) {
        if (!allowed) {
            throw otherwise.problem();
        }
    }
}
