package org.duijie.matching.backtest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.duijie.matching.replica.FactChange;
import org.duijie.matching.replica.NeedFact;

/** Keeps the past of needs, in the transaction that takes their events in and by the time that the events tell. */
@ApplicationScoped
public class NeedHistoryService {

    private final NeedHistoryRepository history;

    @Inject
    NeedHistoryService(NeedHistoryRepository history) {
        this.history = history;
    }

    void onFact(@Observes FactChange change) {
        if (change.fact() instanceof NeedFact need && need.everPublished()) {
            history.close(need.id(), change.cause().time());
            if (need.open()) {
                history.add(need, change.cause().time());
            }
        }
    }
}
