package org.duijie.project.facts;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.duijie.chassis.event.Inbox;
import org.duijie.chassis.event.IncomingEvent;
import org.duijie.project.agreement.AgreementService;
import org.duijie.project.supervision.SourceControlService;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads what becomes of proposals and of organizations. */
@ApplicationScoped
public class FactListener {

    private final Inbox inbox;
    private final AgreementService agreements;
    private final SourceControlService sources;

    @Inject
    FactListener(Inbox inbox, AgreementService agreements, SourceControlService sources) {
        this.inbox = inbox;
        this.agreements = agreements;
        this.sources = sources;
    }

    @Incoming("facts")
    @Blocking(ordered = true)
    public void on(ConsumerRecords<String, byte[]> batch) {
        inbox.consume(batch, this::take);
    }

    private void take(IncomingEvent event) {
        if (event.type().startsWith("org.duijie.proposal.")) {
            agreements.take(event);
        } else if (event.type().startsWith("org.duijie.organization.")) {
            sources.take(event);
        }
    }
}
