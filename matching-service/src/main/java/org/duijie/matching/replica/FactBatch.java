package org.duijie.matching.replica;

import jakarta.enterprise.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Facts that arrived together. Observed inside the transaction that writes them, so what follows from them is committed
 * with them or not at all.
 */
public final class FactBatch {

    /** One fact and the event that brought it. */
    record Arrival(Fact fact, Cause cause) {}

    private final List<Arrival> arrivals;
    private final Replica replica;
    private final ReplicaRepository rows;
    private final Event<FactChanges> changed;

    FactBatch(List<Arrival> arrivals, Replica replica, ReplicaRepository rows, Event<FactChanges> changed) {
        this.arrivals = arrivals;
        this.replica = replica;
        this.rows = rows;
        this.changed = changed;
    }

    /** What arrived, older states among it. */
    public List<Fact> facts() {
        return arrivals.stream().map(Arrival::fact).toList();
    }

    /**
     * Makes the changes one after the other, and writes them; an older or equal state of the same thing changes nothing.
     *
     * @param follow what follows from a change; the facts in hand have it and no later one
     */
    public void takeIn(Consumer<FactChange> follow) {
        List<FactChange> changes = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            Fact before = replica.working().known(arrival.fact());
            if (before == null || before.version() < arrival.fact().version()) {
                replica.stage(arrival.fact());
                FactChange change = new FactChange(before, arrival.fact(), arrival.cause());
                changes.add(change);
                follow.accept(change);
            }
        }
        rows.upsert(replica.staged());
        changed.fire(new FactChanges(changes));
    }
}
