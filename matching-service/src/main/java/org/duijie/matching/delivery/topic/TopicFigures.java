package org.duijie.matching.delivery.topic;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.duijie.matching.figure.ChannelFigures;

/** What operators are told of the partners' topics. */
@Singleton
class TopicFigures {

    private static final String CHANNEL = "topic";

    private static final String STREAMS = """
            from partner_topic t
            join subscription s on s.organization = t.organization
                                and (t.subscriptions = '[]' or jsonb_exists(t.subscriptions, s.id::text))
            left join partner_place p on p.topic_id = t.id and p.subscription_id = s.id
            """;

    private static final String WAITING = "select coalesce(sum(s.last_number - coalesce(p.position, 0)), 0) " + STREAMS;

    private static final String OLDEST = "select coalesce(extract(epoch from now() - min(m.at)), 0) " + STREAMS
            + " join match_event m on m.subscription_id = s.id and m.number = coalesce(p.position, 0) + 1";

    private final ChannelFigures figures;

    @Inject
    TopicFigures(ChannelFigures figures) {
        this.figures = figures;
    }

    void start(@Observes StartupEvent event) {
        figures.watch(CHANNEL, WAITING, OLDEST);
    }

    /** The broker acknowledged so many records. */
    void taken(int records) {
        figures.attempted(CHANNEL, "DELIVERED", records);
    }

    /** It did not take the next one. */
    void refused() {
        figures.attempted(CHANNEL, "UNREACHABLE", 1);
    }
}
