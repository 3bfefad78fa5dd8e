package org.duijie.chassis.event;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * An event from another service: a CloudEvent in binary mode.
 *
 * @param id fixed when the event was made; the inbox knows it again
 * @param type such as {@code org.duijie.need.published.v1}
 * @param subject the aggregate's id
 * @param time when it happened
 * @param sequence the aggregate's version; grows with every event of the same subject
 * @param traceparent the request or event that caused it (W3C Trace Context), if it told
 */
public record IncomingEvent(
        UUID id,
        String type,
        UUID subject,
        Instant time,
        long sequence,
        @Nullable String traceparent,
        Payload payload) {

    /** The event's data, read as whatever the consumer needs of it. */
    @FunctionalInterface
    public interface Payload {
        <T> T as(Class<T> shape);
    }

    /**
     * Reads the event's state into the consumer's own tolerant record: members it does not know are passed over.
     *
     * @throws PoisonEventException if the data does not fit the record
     */
    public <T> T as(Class<T> shape) {
        return payload.as(shape);
    }

    /** @throws PoisonEventException if a header that we rely on is absent or unreadable */
    static IncomingEvent of(ConsumerRecord<String, byte[]> message, ObjectMapper strict) {
        try {
            return new IncomingEvent(
                    UUID.fromString(header(message, "ce_id")),
                    header(message, "ce_type"),
                    UUID.fromString(header(message, "ce_subject")),
                    Instant.parse(header(message, "ce_time")),
                    Long.parseLong(header(message, "ce_sequence")),
                    optionalHeader(message, TraceParent.HEADER),
                    new Payload() {
                        @Override
                        public <T> T as(Class<T> shape) {
                            return read(message.value(), shape, strict);
                        }
                    });
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw new PoisonEventException("A CloudEvents header cannot be read: " + unreadable.getMessage());
        }
    }

    /** The type of an event that may not be readable otherwise; empty where it tells none. */
    static String type(ConsumerRecord<String, byte[]> message) {
        String type = optionalHeader(message, "ce_type");
        return type == null ? "" : type;
    }

    private static <T> T read(byte @Nullable [] data, Class<T> shape, ObjectMapper strict) {
        if (data == null) {
            throw new PoisonEventException("The event has no data");
        }
        try {
            return strict.readerFor(shape)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(data);
        } catch (IOException unreadable) {
            throw new PoisonEventException(
                    "The data is not a " + shape.getSimpleName() + ": " + unreadable.getMessage());
        }
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        String value = optionalHeader(message, name);
        if (value == null) {
            throw new PoisonEventException("The header " + name + " is missing");
        }
        return value;
    }

    private static @Nullable String optionalHeader(ConsumerRecord<String, byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
