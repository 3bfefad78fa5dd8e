package org.duijie.project.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.duijie.chassis.problem.ProblemException;
import org.duijie.chassis.problem.ProblemType;
import org.duijie.project.ledger.Ledger.Posting;
import org.duijie.project.ledger.Ledger.Told;
import org.duijie.project.need.NeedTerms.Category;
import org.duijie.project.need.NeedTerms.Field;
import org.duijie.project.need.NeedTerms.Item.Kind;
import org.duijie.project.need.NeedTerms.Level;
import org.duijie.project.need.NeedTerms.Mode;
import org.duijie.project.need.NeedTerms.OrganizationType;
import org.duijie.project.project.FigureStanding;
import org.duijie.project.project.Implementer;
import org.duijie.project.project.Project;
import org.duijie.project.project.ProjectTerms;
import org.duijie.project.project.Totals;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {

    private static final String DONOR = "53110000500309522J";
    private static final LocalDate AGREED = LocalDate.of(2027, 6, 1);
    private static final LocalDate TODAY = LocalDate.of(2027, 10, 8);
    private static final String EVIDENCE = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private static final Instant NOW = Instant.parse("2027-10-08T02:00:00Z");

    private final Project project = project();
    private final Ledger ledger = new Ledger(project);
    private final List<Entry> written = new ArrayList<>();

    private static Project project() {
        ProjectTerms terms = new ProjectTerms(
                List.of(
                        new ProjectTerms.Item(
                                0, Kind.GOODS, "GOODS.BOOKS", "小学课外读物", new BigDecimal("200"), "册", 500_000),
                        new ProjectTerms.Item(1, Kind.FUNDS, "FUNDS", "教师培训费", new BigDecimal("1000"), "元", 100_000)),
                List.of(),
                AGREED,
                AGREED.plusYears(1),
                null);
        Implementer by = new Implementer(
                UUID.randomUUID(), DONOR, "样例基金会", Level.PROVINCIAL, OrganizationType.FOUNDATION, "110000", "110000");
        Project.Origin need = new Project.Origin(
                UUID.randomUUID(),
                3,
                "130722",
                "张北县",
                "乡村小学图书角",
                Field.EDUCATION,
                Category.DEVELOPMENT,
                Mode.CAPACITY_BUILDING);
        return Project.agree(
                UUID.randomUUID(), need, UUID.randomUUID(), by, terms, AGREED, Instant.parse("2027-06-01T02:00:00Z"));
    }

    private static Told told(Book book, EntryKind kind, UUID transfer, long fen) {
        return told(book, kind, transfer, fen, TODAY);
    }

    private static Told told(Book book, EntryKind kind, UUID transfer, long fen, LocalDate day) {
        return new Told(book, kind, 1, DONOR, transfer, new Amount(fen, 0), day, null, null, List.of(EVIDENCE), "比认捐多");
    }

    /** As the service does it: what is allowed is written, and the project keeps what it adds up to. */
    private List<Entry> write(Posting posting) {
        written.addAll(posting.entries());
        project.recorded(posting.totals(), NOW);
        return posting.entries();
    }

    private Entry report(Told told) {
        Excerpt excerpt = excerpt(told.book(), told.item(), told.transfer());
        return write(ledger.report(told, excerpt, TODAY)).getFirst();
    }

    private Entry report(Book book, EntryKind kind, UUID transfer, long fen) {
        return report(told(book, kind, transfer, fen));
    }

    private List<Entry> correct(int number, String reason, @Nullable Told instead) {
        Entry wrong = written.get(number - 1);
        Excerpt excerpt = excerpt(wrong.book(), wrong.item(), wrong.transfer());
        return write(ledger.correct(number, wrong, reason, instead, excerpt, TODAY));
    }

    private void pledge(long fen) {
        write(ledger.open(List.of(told(Book.DONOR, EntryKind.PLEDGE, UUID.randomUUID(), fen))));
    }

    private Totals totals() {
        return project.totals();
    }

    /** What the database knows of a transfer and of its item. */
    private Excerpt excerpt(Book book, int item, UUID transfer) {
        Balance balance = written.stream()
                .filter(entry -> entry.book() == book && entry.item() == item)
                .reduce(Balance.NOTHING, Balance::plus, (one, other) -> other);
        return new Excerpt(
                movements().all().stream()
                        .filter(movement -> movement.transfer().equals(transfer))
                        .findFirst(),
                balance);
    }

    /** Read off the last entry of each book about each transfer. */
    private Movements movements() {
        Map<UUID, Map<Book, Entry>> newest = new LinkedHashMap<>();
        written.forEach(entry -> newest.computeIfAbsent(entry.transfer(), unknown -> new EnumMap<>(Book.class))
                .put(entry.book(), entry));
        return new Movements(newest.values().stream()
                .map(said -> said.values().stream()
                        .map(LedgerTest::movement)
                        .reduce(Movement::and)
                        .orElseThrow())
                .toList());
    }

    private static Movement movement(Entry entry) {
        return new Movement(entry.transfer(), entry.kind(), entry.item(), entry.source(), Map.of()).with(entry);
    }

    private static void assertRefused(ProblemType refusal, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.type())
                        .isEqualTo(refusal));
    }

    @Test
    void movesAnAmountFromOneAccountToAnother() {
        pledge(100_000);
        Entry entry = report(Book.COUNTY, EntryKind.RECEIPT, UUID.randomUUID(), 60_000);

        assertThat(entry.debit()).isEqualTo(Account.HELD);
        assertThat(entry.credit()).isEqualTo(Account.RECEIVABLE);
    }

    @Test
    void isVerifiedOnlyWhenBothSidesSayTheSame() {
        pledge(100_000);
        UUID transfer = UUID.randomUUID();
        report(Book.DONOR, EntryKind.RECEIPT, transfer, 60_000);
        assertThat(totals().standing()).isEqualTo(FigureStanding.UNCONFIRMED);
        assertThat(totals().receivedFen()).isZero();

        report(Book.COUNTY, EntryKind.RECEIPT, transfer, 60_000);
        assertThat(totals().standing()).isEqualTo(FigureStanding.VERIFIED);
        assertThat(totals().receivedFen()).isEqualTo(60_000);
    }

    @Test
    void saysSoWhereTheTwoSidesDiffer() {
        pledge(100_000);
        UUID transfer = UUID.randomUUID();
        report(Book.DONOR, EntryKind.RECEIPT, transfer, 60_000);
        report(Book.COUNTY, EntryKind.RECEIPT, transfer, 59_000);
        assertThat(totals().standing()).isEqualTo(FigureStanding.DISPUTED);

        List<Entry> correction = correct(4, "少记一笔", told(Book.COUNTY, EntryKind.RECEIPT, transfer, 60_000));
        assertThat(correction).extracting(Entry::reversal).containsExactly(true, false);
        assertThat(correction).extracting(Entry::corrects).containsOnly(4);
        assertThat(correction.getFirst().debit()).isEqualTo(Account.RECEIVABLE);
        assertThat(totals().standing()).isEqualTo(FigureStanding.VERIFIED);
    }

    @Test
    void doesNotTakeAPledgeForAReceiptNorMoreThanWasPledged() {
        pledge(100_000);
        assertThat(totals().receivedFen()).isZero();
        assertRefused(
                LedgerProblem.MORE_THAN_PLEDGED,
                () -> report(Book.COUNTY, EntryKind.RECEIPT, UUID.randomUUID(), 100_001));
    }

    @Test
    void recordsWhatComesInExcessAsSuch() {
        pledge(100_000);
        report(Book.COUNTY, EntryKind.RECEIPT, UUID.randomUUID(), 100_000);
        report(Book.COUNTY, EntryKind.EXCESS, UUID.randomUUID(), 5_000);

        assertThat(totals().receivedFen()).isEqualTo(105_000);
        Told silent = new Told(
                Book.COUNTY,
                EntryKind.EXCESS,
                1,
                DONOR,
                UUID.randomUUID(),
                new Amount(1, 0),
                TODAY,
                null,
                null,
                List.of(EVIDENCE),
                null);
        assertRefused(LedgerProblem.REASON_MISSING, () -> report(silent));
    }

    @Test
    void knowsNoDayToComeAndNoneBeforeTheAgreement() {
        pledge(100_000);
        assertRefused(
                LedgerProblem.IN_THE_FUTURE,
                () -> report(told(Book.COUNTY, EntryKind.RECEIPT, UUID.randomUUID(), 1, TODAY.plusDays(1))));
        assertRefused(
                LedgerProblem.BEFORE_THE_AGREEMENT,
                () -> report(told(Book.COUNTY, EntryKind.RECEIPT, UUID.randomUUID(), 1, AGREED.minusDays(1))));
    }

    @Test
    void hearsEachSideOnceOfATransferAndOnlyOfTheSameThing() {
        pledge(100_000);
        UUID transfer = UUID.randomUUID();
        report(Book.DONOR, EntryKind.RECEIPT, transfer, 60_000);

        assertRefused(LedgerProblem.TRANSFER_REPORTED, () -> report(Book.DONOR, EntryKind.RECEIPT, transfer, 60_000));
        assertRefused(LedgerProblem.TRANSFER_UNLIKE, () -> report(Book.COUNTY, EntryKind.EXCESS, transfer, 60_000));
    }

    @Test
    void correctsAnEntryOnce() {
        pledge(100_000);
        report(Book.COUNTY, EntryKind.RECEIPT, UUID.randomUUID(), 60_000);
        correct(3, "没有这笔", null);

        assertThat(totals().receivedFen()).isZero();
        assertRefused(LedgerProblem.ENTRY_REPLACED, () -> correct(3, "再撤一次", null));
    }

    @Test
    void wantsFundsAsMoneyAndGoodsAsQuantities() {
        Told books = new Told(
                Book.COUNTY,
                EntryKind.PLEDGE,
                0,
                DONOR,
                UUID.randomUUID(),
                new Amount(500_000, 0),
                TODAY,
                null,
                null,
                List.of(),
                null);
        assertRefused(LedgerProblem.AMOUNT_UNFIT, () -> report(books));
    }

    /**
     * Invariant 4: whatever is tried, received stays within pledged and spent within received, in each book; and what
     * was kept act by act is what adding everything up anew comes to.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void balancesWhateverIsTried(long seed) {
        RandomGenerator chance = new java.util.Random(seed);
        project.start(Instant.parse("2027-09-01T02:00:00Z"));
        List<UUID> transfers = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            Book book = List.of(Book.values()).get(chance.nextInt(2));
            EntryKind kind = List.of(EntryKind.values()).get(chance.nextInt(5));
            boolean known = !transfers.isEmpty() && chance.nextInt(3) == 0;
            UUID transfer = known ? transfers.get(chance.nextInt(transfers.size())) : UUID.randomUUID();
            transfers.add(transfer);
            try {
                if (!written.isEmpty() && chance.nextInt(4) == 0) {
                    int number = chance.nextInt(1, written.size() + 1);
                    correct(number, "更正", instead(written.get(number - 1), chance));
                } else {
                    report(book, kind, transfer, chance.nextInt(1, 2_000));
                }
            } catch (ProblemException refused) {
                // What is refused is tried as well, and changes nothing.
                assertThat(refused.type()).isInstanceOf(LedgerProblem.class);
            }
            assertHolds();
        }
        assertThat(written).hasSizeGreaterThan(50);
    }

    private static @Nullable Told instead(Entry wrong, RandomGenerator chance) {
        return chance.nextBoolean()
                ? null
                : told(wrong.book(), wrong.kind(), wrong.transfer(), chance.nextInt(1, 2_000));
    }

    /** Added up from what was written alone, by another way than the ledger's own. */
    private void assertHolds() {
        assertThat(totals()).isEqualTo(movements().totals());
        for (Book book : Book.values()) {
            long owed = balance(book, Account.RECEIVABLE);
            long held = balance(book, Account.HELD);
            assertThat(owed).isNotNegative();
            assertThat(held).isNotNegative();
        }
        long all = 0;
        for (Account account : Account.values()) {
            for (Book book : Book.values()) {
                all += balance(book, account);
            }
        }
        assertThat(all).isZero();
    }

    private long balance(Book book, Account account) {
        return written.stream()
                .filter(entry -> entry.book() == book)
                .mapToLong(entry -> (entry.debit() == account ? entry.amount().fen() : 0)
                        - (entry.credit() == account ? entry.amount().fen() : 0))
                .sum();
    }
}
