package org.duijie.matching.proposal;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.duijie.chassis.event.Inbox;
import org.duijie.matching.project.ProjectService;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears what became of what proposals ask the other services for, and of the projects that they have led to. */
@ApplicationScoped
public class ProposalListener {

    private final Inbox inbox;
    private final ProposalSagaService saga;
    private final ProjectService projects;

    @Inject
    public ProposalListener(Inbox inbox, ProposalSagaService saga, ProjectService projects) {
        this.inbox = inbox;
        this.saga = saga;
        this.projects = projects;
    }

    /** Of the service's replays the facts are left to their own listener. */
    @Incoming("answers")
    @Blocking(ordered = true)
    public void on(ConsumerRecords<String, byte[]> batch) {
        inbox.consume(batch, ProposalSagaService::hears, event -> {
            saga.take(event);
            projects.take(event);
        });
    }
}
