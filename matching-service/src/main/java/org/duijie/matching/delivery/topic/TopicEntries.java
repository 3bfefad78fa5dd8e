package org.duijie.matching.delivery.topic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.duijie.chassis.event.TopicWriter.Entry;
import org.duijie.matching.delivery.manifest.ManifestRepository;
import org.duijie.matching.delivery.manifest.ManifestResponse;
import org.duijie.matching.delivery.sending.Messages;
import org.duijie.matching.subscription.MatchEventResponse;
import org.duijie.matching.subscription.MatchStreams;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What is written of the streams: CloudEvents 1.0 in binary mode of the Kafka protocol binding, with the ids and the data
 * that webhooks have, and no signature. Reads in the running transaction.
 */
@Singleton
class TopicEntries {

    private static final int EVENTS_OF_ONE_STREAM = 50;
    private static final int MANIFESTS_OF_ONE_STREAM = 10;

    private final MatchStreams streams;
    private final ManifestRepository manifests;
    private final ObjectMapper json;
    private final String source;

    @Inject
    TopicEntries(
            MatchStreams streams,
            ManifestRepository manifests,
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.streams = streams;
        this.manifests = manifests;
        this.json = json;
        this.source = "/" + application;
    }

    /**
     * One entry, and where the topic is once the broker has it.
     *
     * @param happened the event; of a manifest, when its day was over
     */
    record Step(Entry entry, ClaimedTopic.Place reached, Instant happened) {}

    /** What comes next, in the order of each stream. A manifest comes behind the events that it states. */
    List<Step> next(ClaimedTopic topic) {
        Map<UUID, SortedMap<Long, MatchEventResponse>> events = streams.behind(
                topic.places().stream()
                        .filter(place -> place.last() > place.position())
                        .map(place -> new MatchStreams.Place(place.subscription(), place.position()))
                        .toList(),
                EVENTS_OF_ONE_STREAM);
        List<Step> steps = new ArrayList<>();
        for (ClaimedTopic.Place begin : topic.places()) {
            SortedMap<Long, MatchEventResponse> itsOwn =
                    events.getOrDefault(begin.subscription(), Collections.emptySortedMap());
            ClaimedTopic.Place place = begin;
            for (MatchEventResponse event = itsOwn.get(place.position() + 1);
                    event != null;
                    event = itsOwn.get(place.position() + 1)) {
                place = place.movedTo(event.number());
                steps.add(new Step(entry(event, begin.subscription()), place, event.at()));
            }
            for (ManifestResponse manifest :
                    manifests.behind(begin.subscription(), begin.day(), place.position(), MANIFESTS_OF_ONE_STREAM)) {
                place = place.statedOf(manifest.day());
                steps.add(new Step(entry(manifest), place, Messages.end(manifest)));
            }
        }
        return steps;
    }

    private Entry entry(MatchEventResponse event, UUID subscription) {
        return entry(
                subscription,
                Messages.id(subscription, event),
                Messages.type(event),
                event.at(),
                Map.of("ce_sequence", Long.toString(event.number())),
                Messages.data(subscription, event));
    }

    private Entry entry(ManifestResponse manifest) {
        return entry(
                manifest.subscription(),
                Messages.id(manifest),
                Messages.MANIFEST,
                Messages.end(manifest),
                Map.of(),
                Messages.data(manifest));
    }

    private Entry entry(
            UUID subscription, String id, String type, Instant time, Map<String, String> more, Map<String, ?> data) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id);
        headers.put("ce_source", source);
        headers.put("ce_type", "org.duijie." + type + ".v1");
        headers.put("ce_subject", subscription.toString());
        headers.put("ce_time", time.toString());
        headers.put("ce_partitionkey", subscription.toString());
        headers.putAll(more);
        headers.put("content-type", "application/json");
        try {
            return new Entry(subscription.toString(), headers, json.writeValueAsBytes(data));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("An entry must be plain JSON", impossible);
        }
    }
}
