package org.duijie.matching.delivery.feed;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.duijie.chassis.text.Text;
import org.duijie.matching.filter.Filter;
import org.duijie.matching.subscription.MatchEventResponse;
import org.duijie.matching.subscription.MatchStreams;
import org.jspecify.annotations.Nullable;

/**
 * Some events of a stream, the newest first, and how they are called in a feed.
 *
 * @param before all of them have smaller numbers; {@link #NEWEST} where nothing was asked for
 * @param reached the number of the last entry that was looked at; 1 where there is nothing before
 * @param filter which of them are meant
 */
record StreamPage(
        MatchStreams.Head head,
        List<MatchEventResponse> events,
        long before,
        long reached,
        int limit,
        Filter filter,
        Locale language) {

    static final long NEWEST = Long.MAX_VALUE;

    /** The number of the last of these; 1 for the beginning where there are none, since numbers begin with 1 and have no gap. */
    static long reached(List<MatchEventResponse> events) {
        return events.isEmpty() ? 1 : events.getLast().number();
    }

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

    /** Where the events before these are; absent where there are none. */
    @Nullable
    String older(String address) {
        return reached <= 1 ? null : address + "?before=" + reached + "&limit=" + limit + filtered("&");
    }

    String here(String address) {
        return before == NEWEST
                ? address + filtered("?")
                : address + "?before=" + before + "&limit=" + limit + filtered("&");
    }

    private String filtered(String joint) {
        return filter.equals(Filter.ALL)
                ? ""
                : joint + "filter=" + URLEncoder.encode(filter.text(), StandardCharsets.UTF_8);
    }

    static String address(String origin, UUID subscription) {
        return origin + "/subscriptions/" + subscription + "/feed";
    }

    /** What it tells of, as the suite's API shows it. */
    static String alternate(String origin, MatchEventResponse event) {
        return origin + event.path();
    }
}
