package org.duijie.matching.backtest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
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
            try (Stream<PastNeed> past = history.inForce(
                    from.atStartOfDay(BusinessDay.ZONE).toInstant(),
                    to.plusDays(1).atStartOfDay(BusinessDay.ZONE).toInstant())) {
                past.forEach(test::add);
            }
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

    /** What its owner has hidden since is counted and not named. */
    private boolean isPublic(NeedFact past) {
        NeedFact now = facts.need(past.id());
        return now != null && now.disclosed();
    }
}
