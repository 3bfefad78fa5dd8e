package org.duijie.matching.subscription;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.duijie.matching.occasion.Membership;
import org.duijie.matching.occasion.OccasionLog;
import org.duijie.matching.project.ProjectKept;
import org.jboss.logging.Logger;

/** Works off what waits, on a thread of its own: often while there are other instances, else now and then. */
@ApplicationScoped
class EvaluationLoop {

    private static final Logger LOG = Logger.getLogger(EvaluationLoop.class);
    private static final Duration ALONE = Duration.ofSeconds(1);
    private static final Duration WITH_OTHERS = Duration.ofMillis(20);

    private final Evaluator evaluator;
    private final Membership membership;
    private final OccasionLog log;
    private final MatchBell bell;
    private final Semaphore calls = new Semaphore(0);
    private volatile boolean running = true;

    @Inject
    EvaluationLoop(Evaluator evaluator, Membership membership, OccasionLog log, MatchBell bell) {
        this.evaluator = evaluator;
        this.membership = membership;
        this.log = log;
        this.bell = bell;
    }

    void start(@Observes @Priority(30) StartupEvent start) {
        Thread.ofPlatform().name("evaluation").daemon().start(this::run);
    }

    void stop(@Observes @Priority(1) ShutdownEvent shutdown) {
        running = false;
        calls.release();
    }

    private void run() {
        while (running) {
            try {
                evaluator.work();
                if (!membership.alone()) {
                    bell.look();
                }
                await(membership.alone() ? ALONE : WITH_OTHERS);
            } catch (RuntimeException passing) {
                if (running) {
                    LOG.warnf("Evaluation is interrupted and goes on in a moment: %s", passing);
                    LOG.debug("The failure", passing);
                }
                await(ALONE);
            }
        }
    }

    /** Who watches a project is told as soon as something of it changed. */
    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) ProjectKept kept) {
        calls.release();
    }

    private void await(Duration limit) {
        try {
            if (calls.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                calls.drainPermits();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    /** What every shard has done with long since needs no more keeping. */
    @Scheduled(every = "10m", delayed = "10m")
    void forget() {
        long gone = log.forget();
        LOG.debugf("Forgot %d occasions", gone);
    }
}
