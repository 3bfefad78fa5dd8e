package org.duijie.organization.reservation;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.duijie.chassis.event.Inbox;
import org.duijie.chassis.event.IncomingEvent;
import org.duijie.organization.organization.ProjectOutcome;
import org.duijie.organization.organization.PromiseService;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hears of proposals and projects, for which capacity is held, promised and given back, and by which it is counted whether
 * promises are kept.
 */
@ApplicationScoped
public class ReservationListener {

    private static final String PROJECT = "org.duijie.project.";
    private static final String REFUSED = "org.duijie.project.refused.v1";

    private final Inbox inbox;
    private final ReservationService service;
    private final PromiseService promises;

    @Inject
    public ReservationListener(Inbox inbox, ReservationService service, PromiseService promises) {
        this.inbox = inbox;
        this.service = service;
        this.promises = promises;
    }

    @Incoming("agreements")
    @Blocking(ordered = true)
    public void on(ConsumerRecords<String, byte[]> batch) {
        inbox.consume(batch, this::take);
    }

    private void take(IncomingEvent event) {
        service.take(event);
        if (event.type().startsWith(PROJECT) && !event.type().equals(REFUSED)) {
            promises.follow(event.as(ProjectOutcome.class));
        }
    }
}
