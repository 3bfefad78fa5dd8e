package org.duijie.matching.delivery.sending;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.duijie.chassis.time.BusinessDay;
import org.duijie.matching.delivery.manifest.ManifestResponse;
import org.duijie.matching.subscription.MatchEventResponse;

/** Writes what is sent: {@code {type, timestamp, data}}, as the Standard Webhooks specification has it. */
@Singleton
public class Messages {

    /** The type of a message that has the manifest of a stream's day. */
    public static final String MANIFEST = "stream.manifest";

    private final ObjectMapper json;

    @Inject
    Messages(ObjectMapper json) {
        this.json = json;
    }

    /** An entry of a stream: what GET /subscriptions/{id}/events shows of it, and nothing that this does not show. */
    Outgoing event(UUID subscription, MatchEventResponse event) {
        return new Outgoing(
                id(subscription, event),
                Kind.EVENT,
                subscription,
                event.number(),
                body(type(event), event.at(), data(subscription, event)));
    }

    /** The id of an event's message, the same in every channel: who has two of them leaves out what came before. */
    public static String id(UUID subscription, MatchEventResponse event) {
        return "msg_" + hex(subscription) + "_" + event.number();
    }

    /** {@code match.began} */
    public static String type(MatchEventResponse event) {
        return event.type().name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** What a message says of an event. */
    public static Map<String, ?> data(UUID subscription, MatchEventResponse event) {
        return Map.of("subscription", subscription, "event", event);
    }

    Outgoing manifest(ManifestResponse manifest) {
        return new Outgoing(
                id(manifest),
                Kind.MANIFEST,
                manifest.subscription(),
                null,
                body(MANIFEST, end(manifest), data(manifest)));
    }

    public static String id(ManifestResponse manifest) {
        return "msg_" + hex(manifest.subscription()) + "_" + manifest.day();
    }

    /** When the day was over that a manifest states. */
    public static Instant end(ManifestResponse manifest) {
        return manifest.day().plusDays(1).atStartOfDay(BusinessDay.ZONE).toInstant();
    }

    public static Map<String, ?> data(ManifestResponse manifest) {
        return Map.of("manifest", manifest);
    }

    Outgoing test(UUID id, UUID endpoint, Instant now) {
        return new Outgoing(
                "msg_" + hex(id), Kind.TEST, null, null, body("endpoint.test", now, Map.of("endpoint", endpoint)));
    }

    Outgoing notice(Notice notice) {
        return new Outgoing(
                "msg_" + hex(notice.id()),
                Kind.NOTICE,
                null,
                null,
                body(
                        notice.code().toLowerCase(Locale.ROOT).replace('_', '.'),
                        notice.at(),
                        Map.of("notice", NoticeResponse.of(notice))));
    }

    private String body(String type, Instant at, Map<String, ?> data) {
        try {
            return json.writeValueAsString(new Body(type, at, data));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A message must be plain JSON", impossible);
        }
    }

    private static String hex(UUID id) {
        return id.toString().replace("-", "");
    }

    private record Body(String type, Instant timestamp, Map<String, ?> data) {}
}
