package org.duijie.matching.delivery.sending;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.duijie.matching.figure.ChannelFigures;

/** What operators are told of the webhooks. */
@Singleton
class DeliveryFigures {

    private static final String CHANNEL = "webhook";

    private static final String WAITING = """
            select coalesce(sum(c.last_number - c.position), 0) from webhook_channel c
              join webhook_endpoint e on e.id = c.endpoint_id where e.status = 'ACTIVE' and c.last_number > c.position
            """;

    private static final String OLDEST = """
            select coalesce(extract(epoch from now() - min(m.at)), 0) from webhook_channel c
              join webhook_endpoint e on e.id = c.endpoint_id
              join match_event m on m.subscription_id = c.subscription_id and m.number = c.position + 1
             where e.status = 'ACTIVE' and c.last_number > c.position
            """;

    private final ChannelFigures figures;

    @Inject
    DeliveryFigures(ChannelFigures figures) {
        this.figures = figures;
    }

    void start(@Observes StartupEvent event) {
        figures.watch(CHANNEL, WAITING, OLDEST);
    }

    void attempted(Attempt attempt) {
        figures.attempted(CHANNEL, attempt.outcome().name(), 1);
        figures.took(CHANNEL, attempt.took());
    }
}
