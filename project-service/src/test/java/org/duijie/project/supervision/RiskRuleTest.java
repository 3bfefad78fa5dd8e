package org.duijie.project.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.duijie.project.project.FigureStanding;
import org.duijie.project.supervision.RiskFacts.Payment;
import org.duijie.project.supervision.RiskFacts.Price;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** For each rule one case that raises its flag, and one as near as can be that does not. */
class RiskRuleTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 12, 1);
    private static final String DONOR = "53110000500309522J";
    private static final String FIRM = "51110000MJ0121629F";
    private static final String THIRD = "53110000500302806B";

    /** A project about which nothing is remarkable, to be spoiled in one place. */
    private static final class Case {
        private long received = 1_000_000;
        private long disbursed = 1_000_000;
        private long due = 1_000_000;
        private Set<String> sources = Set.of(DONOR, THIRD);
        private List<Payment> payments = List.of(new Payment(TODAY.minusDays(10), 1_000_000, null));
        private @Nullable LocalDate lastMovement = TODAY.minusDays(10);
        private List<LocalDate> progress = List.of(TODAY.minusDays(5));
        private @Nullable LocalDate overdue;
        private List<String> shared = List.of();
        private Map<String, Set<String>> related = Map.of();
        private List<Price> prices = List.of();
        private @Nullable LocalDate disputedSince;

        RiskFacts facts() {
            return new RiskFacts(
                    TODAY,
                    DONOR,
                    received,
                    disbursed,
                    0,
                    due,
                    FigureStanding.VERIFIED,
                    sources,
                    payments,
                    lastMovement,
                    progress,
                    overdue,
                    shared,
                    related,
                    prices,
                    disputedSince);
        }
    }

    private static Case idleFor(int days) {
        Case idle = new Case();
        idle.disbursed = 400_000;
        idle.lastMovement = TODAY.minusDays(days);
        return idle;
    }

    private static Case paidWithoutProgressFor(int days) {
        Case paid = new Case();
        paid.payments = List.of(new Payment(TODAY.minusDays(days), 1_000_000, null));
        paid.progress = List.of(TODAY.minusDays(days + 1));
        return paid;
    }

    private static Case oneToOne(long fen) {
        Case single = new Case();
        single.received = fen;
        single.disbursed = fen;
        single.due = fen;
        single.sources = Set.of(DONOR);
        single.payments = List.of(
                new Payment(TODAY.minusDays(10), fen / 2, FIRM), new Payment(TODAY.minusDays(9), fen - fen / 2, FIRM));
        return single;
    }

    private static Case with(UnaryOperator<Case> spoil) {
        return spoil.apply(new Case());
    }

    private static Case twoRecipients() {
        Case two = oneToOne(10_000_000);
        two.payments = List.of(
                new Payment(TODAY.minusDays(10), 5_000_000, FIRM), new Payment(TODAY.minusDays(9), 5_000_000, THIRD));
        two.sources = Set.of(DONOR);
        return two;
    }

    private static Case receivedOf(long received, long due) {
        Case little = new Case();
        little.received = received;
        little.disbursed = received;
        little.due = due;
        return little;
    }

    private static Case paidTo(String recipient, Map<String, Set<String>> related) {
        Case round = new Case();
        round.sources = Set.of(DONOR);
        round.payments = List.of(new Payment(TODAY.minusDays(10), 1_000, recipient));
        round.related = related;
        return round;
    }

    private static Case priced(String unitFen) {
        Case dear = new Case();
        dear.prices = List.of(new Price("平板电脑", "台", new BigDecimal(unitFen), 300_000, "教技〔2020〕1号"));
        return dear;
    }

    private static Case lateSince(int days) {
        Case late = new Case();
        late.overdue = TODAY.minusDays(days);
        return late;
    }

    private static Case disputedFor(int days) {
        Case disputed = new Case();
        disputed.disputedSince = TODAY.minusDays(days);
        return disputed;
    }

    private static Case showing(List<String> shared) {
        Case showing = new Case();
        showing.shared = shared;
        return showing;
    }

    static Stream<Arguments> cases() {
        return Stream.of(
                Arguments.of(RiskRule.IDLE_MONEY, idleFor(91), idleFor(90)),
                Arguments.of(RiskRule.SPENT_WITHOUT_PROGRESS, paidWithoutProgressFor(61), paidWithoutProgressFor(60)),
                Arguments.of(RiskRule.SINGLE_DONOR_AND_RECIPIENT, oneToOne(10_000_000), oneToOne(9_999_999)),
                Arguments.of(RiskRule.SINGLE_DONOR_AND_RECIPIENT, oneToOne(10_000_000), twoRecipients()),
                Arguments.of(RiskRule.DUPLICATE_EVIDENCE, showing(List.of("9f86d081")), showing(List.of())),
                Arguments.of(
                        RiskRule.RECEIPTS_FAR_BELOW_PLEDGE,
                        receivedOf(499_999, 1_000_000),
                        receivedOf(500_000, 1_000_000)),
                Arguments.of(
                        RiskRule.ROUND_TRIP,
                        paidTo(FIRM, Map.of(FIRM, Set.of(DONOR))),
                        paidTo(FIRM, Map.of(FIRM, Set.of(THIRD)))),
                Arguments.of(RiskRule.ROUND_TRIP, paidTo(DONOR, Map.of()), paidTo(FIRM, Map.of())),
                Arguments.of(RiskRule.PRICE_BEYOND_FENCE, priced("300000.01"), priced("300000")),
                Arguments.of(RiskRule.MILESTONE_OVERDUE, lateSince(31), lateSince(30)),
                Arguments.of(RiskRule.FIGURE_DISPUTED, disputedFor(31), disputedFor(30)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isRaisedByOneCaseAndNotByTheNearOne(RiskRule rule, Object raises, Object near) {
        assertThat(rule.on(((Case) raises).facts())).hasValueSatisfying(flag -> {
            assertThat(flag.why().zh()).isNotBlank();
            assertThat(flag.why().en()).isNotBlank();
        });
        assertThat(rule.on(((Case) near).facts())).isEmpty();
    }

    @Test
    void hasACaseForEveryRule() {
        assertThat(cases().map(one -> one.get()[0])).contains((Object[]) RiskRule.values());
        assertThat(RiskRule.flags(with(ordinary -> ordinary).facts())).isEmpty();
    }
}
