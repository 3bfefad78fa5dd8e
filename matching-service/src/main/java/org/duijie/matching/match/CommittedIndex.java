package org.duijie.matching.match;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.duijie.chassis.time.BusinessDay;
import org.duijie.matching.match.index.MatchIndex;
import org.duijie.matching.match.index.MatchIndex.Size;
import org.duijie.matching.replica.Fact;
import org.duijie.matching.replica.Facts;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.replica.Replica;
import org.jboss.logging.Logger;

/**
 * The index of the committed facts, current with every commit and every day. It is made while the service starts, in the
 * thread that reads the facts in, so that nobody is served before it is there.
 */
@ApplicationScoped
class CommittedIndex implements Facts.Follower {

    private static final Logger LOG = Logger.getLogger(CommittedIndex.class);

    private final Facts facts;
    private final Supplier<LocalDate> today;
    private final MatchIndex index;

    @Inject
    CommittedIndex(Replica replica, BusinessDay day) {
        this(replica.facts(), day::today);
    }

    CommittedIndex(Facts facts, Supplier<LocalDate> today) {
        this.facts = facts;
        this.today = today;
        this.index = new MatchIndex(today.get());
        facts.follow(this);
        index.fill(facts);
    }

    /** Before any fact is read in. */
    void start(@Observes @Priority(15) StartupEvent start, MeterRegistry metrics) {
        LOG.debugf("Follows the facts from %s on", index.on());
        gauge(metrics, "bytes", "Memory that the index takes besides the facts, reckoned from its parts", Size::bytes);
        gauge(metrics, "offers", "Offers that the index knows", Size::offers);
        gauge(metrics, "needs", "Needs that the index knows", Size::needs);
    }

    private void gauge(MeterRegistry metrics, String what, String description, ToDoubleFunction<Size> value) {
        Gauge.builder("duijie.match.index." + what, index, it -> value.applyAsDouble(it.size()))
                .description(description)
                .register(metrics);
    }

    /** The offers of an organization, as committed. */
    Collection<OfferFact> offersOf(UUID organization) {
        return index.offersOf(organization);
    }

    @Override
    public void put(Fact fact) {
        index.put(fact);
    }

    @Override
    public void filled() {
        long began = System.nanoTime();
        LOG.infof(
                "Indexes %d offers and %d needs",
                facts.offers().size(), facts.needs().size());
        index.fill(facts);
        LOG.infof("Indexed them in %d ms", (System.nanoTime() - began) / 1_000_000);
    }

    /**
     * Asks the index, if it is one of these facts and that day.
     *
     * @param question what to ask; whether it was answered
     * @return whether it was answered
     */
    boolean ask(Facts asked, LocalDate on, Predicate<MatchIndex> question) {
        if (asked.committed() != facts) {
            return false;
        }
        if (!index.on().equals(on) && today.get().equals(on)) {
            index.moveTo(on, facts);
        }
        return question.test(index);
    }
}
