package org.duijie.matching.rehearsal;

import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.duijie.matching.match.Basis;
import org.duijie.matching.match.CurrentBasis;
import org.duijie.matching.match.MatchEngine;
import org.duijie.matching.policy.Policy;
import org.duijie.matching.replica.Facts;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.Replica;
import org.jboss.logging.Logger;

/** Rehearses policies, one at a time and in the background; keeps the last few outcomes in memory, and nothing else. */
@ApplicationScoped
class RehearsalService {

    private static final Logger LOG = Logger.getLogger(RehearsalService.class);
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int KEPT = 16;

    private final MatchEngine engine;
    private final Facts facts;
    private final CurrentBasis basis;
    private final InstantSource clock;
    private final ExecutorService threads;
    private final ReentrantLock stage = new ReentrantLock(true);
    private final Map<Integer, Run> runs = new LinkedHashMap<>();

    @Inject
    RehearsalService(
            MatchEngine engine,
            Replica replica,
            CurrentBasis basis,
            InstantSource clock,
            @VirtualThreads ExecutorService threads) {
        this.engine = engine;
        this.facts = replica.facts();
        this.basis = basis;
        this.clock = clock;
        this.threads = threads;
    }

    /**
     * A rehearsal that was begun.
     *
     * @param now what it is compared with
     * @param needs how many open needs there were
     */
    record Run(
            Policy policy,
            Basis now,
            Instant begun,
            int needs,
            AtomicInteger progress,
            CompletableFuture<Rehearsal> outcome) {

        boolean done() {
            return outcome.isDone();
        }
    }

    /** The rehearsal of this version that is going on or was not long ago, else a new one; waits a moment for its end. */
    Run rehearse(Policy policy) {
        Run run = begun(policy);
        try {
            run.outcome().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException later) {
            LOG.debugf("The rehearsal of policy %d goes on", policy.version());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            forget(policy.version());
            throw new IllegalStateException(failed);
        }
        return run;
    }

    private Run begun(Policy policy) {
        Basis now = basis.now();
        synchronized (runs) {
            Run known = runs.get(policy.version());
            if (known != null && (!known.done() || isFresh(known, now))) {
                return known;
            }
            int needs = (int) facts.needs().stream().filter(NeedFact::open).count();
            Run run = new Run(policy, now, clock.instant(), needs, new AtomicInteger(), new CompletableFuture<>());
            runs.remove(policy.version());
            runs.put(policy.version(), run);
            if (runs.size() > KEPT) {
                runs.remove(runs.keySet().iterator().next());
            }
            threads.execute(() -> run(run));
            return run;
        }
    }

    private boolean isFresh(Run run, Basis now) {
        return run.begun().isAfter(clock.instant().minus(FRESH))
                && run.now().on().equals(now.on())
                && run.now().policy().version() == now.policy().version()
                && run.now().attention().edition() == now.attention().edition();
    }

    private void run(Run run) {
        stage.lock();
        try {
            run.outcome().complete(Rehearsal.of(engine, facts, run.now(), run.policy(), run.progress()));
        } catch (RuntimeException failed) {
            run.outcome().completeExceptionally(failed);
        } finally {
            stage.unlock();
        }
    }

    private void forget(int version) {
        synchronized (runs) {
            runs.remove(version);
        }
    }
}
