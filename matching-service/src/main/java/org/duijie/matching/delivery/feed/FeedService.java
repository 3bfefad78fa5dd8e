package org.duijie.matching.delivery.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.duijie.chassis.time.BusinessDay;
import org.duijie.matching.figure.ChannelFigures;
import org.duijie.matching.filter.Candidate;
import org.duijie.matching.filter.Filter;
import org.duijie.matching.match.Ppm;
import org.duijie.matching.replica.Facts;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.Replica;
import org.duijie.matching.subscription.MatchEventResponse;
import org.duijie.matching.subscription.MatchStreams;

/** Reads a stream backwards, as feeds have it. */
@ApplicationScoped
public class FeedService {

    /** So many entries are looked at for one page of a filtered feed; the page's link leads on to the rest. */
    private static final int MOST_LOOKED_AT = 2_000;

    private static final int BATCH = 200;

    private final MatchStreams streams;
    private final Facts facts;
    private final BusinessDay day;
    private final ChannelFigures figures;

    @Inject
    FeedService(MatchStreams streams, Replica replica, BusinessDay day, ChannelFigures figures) {
        this.streams = streams;
        this.facts = replica.facts();
        this.day = day;
        this.figures = figures;
    }

    /**
     * The events before a number, the newest first. Head and events are of one moment.
     *
     * @param before the number behind them; a number above all for the newest
     * @param filter which needs' entries are meant, as the needs are now; the score is the entry's own
     */
    @Transactional
    StreamPage page(UUID subscription, long before, int limit, Filter filter, Locale language) {
        MatchStreams.Head head = streams.head(subscription);
        figures.attempted("feed", "DELIVERED", 1);
        if (filter.equals(Filter.ALL)) {
            List<MatchEventResponse> events = streams.before(subscription, before, limit);
            return new StreamPage(head, events, before, StreamPage.reached(events), limit, filter, language);
        }
        List<MatchEventResponse> meant = new ArrayList<>();
        long reached = before;
        for (int looked = 0; reached > 1 && meant.size() < limit && looked < MOST_LOOKED_AT; looked += BATCH) {
            List<MatchEventResponse> batch = streams.before(subscription, reached, BATCH);
            reached = StreamPage.reached(batch);
            for (MatchEventResponse event : batch) {
                if (meant.size() == limit) {
                    reached = meant.getLast().number();
                    break;
                }
                if (means(filter, event)) {
                    meant.add(event);
                }
            }
        }
        return new StreamPage(head, meant, before, reached, limit, filter, language);
    }

    private boolean means(Filter filter, MatchEventResponse event) {
        NeedFact need = event.need() == null ? null : facts.need(event.need().id());
        return need != null
                && event.score() != null
                && Ppm.parse(event.score()) >= filter.leastPpm()
                && filter.admits(Candidate.of(need, facts.division(need.divisionCode()), day.today()));
    }
}
