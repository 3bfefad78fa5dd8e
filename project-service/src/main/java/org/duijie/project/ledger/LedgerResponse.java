package org.duijie.project.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.duijie.chassis.money.Money;
import org.duijie.project.ledger.LedgerStore.Chain;
import org.duijie.project.ledger.LedgerStore.Kept;
import org.duijie.project.project.FigureStanding;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a ledger adds up to, each figure with how far it may be relied on. */
@Schema(name = "Ledger")
public record LedgerResponse(
        UUID project,
        List<Figure> figures,
        List<Transfer> transfers,

        @Schema(description = "The promises, by the day on which each is to be kept")
        List<Instalment> schedule,

        @Schema(description = "Do the sums that are kept say what the entries add up to? Added up anew")
        boolean balanced,

        ChainResponse chain) {

    /** One kind of movement of one item from one source. */
    @Schema(
            name = "LedgerFigure",
            description = "What both books say; VERIFIED only where they agree in every transfer")
    public record Figure(
            @Schema(examples = "1") int item,
            @Schema(examples = "53110000500309522J") String source,
            EntryKind kind,
            AmountShown donor,
            AmountShown county,
            FigureStanding standing) {}

    @Schema(
            name = "LedgerAmount",
            requiredProperties = {"value"})
    public record AmountShown(Money value, @Nullable String quantity) {

        static AmountShown of(Amount amount) {
            return new AmountShown(EntryAmounts.value(amount), EntryAmounts.quantity(amount));
        }
    }

    @Schema(
            name = "LedgerTransfer",
            description = "One movement, as each side tells it",
            requiredProperties = {"transfer", "item", "source", "kind", "standing"})
    public record Transfer(
            UUID transfer,
            @Schema(examples = "1") int item,
            @Schema(examples = "53110000500309522J") String source,
            EntryKind kind,
            @Nullable AmountShown donor,
            @Nullable AmountShown county,
            FigureStanding standing) {}

    /**
     * @param covered does what the county received by now reach up to it?
     */
    @Schema(
            name = "LedgerInstalment",
            requiredProperties = {"item", "source", "value", "covered", "overdue"})
    public record Instalment(
            @Schema(examples = "1") int item,
            @Schema(examples = "53110000500309522J") String source,
            Money value,
            @Nullable String quantity,
            @Nullable LocalDate dueOn,
            boolean covered,
            boolean overdue) {}

    @Schema(
            name = "LedgerChain",
            description = "The chain of hashes, worked out anew",
            requiredProperties = {"entries", "head", "intact"})
    public record ChainResponse(
            @Schema(examples = "5") int entries,

            @Schema(examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
            String head,

            boolean intact,

            @Schema(description = "The first entry that is not what it was when it was written") @Nullable
            Integer brokenAt) {

        static ChainResponse of(Chain chain) {
            return new ChainResponse(
                    chain.entries(),
                    chain.head(),
                    chain.brokenAt().isEmpty(),
                    chain.brokenAt().orElse(null));
        }
    }

    private record Line(int item, String source, EntryKind kind) {}

    private static final Comparator<Line> IN_ORDER =
            Comparator.comparingInt(Line::item).thenComparing(Line::source).thenComparing(Line::kind);

    static LedgerResponse of(
            UUID project, Movements movements, List<Kept> standing, boolean balanced, Chain chain, LocalDate today) {
        Map<Line, List<Movement>> lines = new TreeMap<>(IN_ORDER);
        List<Transfer> transfers = new ArrayList<>();
        movements.known().forEach(movement -> {
            lines.computeIfAbsent(
                            new Line(movement.item(), movement.source(), movement.kind()), line -> new ArrayList<>())
                    .add(movement);
            transfers.add(transfer(movement));
        });
        return new LedgerResponse(
                project,
                lines.entrySet().stream()
                        .map(line -> figure(line.getKey(), line.getValue()))
                        .toList(),
                transfers,
                schedule(movements, standing, today),
                balanced,
                ChainResponse.of(chain));
    }

    private static Figure figure(Line line, List<Movement> movements) {
        return new Figure(
                line.item(),
                line.source(),
                line.kind(),
                AmountShown.of(sum(movements, Book.DONOR)),
                AmountShown.of(sum(movements, Book.COUNTY)),
                movements.stream().map(Movement::standing).reduce(FigureStanding.VERIFIED, FigureStanding::worst));
    }

    private static Amount sum(List<Movement> movements, Book book) {
        return movements.stream()
                .flatMap(movement -> movement.by(book).stream())
                .reduce(Amount.NONE, Amount::plus);
    }

    private static Transfer transfer(Movement movement) {
        return new Transfer(
                movement.transfer(),
                movement.item(),
                movement.source(),
                movement.kind(),
                movement.by(Book.DONOR).map(AmountShown::of).orElse(null),
                movement.by(Book.COUNTY).map(AmountShown::of).orElse(null),
                movement.standing());
    }

    /** What arrives goes to the oldest promise first. */
    private static List<Instalment> schedule(Movements movements, List<Kept> standing, LocalDate today) {
        Map<Line, Amount> promised = new TreeMap<>(IN_ORDER);
        List<Instalment> schedule = new ArrayList<>();
        for (Kept pledge : standing) {
            Entry entry = pledge.entry();
            if (entry.kind() != EntryKind.PLEDGE) {
                continue;
            }
            Line line = new Line(entry.item(), entry.source(), EntryKind.PLEDGE);
            Amount until = promised.merge(line, entry.amount(), Amount::plus);
            Amount received = movements.sum(
                    Book.COUNTY,
                    movement ->
                            movement.item() == entry.item() && movement.source().equals(entry.source()),
                    EntryKind.RECEIPT);
            boolean covered = !received.minus(until).negative();
            LocalDate dueOn = entry.dueOn();
            schedule.add(new Instalment(
                    entry.item(),
                    entry.source(),
                    EntryAmounts.value(entry.amount()),
                    EntryAmounts.quantity(entry.amount()),
                    dueOn,
                    covered,
                    !covered && dueOn != null && dueOn.isBefore(today)));
        }
        return schedule;
    }
}
