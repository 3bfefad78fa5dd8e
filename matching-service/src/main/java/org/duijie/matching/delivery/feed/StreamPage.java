package org.duijie.matching.delivery.feed;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.duijie.chassis.text.Text;
import org.duijie.matching.subscription.MatchEventResponse;
import org.duijie.matching.subscription.MatchStreams;
import org.jspecify.annotations.Nullable;

/**
 * Some events of a stream, the newest first, and how they are called in a feed.
 *
 * @param before all of them have smaller numbers; {@link #NEWEST} where nothing was asked for
 */
record StreamPage(MatchStreams.Head head, List<MatchEventResponse> events, long before, int limit, Locale language) {

    static final long NEWEST = Long.MAX_VALUE;

    /** What the feed is called. */
    String title() {
        return Text.of("对接 · " + head.name(), "Duijie · " + head.name()).in(language);
    }

    /** BCP 47. */
    String languageTag() {
        return Text.of("zh-CN", "en").in(language);
    }

    /** A name for ever and everywhere (RFC 4151), the same in both formats. */
    String id() {
        return "tag:duijie.org,2026:subscriptions/" + head.subscription();
    }

    String id(MatchEventResponse event) {
        return id() + "/events/" + event.number();
    }

    /** Where the events before these are; absent where there are none, since numbers begin with 1 and have no gap. */
    @Nullable
    String older(String address) {
        return events.isEmpty() || events.getLast().number() == 1
                ? null
                : address + "?before=" + events.getLast().number() + "&limit=" + limit;
    }

    String here(String address) {
        return before == NEWEST ? address : address + "?before=" + before + "&limit=" + limit;
    }

    static String address(String origin, UUID subscription) {
        return origin + "/subscriptions/" + subscription + "/feed";
    }

    /** The need, as the suite's API shows it. */
    static String need(String origin, MatchEventResponse event) {
        return origin + "/needs/" + event.need().id();
    }
}
