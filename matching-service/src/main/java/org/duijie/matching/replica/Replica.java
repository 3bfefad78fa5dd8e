package org.duijie.matching.replica;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.duijie.chassis.problem.RequestProblem;

/**
 * The facts in memory, twice: as committed, for whoever asks, and as the running transaction has them, for the one
 * evaluation that goes on at a time. A commit carries the changes over, a rollback takes them back.
 */
@ApplicationScoped
public class Replica {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final TransactionSynchronizationRegistry transaction;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Facts committed = new Facts();
    private final Facts working = new Facts();
    private final List<Fact> staged = new ArrayList<>();
    private final Deque<Runnable> undo = new ArrayDeque<>();

    @Inject
    Replica(TransactionSynchronizationRegistry transaction) {
        this.transaction = transaction;
    }

    /** The facts as committed. */
    public Facts facts() {
        return committed;
    }

    /** The facts with the changes of the running transaction; only in turn. */
    public Facts working() {
        requireTurn();
        return working;
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

    void load(Collection<Fact> facts) {
        facts.forEach(committed::put);
        facts.forEach(working::put);
    }

    /** Makes a change that will be seen by all if the running transaction commits, and by none if it does not. */
    void stage(Fact fact) {
        requireTurn();
        if (staged.isEmpty()) {
            transaction.registerInterposedSynchronization(new Outcome());
        }
        Fact before = working.known(fact);
        undo.push(before == null ? () -> working.remove(fact) : () -> working.put(before));
        staged.add(fact);
        working.put(fact);
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
                staged.forEach(committed::put);
            } else {
                undo.forEach(Runnable::run);
            }
            staged.clear();
            undo.clear();
        }
    }
}
