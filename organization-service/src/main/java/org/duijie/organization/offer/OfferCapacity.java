package org.duijie.organization.offer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.duijie.chassis.event.Outbox;
import org.duijie.chassis.time.BusinessDay;
import org.duijie.organization.history.History;
import org.duijie.organization.organization.OrganizationRepository;

/**
 * The capacity of offers, for agreements to hold, promise and give back. Each act locks the offer's row until the caller's
 * transaction ends: of many at once, each sees what those before it have left.
 */
@ApplicationScoped
public class OfferCapacity {

    private final OfferRepository offers;
    private final OrganizationRepository organizations;
    private final History history;
    private final Outbox outbox;
    private final InstantSource clock;
    private final BusinessDay day;

    @Inject
    OfferCapacity(
            OfferRepository offers,
            OrganizationRepository organizations,
            History history,
            Outbox outbox,
            InstantSource clock,
            BusinessDay day) {
        this.offers = offers;
        this.organizations = organizations;
        this.history = history;
        this.outbox = outbox;
        this.clock = clock;
        this.day = day;
    }

    /**
     * Holds all that is wanted, or nothing.
     *
     * @param bounded do the offer's smallest and largest commitment hold?
     * @return the shares of each thing wanted, in the same order
     * @throws org.duijie.chassis.problem.ProblemException if it cannot be; the transaction may go on, nothing was changed
     */
    public List<List<Share>> reserve(UUID id, List<Wanted> wanted, boolean bounded) {
        return change(id, offer -> {
            organizations
                    .require(offer.organizationId())
                    .obstacleOn(day.today())
                    .ifPresent(obstacle -> {
                        throw OfferProblem.ORGANIZATION_NOT_ELIGIBLE.because(
                                obstacle.sentence().zh(), obstacle.sentence().en());
                    });
            return offer.reserve(wanted, bounded, day.today(), clock.instant());
        });
    }

    /** Promises what was held. */
    public void commit(UUID id, List<Share> held) {
        change(id, offer -> {
            offer.commit(held, clock.instant());
            return held;
        });
    }

    /** Gives back what was held. */
    public void release(UUID id, List<Share> held) {
        change(id, offer -> {
            offer.release(held, day.today(), clock.instant());
            return held;
        });
    }

    /** Gives back what was promised and will not be delivered. */
    public void giveBack(UUID id, List<Share> promised) {
        change(id, offer -> {
            offer.giveBack(promised, day.today(), clock.instant());
            return promised;
        });
    }

    private <T> T change(UUID id, Function<Offer, T> act) {
        Offer offer = offers.lock(id).orElseThrow(OfferProblem.NOT_FOUND::problem);
        T outcome = act.apply(offer);
        offers.flush();
        List<OfferEvent> events = offer.takeEvents();
        outbox.addAll(events);
        history.add(events, null, offer.updatedAt());
        return outcome;
    }
}
