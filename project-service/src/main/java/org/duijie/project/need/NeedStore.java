package org.duijie.project.need;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import org.duijie.chassis.database.BulkInsert;
import org.duijie.chassis.event.Outbox;

/**
 * Keeps needs together with what happened to them: the need, its history and the event for the rest of the suite are
 * written in the transaction at hand, or none of them.
 */
@ApplicationScoped
public class NeedStore {

    private final NeedRepository needs;
    private final NeedBulk bulk;
    private final NeedHistory history;
    private final Outbox outbox;

    @Inject
    NeedStore(NeedRepository needs, NeedBulk bulk, NeedHistory history, Outbox outbox) {
        this.needs = needs;
        this.bulk = bulk;
        this.history = history;
        this.outbox = outbox;
    }

    void store(Need changed) {
        store(List.of(), List.of(changed));
    }

    /**
     * @param created needs that are new
     * @param changed needs that were read in this transaction
     */
    public void store(Collection<Need> created, Collection<Need> changed) {
        if (created.size() < BulkInsert.WORTH_IT) {
            needs.persist(created);
        } else {
            bulk.insert(created);
        }
        // Only then are the versions final.
        needs.flush();
        announce(created);
        announce(changed);
    }

    /** Leaves a need as it was, whatever was done to it in memory: a refusal may come half-way. */
    public void leave(Need need) {
        needs.getEntityManager().detach(need);
    }

    private void announce(Collection<Need> needs) {
        List<NeedEvent> events = needs.stream()
                .flatMap(need -> need.takeChanges().stream().map(change -> new NeedEvent(need, change)))
                .toList();
        if (!events.isEmpty()) {
            history.add(events);
            outbox.addAll(events);
        }
    }
}
