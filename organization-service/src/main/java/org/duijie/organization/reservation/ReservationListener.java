package org.duijie.organization.reservation;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.duijie.chassis.event.Inbox;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of proposals and projects, for which capacity is held, promised and given back. */
@ApplicationScoped
public class ReservationListener {

    private final Inbox inbox;
    private final ReservationService service;

    @Inject
    public ReservationListener(Inbox inbox, ReservationService service) {
        this.inbox = inbox;
        this.service = service;
    }

    @Incoming("agreements")
    @Blocking(ordered = true)
    public void on(ConsumerRecords<String, byte[]> batch) {
        inbox.consume(batch, service::take);
    }
}
