package org.duijie.matching.backtest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import org.duijie.chassis.time.BusinessDay;
import org.duijie.matching.match.Basis;
import org.duijie.matching.match.CurrentBasis;
import org.duijie.matching.match.MatchEngine;
import org.duijie.matching.match.Scans;
import org.duijie.matching.replica.Facts;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.Replica;

/** Tries something on the past. Reads the history once, row by row; keeps nothing. */
@ApplicationScoped
public class BackTestService {

    private static final int EXAMPLES = 10;
    private static final int MONTHS_OF_PACE = 3;
    private static final int DAYS_OF_A_WEEK = 7;

    private final NeedHistoryRepository history;
    private final MatchEngine engine;
    private final Facts facts;
    private final CurrentBasis current;
    private final Scans scans;

    @Inject
    BackTestService(
            NeedHistoryRepository history, MatchEngine engine, Replica replica, CurrentBasis current, Scans scans) {
        this.history = history;
        this.engine = engine;
        this.facts = replica.facts();
        this.current = current;
        this.scans = scans;
    }

    /**
     * Tries it on the needs that were public in these months up to today.
     *
     * @param caller who asks; one caller has one such question at a time
     * @throws org.duijie.chassis.problem.ProblemException 503 if too many ask at the moment
     */
    @Transactional
    public BackTestResponse run(Trial trial, int months, String caller) {
        Basis basis = current.now();
        LocalDate to = basis.on();
        LocalDate from = to.minusMonths(months).plusDays(1);
        return scans.look(caller, () -> {
            BackTest test = new BackTest(engine, facts, basis, trial, from, to);
            take(test, from, to, Likely.ANY);
            return BackTestResponse.of(
                    from,
                    to,
                    history.keptSince(),
                    history.earliest().orElse(null),
                    trial.offers().size(),
                    test.outcome(this::isPublic, EXAMPLES),
                    facts);
        });
    }

    private void take(BackTest test, LocalDate from, LocalDate to, Likely likely) {
        try (Stream<PastNeed> past = history.inForce(
                from.atStartOfDay(BusinessDay.ZONE).toInstant(),
                to.plusDays(1).atStartOfDay(BusinessDay.ZONE).toInstant(),
                likely)) {
            past.forEach(test::add);
        }
    }

    /**
     * How many needs began to match in a week, on average over the last three whole months and this one; those of the
     * month before may have begun earlier. What cannot match is not read.
     *
     * @param caller who asks; one caller has one such question at a time
     * @return absent where the history does not reach back for a week
     */
    @Transactional
    public Optional<BigDecimal> perWeek(Trial trial, String caller) {
        Basis basis = current.now();
        LocalDate to = basis.on();
        LocalDate from = YearMonth.from(to).minusMonths(MONTHS_OF_PACE).atDay(1);
        LocalDate kept = LocalDate.ofInstant(history.keptSince(), BusinessDay.ZONE);
        LocalDate begin =
                kept.isAfter(from) ? YearMonth.from(kept).plusMonths(1).atDay(1) : from;
        long days = ChronoUnit.DAYS.between(begin, to) + 1;
        if (days < DAYS_OF_A_WEEK) {
            return Optional.empty();
        }
        Likely likely = Likely.of(trial);
        int began = likely.nobody()
                ? 0
                : scans.look(caller, () -> {
                    BackTest test = new BackTest(engine, facts, basis, trial, begin.minusMonths(1), to);
                    take(test, begin.minusMonths(1), to, likely);
                    return test.outcome(need -> false, 0).months().tailMap(YearMonth.from(begin)).values().stream()
                            .mapToInt(BackTest.Month::matched)
                            .sum();
                });
        return Optional.of(BigDecimal.valueOf((long) began * DAYS_OF_A_WEEK)
                .divide(BigDecimal.valueOf(days), 1, RoundingMode.HALF_UP));
    }

    /** What its owner has hidden since is counted and not named. */
    private boolean isPublic(NeedFact past) {
        NeedFact now = facts.need(past.id());
        return now != null && now.disclosed();
    }
}
