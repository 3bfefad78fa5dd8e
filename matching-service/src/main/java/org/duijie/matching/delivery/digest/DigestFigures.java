package org.duijie.matching.delivery.digest;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.duijie.matching.figure.ChannelFigures;

/** What operators are told of the mails. What is not to be mailed before its hour does not wait yet. */
@Singleton
class DigestFigures {

    private static final String CHANNEL = "mail";

    private static final String STREAMS = """
            from digest d
            join subscription s on s.organization = d.organization
                                and (d.subscriptions = '[]' or jsonb_exists(d.subscriptions, s.id::text))
            left join digest_place p on p.digest_id = d.id and p.subscription_id = s.id
            """;

    private static final String DUE = " where d.status = 'ACTIVE' and d.next_at <= now()";

    private static final String WAITING =
            "select coalesce(sum(s.last_number - coalesce(p.position, 0)), 0) " + STREAMS + DUE;

    private static final String OLDEST = "select coalesce(extract(epoch from now() - min(m.at)), 0) " + STREAMS
            + " join match_event m on m.subscription_id = s.id and m.number = coalesce(p.position, 0) + 1 " + DUE;

    private final ChannelFigures figures;

    @Inject
    DigestFigures(ChannelFigures figures) {
        this.figures = figures;
    }

    void start(@Observes StartupEvent event) {
        figures.watch(CHANNEL, WAITING, OLDEST);
    }

    /** The server took a mail. */
    void taken(Duration time) {
        figures.attempted(CHANNEL, "DELIVERED", 1);
        figures.took(CHANNEL, time);
    }

    /** It took none. */
    void refused() {
        figures.attempted(CHANNEL, "UNREACHABLE", 1);
    }
}
