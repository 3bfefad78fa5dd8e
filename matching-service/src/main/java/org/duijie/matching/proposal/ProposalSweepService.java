package org.duijie.matching.proposal;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.duijie.chassis.database.Batches;
import org.duijie.chassis.time.BusinessDay;
import org.jboss.logging.Logger;

/**
 * What the clock does with proposals: ends those that nobody answered in time, reminds and escalates where a side is
 * silent, and asks again where another service is. Several instances may do so at once: each proposal falls to one.
 */
@ApplicationScoped
public class ProposalSweepService {

    private static final Logger LOG = Logger.getLogger(ProposalSweepService.class);

    private final ProposalRepository proposals;
    private final ProposalStore store;
    private final ProposalConfig config;
    private final InstantSource clock;
    private final BusinessDay day;

    @Inject
    ProposalSweepService(
            ProposalRepository proposals,
            ProposalStore store,
            ProposalConfig config,
            InstantSource clock,
            BusinessDay day) {
        this.proposals = proposals;
        this.store = store;
        this.config = config;
        this.clock = clock;
        this.day = day;
    }

    @Scheduled(
            identity = "proposal-sweep",
            every = "{duijie.proposal.sweep-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void sweep() {
        Batches.untilNoneIsLeft(this::expire);
        Batches.untilNoneIsLeft(this::escalate);
        Batches.untilNoneIsLeft(this::remind);
        Batches.untilNoneIsLeft(this::askAgain);
    }

    private int expire(int atMost) {
        Instant now = clock.instant();
        LocalDate today = day.today();
        return each(proposals.overdue(today, atMost), proposal -> proposal.expire(today, now));
    }

    private int escalate(int atMost) {
        Instant now = clock.instant();
        return each(
                proposals.unescalated(now.minus(config.escalateAfter()), atMost), proposal -> proposal.escalate(now));
    }

    private int remind(int atMost) {
        Instant now = clock.instant();
        return each(proposals.silent(now.minus(config.remindAfter()), atMost), proposal -> proposal.remind(now));
    }

    private int askAgain(int atMost) {
        Instant now = clock.instant();
        return each(proposals.stuck(now.minus(config.askAgainAfter()), atMost), proposal -> {
            LOG.warnf(
                    "Proposal %s waits at %s since %s: asked again",
                    proposal.id(), proposal.stage(), proposal.stageSince());
            proposal.askAgain(config.askAgainAfter(), now);
        });
    }

    private int each(List<Proposal> found, Consumer<Proposal> verb) {
        found.forEach(verb);
        store.store(found);
        return found.size();
    }
}
