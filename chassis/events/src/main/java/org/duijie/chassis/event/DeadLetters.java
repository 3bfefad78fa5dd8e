package org.duijie.chassis.event;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.duijie.chassis.time.Ids;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps, lists and replays the records that this service could not read. */
@ApplicationScoped
public class DeadLetters implements PanacheRepositoryBase<DeadLetter, UUID> {

    private final Ids ids;
    private final InstantSource clock;
    private final Outbox outbox;
    private final EventFigures figures;
    private final String deadLetterTopic;
    private final String replayTopic;

    @Inject
    public DeadLetters(
            Ids ids,
            InstantSource clock,
            Outbox outbox,
            EventFigures figures,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.ids = ids;
        this.clock = clock;
        this.outbox = outbox;
        this.figures = figures;
        this.deadLetterTopic = Topics.deadLetters(application);
        this.replayTopic = Topics.replays(application);
    }

    /** Keeps the record here and copies it to this service's dead-letter topic, in one transaction. */
    void keep(ConsumerRecord<String, byte[]> message, PoisonEventException poison) {
        if (count(
                        "topic = ?1 and partition = ?2 and offset = ?3",
                        message.topic(),
                        message.partition(),
                        message.offset())
                > 0) {
            return;
        }
        DeadLetter letter = new DeadLetter();
        letter.id = ids.next();
        letter.topic = message.topic();
        letter.partition = message.partition();
        letter.offset = message.offset();
        letter.key = message.key() == null ? null : storable(message.key());
        letter.headers = headers(message);
        letter.data = message.value();
        letter.cause = storable(Objects.requireNonNullElse(poison.getMessage(), "unknown"));
        letter.receivedAt = clock.instant();
        persist(letter);
        outbox.send(List.of(letter(letter, deadLetterTopic)));
        figures.unread(letter.topic);
    }

    List<DeadLetter> list(Optional<UUID> after, int size) {
        Sort oldestFirst = Sort.by("id");
        return after.map(id -> find("id > ?1", oldestFirst, id))
                .orElseGet(() -> findAll(oldestFirst))
                .page(Page.ofSize(size))
                .list();
    }

    /**
     * Has this service read the record again, under its own id. It goes through a topic of the service's own: in the
     * compacted topic that it came from, an old state would become the newest.
     */
    @Transactional
    DeadLetter replay(UUID id) {
        DeadLetter letter = findByIdOptional(id).orElseThrow(DeadLetterProblem.NOT_FOUND::problem);
        letter.replayedAt = clock.instant();
        outbox.send(List.of(letter(letter, replayTopic)));
        return letter;
    }

    private static Outbox.Message letter(DeadLetter letter, String topic) {
        String key = letter.key == null ? letter.id.toString() : letter.key;
        return new Outbox.Message(topic, key, letter.headers, letter.data == null ? new byte[0] : letter.data);
    }

    private static Map<String, String> headers(ConsumerRecord<String, byte[]> message) {
        Map<String, String> headers = new LinkedHashMap<>();
        message.headers()
                .forEach(header -> headers.put(
                        storable(header.key()),
                        header.value() == null ? "" : storable(new String(header.value(), StandardCharsets.UTF_8))));
        return headers;
    }

    /** PostgreSQL keeps no U+0000: a letter must be kept whatever is in it, or nothing behind it is read. */
    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
