package org.duijie.project.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.duijie.chassis.time.BusinessDay;
import org.duijie.project.ledger.LedgerStore.Kept;
import org.duijie.project.project.FigureStanding;
import org.duijie.project.project.Project;
import org.jspecify.annotations.Nullable;

/** A ledger as supervisors look at it: what the county's book says by now. */
@ApplicationScoped
public class LedgerReview {

    /** @param recipient credit code of who was paid; absent where it was no organization */
    public record Paid(LocalDate day, long fen, @Nullable String recipient) {}

    /**
     * @param dueFen pledges whose day has come
     * @param sources credit codes of the donors of what was received
     * @param payments disbursements, oldest first
     * @param lastMovement the last day on which anything arrived or left
     * @param disputedSince the first day of a figure that is still disputed
     */
    public record Account(
            long dueFen,
            Set<String> sources,
            List<Paid> payments,
            @Nullable LocalDate lastMovement,
            @Nullable LocalDate disputedSince) {}

    private final LedgerStore store;

    @Inject
    LedgerReview(LedgerStore store) {
        this.store = store;
    }

    public Account of(Project project, LocalDate today) {
        List<Kept> entries = store.standing(project.id(), Book.COUNTY);
        return new Account(
                entries.stream()
                        .filter(kept -> kept.entry().kind() == EntryKind.PLEDGE && due(kept, today))
                        .mapToLong(kept -> kept.entry().amount().fen())
                        .sum(),
                entries.stream()
                        .filter(kept -> kept.entry().kind().arrives())
                        .map(kept -> kept.entry().source())
                        .collect(Collectors.toSet()),
                entries.stream()
                        .filter(kept -> kept.entry().kind() == EntryKind.DISBURSEMENT)
                        .map(LedgerReview::paid)
                        .sorted(Comparator.comparing(Paid::day))
                        .toList(),
                entries.stream()
                        .filter(kept -> kept.entry().kind() != EntryKind.PLEDGE)
                        .map(kept -> kept.entry().occurredOn())
                        .max(LocalDate::compareTo)
                        .orElse(null),
                disputedSince(project, entries));
    }

    private static boolean due(Kept pledge, LocalDate today) {
        LocalDate dueOn = pledge.entry().dueOn();
        return dueOn != null && !dueOn.isAfter(today);
    }

    private static Paid paid(Kept kept) {
        Entry entry = kept.entry();
        return new Paid(entry.occurredOn(), entry.amount().fen(), entry.recipient());
    }

    /** A transfer is disputed since the second of its two reports. */
    private @Nullable LocalDate disputedSince(Project project, List<Kept> county) {
        Map<UUID, Instant> told = new HashMap<>();
        county.forEach(kept -> told.put(kept.entry().transfer(), kept.at()));
        store.standing(project.id(), Book.DONOR)
                .forEach(kept -> told.merge(
                        kept.entry().transfer(), kept.at(), (one, other) -> one.isAfter(other) ? one : other));
        return store.movements(project.id())
                .known()
                .filter(movement -> movement.standing() == FigureStanding.DISPUTED)
                .map(movement -> told.get(movement.transfer()))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(at -> LocalDate.ofInstant(at, BusinessDay.ZONE))
                .orElse(null);
    }
}
