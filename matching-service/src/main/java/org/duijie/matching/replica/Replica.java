package org.duijie.matching.replica;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.duijie.chassis.problem.RequestProblem;
import org.jboss.logging.Logger;

/**
 * The facts in memory, twice: as committed, for whoever asks, and as the running transaction has them, for the one
 * evaluation that goes on at a time. A commit carries the changes over. After anything else, be it only that the answer to
 * a commit was lost, nobody knows what the database holds: memory is stale, and is read anew before it is used again.
 */
@ApplicationScoped
public class Replica {

    private static final Logger LOG = Logger.getLogger(Replica.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ReplicaRepository rows;
    private final Event<Reread> rereads;
    private final TransactionSynchronizationRegistry transaction;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Facts committed = new Facts();
    private final List<Runnable> staged = new ArrayList<>();
    private Facts working = new Facts();
    private volatile boolean stale = true;

    @Inject
    Replica(ReplicaRepository rows, Event<Reread> rereads, TransactionSynchronizationRegistry transaction) {
        this.rows = rows;
        this.rereads = rereads;
        this.transaction = transaction;
    }

    /** The facts as committed. */
    public Facts facts() {
        return committed;
    }

    /** The facts with the changes of the running transaction; only in turn, and in a transaction before anything else. */
    public Facts working() {
        requireTurn();
        if (stale) {
            read();
        }
        return working;
    }

    /** What is in the tables at the beginning of a transaction is what was committed: only one writes at a time. */
    private void read() {
        List<Fact> facts = rows.all();
        working = new Facts(committed);
        working.putAll(facts);
        // What is known in this version already is no news, least of all to those who follow.
        committed.putAll(facts.stream().filter(this::isNews).toList());
        rereads.fire(new Reread());
        stale = false;
        LOG.infof("Knows %d facts", facts.size());
    }

    private boolean isNews(Fact fact) {
        Fact known = committed.known(fact);
        return known == null || known.version() != fact.version();
    }

    /**
     * Runs something that evaluates matches, one at a time, so that no pair falls between two changes. Its transactions
     * must begin and end inside. Waits for its turn however long that takes.
     */
    public void inTurn(Runnable evaluation) {
        turn.lock();
        try {
            evaluation.run();
        } finally {
            turn.unlock();
        }
    }

    /**
     * The same for a caller who waits for an answer.
     *
     * @throws org.duijie.chassis.problem.ProblemException 503 if the turn does not come in time
     */
    public <T> T inTurnSoon(Supplier<T> evaluation) {
        if (!takeTurn()) {
            throw RequestProblem.UNAVAILABLE.problem();
        }
        try {
            return evaluation.get();
        } finally {
            turn.unlock();
        }
    }

    private boolean takeTurn() {
        try {
            return turn.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Makes a change that will be seen by all if the running transaction commits, and by none if it does not. */
    void stage(Fact fact) {
        onCommit(() -> committed.put(fact));
        working.stage(fact);
    }

    /** Changes what is in memory if the running transaction commits; if it does not, all memory will be read anew. */
    public void onCommit(Runnable change) {
        requireTurn();
        if (staged.isEmpty()) {
            transaction.registerInterposedSynchronization(new Outcome());
        }
        staged.add(change);
    }

    private void requireTurn() {
        if (!turn.isHeldByCurrentThread()) {
            throw new IllegalStateException("Only in turn");
        }
    }

    private final class Outcome implements Synchronization {

        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                staged.forEach(Runnable::run);
                working.settle();
            } else {
                stale = true;
            }
            staged.clear();
        }
    }
}
