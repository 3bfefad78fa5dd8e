package org.duijie.matching.exposure;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.ReentrantLock;
import org.duijie.chassis.rowsecurity.RowSecurity;
import org.duijie.matching.attention.AttentionMeasurement.Finding;
import org.duijie.matching.attention.AttentionService;
import org.duijie.matching.match.Basis;
import org.duijie.matching.match.CurrentBasis;
import org.duijie.matching.match.MatchEngine;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.Replica;
import org.jboss.logging.Logger;

/** Measures attention: once a business day, and when it is asked for. */
@ApplicationScoped
public class ExposureService {

    private static final Logger LOG = Logger.getLogger(ExposureService.class);

    private final MatchEngine engine;
    private final Replica replica;
    private final CurrentBasis basis;
    private final AttentionService attention;
    private final RowSecurity rows;
    private final ExecutorService threads;
    private final ReentrantLock measuring = new ReentrantLock();

    @Inject
    ExposureService(
            MatchEngine engine,
            Replica replica,
            CurrentBasis basis,
            AttentionService attention,
            RowSecurity rows,
            @VirtualThreads ExecutorService threads) {
        this.engine = engine;
        this.replica = replica;
        this.basis = basis;
        this.attention = attention;
        this.rows = rows;
        this.threads = threads;
    }

    /**
     * Looks whether today's measurement is there, made by this instance or by another. Before the first need is known
     * there is nothing to measure, and the day's measurement is not spent on it.
     */
    @Scheduled(every = "${duijie.matching.attention-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        attention.load();
        if (!attention.measuredOn(basis.now().on())
                && replica.facts().needs().stream().anyMatch(NeedFact::open)) {
            measure();
        }
    }

    /** Measures soon, unless that is going on already: ranking for every open offer takes its time. */
    void measureSoon() {
        threads.execute(() -> rows.asSystem(() -> {
            measure();
            return true;
        }));
    }

    /** One at a time: who comes in between would find the same. */
    private void measure() {
        if (!measuring.tryLock()) {
            return;
        }
        try {
            attention.load();
            int known = attention.known();
            Basis now = basis.now();
            Finding finding = AttentionSurvey.make(engine, replica.facts(), now, attention.current());
            attention.keep(finding, known);
            attention.load();
            LOG.infof(
                    "Measured attention over %d offers, edition %d: Gini %d ppm, without lifting %d ppm",
                    finding.offers(), finding.attention().edition(), finding.giniPpm(), finding.giniWithoutPpm());
        } finally {
            measuring.unlock();
        }
    }
}
