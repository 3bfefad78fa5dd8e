package org.duijie.matching.delivery.sending;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.UUID;
import org.duijie.matching.delivery.manifest.ManifestRepository;
import org.duijie.matching.subscription.MatchEventResponse;
import org.duijie.matching.subscription.MatchStreams;

/** What the messages outside the order are about, as it is told when they are sent. Reads in the running transaction. */
@Singleton
class MessageContents {

    private final MatchStreams streams;
    private final Messages messages;
    private final ManifestRepository manifests;
    private final EntityManager entities;

    @Inject
    MessageContents(MatchStreams streams, Messages messages, ManifestRepository manifests, EntityManager entities) {
        this.streams = streams;
        this.messages = messages;
        this.manifests = manifests;
        this.entities = entities;
    }

    /** By the ids of the messages; one whose content is gone has none. */
    Map<UUID, Outgoing> of(Collection<ClaimedMessage> claimed) {
        Map<UUID, Outgoing> found = new HashMap<>();
        addEvents(ofKind(claimed, Kind.EVENT), found);
        addManifests(ofKind(claimed, Kind.MANIFEST), found);
        addNotices(ofKind(claimed, Kind.NOTICE), found);
        return found;
    }

    private static List<ClaimedMessage> ofKind(Collection<ClaimedMessage> claimed, Kind kind) {
        return claimed.stream().filter(message -> message.kind() == kind).toList();
    }

    private void addEvents(List<ClaimedMessage> wanted, Map<UUID, Outgoing> found) {
        Map<UUID, SortedMap<Long, MatchEventResponse>> events = streams.behind(
                wanted.stream()
                        .map(message -> new MatchStreams.Place(subscription(message), number(message) - 1))
                        .distinct()
                        .toList(),
                1);
        for (ClaimedMessage message : wanted) {
            SortedMap<Long, MatchEventResponse> itsOwn = events.get(subscription(message));
            MatchEventResponse event = itsOwn == null ? null : itsOwn.get(number(message));
            if (event != null) {
                found.put(message.id(), messages.event(subscription(message), event));
            }
        }
    }

    private void addManifests(List<ClaimedMessage> wanted, Map<UUID, Outgoing> found) {
        for (ClaimedMessage message : wanted) {
            manifests
                    .ofDay(subscription(message), Objects.requireNonNull(message.day()))
                    .forEach(manifest -> found.put(message.id(), messages.manifest(manifest)));
        }
    }

    private void addNotices(List<ClaimedMessage> wanted, Map<UUID, Outgoing> found) {
        if (wanted.isEmpty()) {
            return;
        }
        Map<UUID, Notice> notices = new HashMap<>();
        entities.createNativeQuery("select * from webhook_notice where id in (:ids)", Notice.class)
                .setParameter(
                        "ids",
                        wanted.stream().map(ClaimedMessage::notice).distinct().toList())
                .getResultList()
                .forEach(notice -> notices.put(((Notice) notice).id(), (Notice) notice));
        for (ClaimedMessage message : wanted) {
            Notice notice = notices.get(Objects.requireNonNull(message.notice()));
            if (notice != null) {
                found.put(message.id(), messages.notice(notice));
            }
        }
    }

    private static UUID subscription(ClaimedMessage message) {
        return Objects.requireNonNull(message.subscription());
    }

    private static long number(ClaimedMessage message) {
        return Objects.requireNonNull(message.number());
    }
}
