package org.duijie.organization.reservation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.duijie.chassis.event.IncomingEvent;
import org.duijie.chassis.event.Outbox;
import org.duijie.chassis.event.PoisonEventException;
import org.duijie.chassis.problem.ProblemException;
import org.duijie.organization.offer.OfferCapacity;
import org.duijie.organization.offer.Share;

/**
 * This service's part of the way from acceptance to agreement: holds capacity when a proposal was accepted, promises it
 * when it is agreed, and gives it back when it is not to be. Each state of a proposal has its effect once; which came
 * before which decides the proposal's version, not the order of arrival.
 */
@ApplicationScoped
public class ReservationService {

    private final ReservationRepository reservations;
    private final OfferCapacity capacity;
    private final Outbox outbox;
    private final InstantSource clock;

    @Inject
    ReservationService(ReservationRepository reservations, OfferCapacity capacity, Outbox outbox, InstantSource clock) {
        this.reservations = reservations;
        this.capacity = capacity;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Runs inside the transaction of the inbox. */
    void take(IncomingEvent event) {
        if (event.type().startsWith("org.duijie.proposal.")) {
            follow(event.as(ProposalMessage.class));
        } else if (event.type().startsWith("org.duijie.project.")) {
            settle(event.as(ProjectMessage.class));
        } else {
            throw new PoisonEventException("No event that reservations know: " + event.type());
        }
    }

    private void follow(ProposalMessage proposal) {
        Reservation reservation = reservations.lock(proposal.id()).orElse(null);
        if (reservation == null) {
            begin(proposal);
        } else if (reservation.follows(proposal.version())) {
            goOn(reservation, proposal);
            publish(reservation);
        }
    }

    private void begin(ProposalMessage proposal) {
        switch (proposal.status()) {
            case ACCEPTED -> add(reserve(proposal));
            case AGREED -> {
                // Its acceptance was passed by, and cannot come any more with effect: both steps at once.
                Reservation reservation = add(reserve(proposal));
                give(reservation, reservation.commit(clock.instant()), capacity::commit);
                publish(reservation);
            }
            case REFUSED ->
                add(Reservation.refused(
                        proposal, Refusal.of(ReservationProblem.PROPOSAL_ENDED.problem()), clock.instant()));
            case PROPOSED, DECLINED, WITHDRAWN, EXPIRED -> {
                // Nobody wants anything of the offer.
            }
        }
    }

    private void goOn(Reservation reservation, ProposalMessage proposal) {
        Instant now = clock.instant();
        switch (proposal.status()) {
            case ACCEPTED -> {
                if (proposal.awaitsReservation()) {
                    reservation.answerAgain(now);
                }
            }
            case AGREED -> give(reservation, reservation.commit(now), capacity::commit);
            case REFUSED -> give(reservation, reservation.release(now), capacity::release);
            case PROPOSED, DECLINED, WITHDRAWN, EXPIRED -> {
                // Nothing is accepted before and taken back after.
            }
        }
    }

    private Reservation reserve(ProposalMessage proposal) {
        try {
            List<List<Share>> shares =
                    capacity.reserve(proposal.offerId(), proposal.wanted(), !proposal.byInvitation());
            return Reservation.made(proposal, proposal.holding(shares), clock.instant());
        } catch (ProblemException impossible) {
            return Reservation.refused(proposal, Refusal.of(impossible), clock.instant());
        }
    }

    private void settle(ProjectMessage project) {
        ProjectMessage.Termination termination = project.termination();
        Reservation reservation =
                termination == null ? null : reservations.lock(project.id()).orElse(null);
        if (termination != null && reservation != null) {
            give(reservation, reservation.settle(undelivered(termination), clock.instant()), capacity::giveBack);
            publish(reservation);
        }
    }

    private static Map<Integer, BigDecimal> undelivered(ProjectMessage.Termination termination) {
        try {
            return termination.released().stream()
                    .collect(Collectors.toMap(
                            ProjectMessage.Quantity::item,
                            released -> new BigDecimal(released.quantity()),
                            BigDecimal::add));
        } catch (NullPointerException | NumberFormatException unreadable) {
            throw new PoisonEventException("What was released cannot be read: " + unreadable.getMessage());
        }
    }

    private static void give(Reservation reservation, List<Share> shares, BiConsumer<UUID, List<Share>> act) {
        if (!shares.isEmpty()) {
            act.accept(reservation.offerId(), shares);
        }
    }

    private Reservation add(Reservation reservation) {
        reservations.persist(reservation);
        publish(reservation);
        return reservation;
    }

    private void publish(Reservation reservation) {
        reservations.flush();
        outbox.addAll(reservation.takeEvents());
    }
}
