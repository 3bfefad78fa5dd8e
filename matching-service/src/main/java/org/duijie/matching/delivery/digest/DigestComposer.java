package org.duijie.matching.delivery.digest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.duijie.chassis.text.Text;
import org.duijie.chassis.time.BusinessDay;
import org.duijie.matching.subscription.MatchEventResponse;
import org.duijie.matching.subscription.MatchStreams;

/**
 * Puts into words what a digest is mailed. Nothing is left out: what a mail does not list it counts and links. Reads in the
 * running transaction.
 */
@Singleton
class DigestComposer {

    /** What mail programs still show well. */
    static final int MOST_LISTED = 500;

    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(BusinessDay.ZONE);
    /** Hundredths, which is what is told; as many characters. */
    private static final int SCORE_SHOWN = 4;

    private final MatchStreams streams;
    private final DigestConfig config;

    @Inject
    DigestComposer(MatchStreams streams, DigestConfig config) {
        this.streams = streams;
        this.config = config;
    }

    DigestContent compose(ClaimedDigest digest, ClaimedDigest.Matter matter) {
        Locale language = digest.language();
        long events = matter.streams().stream()
                .mapToLong(stream -> stream.last() - stream.position())
                .sum();
        List<DigestContent.StreamPart> parts = new ArrayList<>();
        int left = MOST_LISTED;
        for (ClaimedDigest.Waiting stream : matter.streams()) {
            DigestContent.StreamPart part = part(stream, left, language);
            left -= part.entries().size();
            parts.add(part);
        }
        return new DigestContent(
                language.toLanguageTag(),
                subject(events, matter.notices().size()).in(language),
                lead(events, matter.streams().size()).in(language),
                matter.notices().stream()
                        .map(notice ->
                                new DigestContent.NoticePart(AT.format(notice.at()), notice.url(), notice.what()))
                        .toList(),
                parts,
                outro(digest).in(language));
    }

    private static Text subject(long events, int notices) {
        return events == 0
                ? Text.of("对接：" + notices + " 条端点通知", "Duijie: " + notices + (notices == 1 ? " notice" : " notices"))
                : Text.of("对接：" + events + " 条动态", "Duijie: " + events + (events == 1 ? " event" : " events"));
    }

    private static Text lead(long events, int subscriptions) {
        return events == 0
                ? Text.of("贵组织的 webhook 端点有变。", "Something happened to a webhook endpoint of your organization.")
                : Text.of(
                        "%d 个订阅共有 %d 条新动态。".formatted(subscriptions, events),
                        "%d new %s in %d %s."
                                .formatted(
                                        events,
                                        events == 1 ? "event" : "events",
                                        subscriptions,
                                        subscriptions == 1 ? "subscription" : "subscriptions"));
    }

    private Text outro(ClaimedDigest digest) {
        String address = config.publicUrl() + "/digests/" + digest.id();
        return Text.of(
                "本邮件由统一社会信用代码为 %s 的组织设立。不再需要时，请该组织删除 %s 。".formatted(digest.organization(), address),
                "The organization %s asked for this mail. To have no more of them, let it delete %s ."
                        .formatted(digest.organization(), address));
    }

    private DigestContent.StreamPart part(ClaimedDigest.Waiting stream, int most, Locale language) {
        long first = stream.position() + 1;
        Collection<MatchEventResponse> found = most == 0
                ? List.of()
                : streams.behind(List.of(new MatchStreams.Place(stream.subscription(), stream.position())), most)
                        .getOrDefault(stream.subscription(), Collections.emptySortedMap())
                        .headMap(stream.last() + 1)
                        .values();
        long listedTo = stream.position() + found.size();
        boolean all = listedTo == stream.last();
        return new DigestContent.StreamPart(
                stream.name(),
                range(first, stream.last()).in(language),
                found.stream().map(event -> entry(event, language)).toList(),
                all ? null : notListed(listedTo + 1, stream.last()).in(language),
                all ? null : events(stream, listedTo));
    }

    private static Text range(long first, long last) {
        return first == last
                ? Text.of("第 " + first + " 号", "number " + first)
                : Text.of(
                        "第 %d 至 %d 号，共 %d 条".formatted(first, last, last - first + 1),
                        "numbers %d to %d, %d in all".formatted(first, last, last - first + 1));
    }

    private static Text notListed(long first, long last) {
        return Text.of(
                "第 %d 至 %d 号共 %d 条未在此列出，可在此查阅：".formatted(first, last, last - first + 1),
                "Numbers %d to %d, %d in all, are not listed here. Read them at"
                        .formatted(first, last, last - first + 1));
    }

    private String events(ClaimedDigest.Waiting stream, long after) {
        return config.publicUrl() + "/subscriptions/" + stream.subscription() + "/events?after=" + after;
    }

    private DigestContent.Entry entry(MatchEventResponse event, Locale language) {
        return new DigestContent.Entry(
                event.number(),
                event.type().name().replaceFirst("^.*_", "").toLowerCase(Locale.ROOT),
                event.type().label().in(language),
                event.title(),
                event.place(),
                event.other(),
                event.score() == null ? "" : event.score().substring(0, SCORE_SHOWN),
                Text.of(event.reason().zh(), event.reason().en()).in(language),
                event.reason().changes().stream()
                        .map(change -> change.sentence().in(language))
                        .toList(),
                config.publicUrl() + event.path(),
                AT.format(event.at()));
    }
}
