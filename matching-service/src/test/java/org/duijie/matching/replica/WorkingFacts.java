package org.duijie.matching.replica;

import java.util.List;

/** Committed facts and what one transaction after the other makes of them, as {@link Replica} keeps both. */
public final class WorkingFacts {

    private final Facts committed = new Facts();
    private final Facts working = new Facts(committed);

    public Facts committed() {
        return committed;
    }

    /** As the running transaction sees them. */
    public Facts working() {
        return working;
    }

    /** Reads in what somebody else has committed. */
    public void read(List<Fact> facts) {
        working.putAll(facts);
        committed.putAll(facts);
    }

    public void stage(Fact fact) {
        working.stage(fact);
    }

    public void commit() {
        List.copyOf(working.uncommitted()).forEach(committed::put);
        working.settle();
    }

    public void rollBack() {
        for (Fact fact : List.copyOf(working.uncommitted())) {
            Fact before = committed.known(fact);
            if (before == null) {
                working.forget(fact);
            } else {
                working.put(before);
            }
        }
        working.settle();
    }
}
