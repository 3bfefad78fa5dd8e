package org.duijie.matching.replica;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.duijie.chassis.problem.RequestProblem;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The facts in memory, twice: as committed, for whoever asks, and as the running transaction has them, for the one
 * evaluation that goes on at a time. A commit carries the changes over, anything else takes them back. What was committed
 * by another instance, or by this one without its hearing of it, is heard of through the log of occasions and read then.
 */
@ApplicationScoped
public class Replica {

    private static final Logger LOG = Logger.getLogger(Replica.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ReplicaRepository rows;
    private final TransactionSynchronizationRegistry transaction;
    private final Event<Reread> rereads;
    private final Event<FactKnown> news;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Facts committed = new Facts();
    private final Facts working = new Facts(committed);

    /** The newest state of what the running transaction has changed, and what was known before; in the order of change. */
    private final Map<UUID, Staged> staged = new LinkedHashMap<>();

    private final List<Runnable> afterCommit = new ArrayList<>();
    private final List<Runnable> afterRollback = new ArrayList<>();

    @Inject
    Replica(
            ReplicaRepository rows,
            TransactionSynchronizationRegistry transaction,
            Event<Reread> rereads,
            Event<FactKnown> news) {
        this.rows = rows;
        this.transaction = transaction;
        this.rereads = rereads;
        this.news = news;
    }

    private record Staged(@Nullable Fact before, Fact after) {}

    /** The facts as committed. */
    public Facts facts() {
        return committed;
    }

    /** The facts with the changes of the running transaction; only in turn. */
    public Facts working() {
        requireTurn();
        return working;
    }

    /** Reads everything, at the start. */
    public void read() {
        requireTurn();
        long began = System.nanoTime();
        List<Fact> facts = rows.all();
        working.putAll(facts);
        // What is known in this version already is no news, least of all to those who follow.
        committed.putAll(facts.stream().filter(this::isNews).toList());
        rereads.fire(new Reread());
        LOG.infof("Knows %d facts, read in %d ms", facts.size(), (System.nanoTime() - began) / 1_000_000);
    }

    private boolean isNews(Fact fact) {
        Fact known = committed.known(fact);
        return known == null || known.version() < fact.version();
    }

    /** Reads again what somebody else has committed. */
    public void refresh(Class<? extends Fact> kind, Collection<UUID> ids) {
        requireTurn();
        rows.find(kind, ids).forEach(this::take);
    }

    private void take(Fact fact) {
        if (isNews(fact)) {
            committed.put(fact);
            working.put(fact);
            news.fire(new FactKnown(fact));
        }
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

    /** The same for something that comes to a result. */
    public <T> T inTurnReturning(Supplier<T> evaluation) {
        turn.lock();
        try {
            return evaluation.get();
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
        follow();
        Staged already = staged.get(fact.id());
        staged.put(fact.id(), new Staged(already == null ? working.known(fact) : already.before(), fact));
        working.stage(fact);
        news.fire(new FactKnown(fact));
    }

    /** What the running transaction has changed. */
    List<Fact> staged() {
        return staged.values().stream().map(Staged::after).toList();
    }

    /** Changes what is in memory if the running transaction commits. */
    public void onCommit(Runnable change) {
        follow();
        afterCommit.add(change);
    }

    /** Takes something back if the running transaction does not commit, or if nobody knows whether it did. */
    public void onRollback(Runnable takingBack) {
        follow();
        afterRollback.add(takingBack);
    }

    private void follow() {
        requireTurn();
        if (staged.isEmpty() && afterCommit.isEmpty() && afterRollback.isEmpty()) {
            transaction.registerInterposedSynchronization(new Outcome());
        }
    }

    private void requireTurn() {
        if (!turn.isHeldByCurrentThread()) {
            throw new IllegalStateException("Only in turn");
        }
    }

    private void takeBack(Staged change) {
        if (change.before() == null) {
            working.forget(change.after());
        } else {
            working.put(change.before());
        }
    }

    private final class Outcome implements Synchronization {

        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                staged.values().forEach(change -> committed.put(change.after()));
                afterCommit.forEach(Runnable::run);
            } else {
                staged.values().forEach(Replica.this::takeBack);
                afterRollback.forEach(Runnable::run);
            }
            working.settle();
            staged.clear();
            afterCommit.clear();
            afterRollback.clear();
        }
    }
}
