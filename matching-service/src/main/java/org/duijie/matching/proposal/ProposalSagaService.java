package org.duijie.matching.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.duijie.chassis.event.IncomingEvent;
import org.duijie.chassis.event.PoisonEventException;

/**
 * This service's part of the way from acceptance to agreement: hears what the offer's side and the need's side answer,
 * and takes the next step. An answer that is not waited for, because it came twice, late or too early, changes nothing.
 */
@ApplicationScoped
public class ProposalSagaService {

    private static final String RESERVATION = "org.duijie.reservation.";
    private static final String PROJECT = "org.duijie.project.";
    private static final String PROJECT_REFUSED = "org.duijie.project.refused.v1";

    private final ProposalRepository proposals;
    private final ProposalStore store;
    private final InstantSource clock;

    @Inject
    ProposalSagaService(ProposalRepository proposals, ProposalStore store, InstantSource clock) {
        this.proposals = proposals;
        this.store = store;
        this.clock = clock;
    }

    /** Is an event of this type an answer that proposals wait for? */
    static boolean hears(String type) {
        return type.startsWith(RESERVATION) || type.startsWith(PROJECT);
    }

    /** Runs inside the transaction of the inbox. */
    void take(IncomingEvent event) {
        if (event.type().startsWith(RESERVATION)) {
            take(event.as(ReservationMessage.class));
        } else if (event.type().equals(PROJECT_REFUSED)) {
            ProjectRefusedMessage refused = event.as(ProjectRefusedMessage.class);
            answer(refused.id(), (proposal, now) -> proposal.notCommitted(refused.closing(), now));
        } else if (event.type().startsWith(PROJECT)) {
            // Whatever became of it since: there is a project, so it was agreed.
            ProjectMessage project = event.as(ProjectMessage.class);
            answer(project.id(), (proposal, now) -> proposal.agreed(project.id(), now));
        } else {
            throw new PoisonEventException("No event that proposals know: " + event.type());
        }
    }

    private void take(ReservationMessage reservation) {
        answer(reservation.id(), (proposal, now) -> {
            switch (reservation.status()) {
                case MADE, COMMITTED -> proposal.reserved(now);
                case REFUSED -> proposal.notReserved(reservation.closing(), now);
                case RELEASED -> {
                    // The end of what this service has ended itself.
                }
            }
        });
    }

    private void answer(UUID id, BiConsumer<Proposal, Instant> verb) {
        proposals.lock(id).ifPresent(proposal -> {
            verb.accept(proposal, clock.instant());
            store.store(proposal);
        });
    }
}
