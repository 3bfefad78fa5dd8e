package org.duijie.matching.delivery.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.duijie.matching.subscription.MatchEventResponse;
import org.duijie.matching.subscription.MatchStreams;

/** Reads a stream backwards, as feeds have it. */
@ApplicationScoped
public class FeedService {

    private final MatchStreams streams;

    @Inject
    FeedService(MatchStreams streams) {
        this.streams = streams;
    }

    /**
     * The events before a number, the newest first. Head and events are of one moment.
     *
     * @param before the number behind them; a number above all for the newest
     */
    @Transactional
    StreamPage page(UUID subscription, long before, int limit, Locale language) {
        MatchStreams.Head head = streams.head(subscription);
        List<MatchEventResponse> events = streams.before(subscription, before, limit);
        return new StreamPage(head, events, before, limit, language);
    }
}
