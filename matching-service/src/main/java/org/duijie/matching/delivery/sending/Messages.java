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
class Messages {

    private final ObjectMapper json;

    @Inject
    Messages(ObjectMapper json) {
        this.json = json;
    }

    /** An entry of a stream: what GET /subscriptions/{id}/events shows of it, and nothing that this does not show. */
    Outgoing event(UUID subscription, MatchEventResponse event) {
        return new Outgoing(
                "msg_" + hex(subscription) + "_" + event.number(),
                Kind.EVENT,
                subscription,
                event.number(),
                body(type(event), event.at(), Map.of("subscription", subscription, "event", event)));
    }

    Outgoing manifest(ManifestResponse manifest) {
        return new Outgoing(
                "msg_" + hex(manifest.subscription()) + "_" + manifest.day(),
                Kind.MANIFEST,
                manifest.subscription(),
                null,
                body(
                        "stream.manifest",
                        manifest.day()
                                .plusDays(1)
                                .atStartOfDay(BusinessDay.ZONE)
                                .toInstant(),
                        Map.of("manifest", manifest)));
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

    /** {@code match.began} */
    private static String type(MatchEventResponse event) {
        return event.type().name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    private static String hex(UUID id) {
        return id.toString().replace("-", "");
    }

    private record Body(String type, Instant timestamp, Map<String, ?> data) {}
}
