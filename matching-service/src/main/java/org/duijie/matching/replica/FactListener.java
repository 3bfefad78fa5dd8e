package org.duijie.matching.replica;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.duijie.chassis.event.Inbox;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads all foreign facts through one channel, so that no pair falls between two listeners. */
@ApplicationScoped
public class FactListener {

    private final Inbox inbox;
    private final Replica replica;
    private final ReplicaService service;

    @Inject
    public FactListener(Inbox inbox, Replica replica, ReplicaService service) {
        this.inbox = inbox;
        this.replica = replica;
        this.service = service;
    }

    @Incoming("facts")
    @Blocking(ordered = true)
    public void on(ConsumerRecords<String, byte[]> batch) {
        replica.inTurn(() -> inbox.consume(batch, ReplicaService::hears, service::take));
    }
}
