package org.duijie.matching.backtest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duijie.matching.replica.FactChange;
import org.duijie.matching.replica.FactChanges;
import org.duijie.matching.replica.NeedFact;

/** Keeps the past of needs, in the transaction that takes their events in and by the time that the events tell. */
@ApplicationScoped
public class NeedHistoryService {

    private final NeedHistoryRepository history;

    @Inject
    NeedHistoryService(NeedHistoryRepository history) {
        this.history = history;
    }

    void onFacts(@Observes FactChanges changes) {
        Map<UUID, Instant> closed = new LinkedHashMap<>();
        List<PastNeed> past = new ArrayList<>();
        Map<UUID, PastNeed> inForce = new LinkedHashMap<>();
        for (FactChange change : changes.all()) {
            if (change.fact() instanceof NeedFact need && need.everPublished()) {
                Instant at = change.cause().time();
                PastNeed before = inForce.remove(need.id());
                if (before != null) {
                    past.add(before.endedAt(at));
                }
                closed.putIfAbsent(need.id(), at);
                if (need.open()) {
                    inForce.put(need.id(), new PastNeed(need, at, null));
                }
            }
        }
        past.addAll(inForce.values());
        history.close(closed);
        history.add(past);
    }
}
