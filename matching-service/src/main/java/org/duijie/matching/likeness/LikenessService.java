package org.duijie.matching.likeness;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.duijie.matching.replica.Fact;
import org.duijie.matching.replica.FactKnown;
import org.duijie.matching.replica.Facts;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.replica.Replica;
import org.duijie.matching.replica.Reread;
import org.duijie.matching.replica.TextReadElsewhere;
import org.jspecify.annotations.Nullable;

/** Knows the meaning of what was read, what waits to be read, and tells when the one becomes the other. */
@ApplicationScoped
public class LikenessService {

    private final TextVectorRepository rows;
    private final Replica replica;
    private final Event<TextRead> readings;
    private final InstantSource clock;
    private final boolean enabled;
    private final KnownTexts known = new KnownTexts();
    private final UnreadTexts unread = new UnreadTexts();

    @Inject
    LikenessService(
            TextVectorRepository rows,
            Replica replica,
            Event<TextRead> readings,
            InstantSource clock,
            LikenessConfig config) {
        this.rows = rows;
        this.replica = replica;
        this.readings = readings;
        this.clock = clock;
        this.enabled = config.enabled();
    }

    /** What is known of the meaning of texts now, and will be known to whoever holds this later on. */
    public Likeness current() {
        return enabled ? known : Likeness.NONE;
    }

    /** The facts were read from the tables: so is what is known of their texts. What can be matched is read first. */
    void read(@Observes Reread reread) {
        if (!enabled) {
            return;
        }
        Facts facts = replica.facts();
        Map<String, TextVector> kept = rows.all(TextModel.NAME);
        Map<String, TextVector> found = new HashMap<>();
        unread.clear();
        Stream.of(
                        facts.needs().stream().filter(NeedFact::open),
                        facts.offers().stream().filter(OfferFact::open),
                        facts.needs().stream().filter(need -> !need.open()),
                        facts.offers().stream().filter(offer -> !offer.open()))
                .flatMap(part -> part)
                .forEach(fact -> find(fact, kept, found));
        known.replaceBy(found);
    }

    private void find(Fact fact, Map<String, TextVector> kept, Map<String, TextVector> found) {
        String text = Objects.requireNonNull(UnreadTexts.textOf(fact));
        TextVector vector = found.containsKey(text) ? found.get(text) : kept.get(TextVectorRepository.key(text));
        if (vector == null) {
            unread.add(text, fact.id());
        } else {
            found.put(text, vector);
        }
    }

    /** What is said in the same words as before is known at once. */
    void onFact(@Observes FactKnown change) {
        String text = UnreadTexts.textOf(change.fact());
        if (enabled && text != null && !known.knows(text)) {
            UUID saidBy = change.fact().id();
            replica.onCommit(() -> unread.add(text, saidBy));
        }
    }

    /** What another instance has read is known here, too, before anything is evaluated with it. */
    void onReading(@Observes TextReadElsewhere read) {
        Fact fact = fact(read.fact(), replica.working());
        String text = fact == null ? null : UnreadTexts.textOf(fact);
        if (enabled && text != null && !known.knows(text)) {
            TextVector vector = rows.find(TextModel.NAME, text);
            if (vector != null) {
                known.add(Map.of(text, vector));
                unread.remove(List.of(text));
            }
        }
    }

    /** The next few texts to be read, the longest waiting first. */
    List<String> unread(int most) {
        return unread.next(most);
    }

    /** Gives up on a text that the model cannot read; until the next start, it stays unknown. */
    void giveUp(String text) {
        unread.remove(List.of(text));
    }

    /** There will be no reading until the next start; what is known stays known. */
    void modelFailed() {
        known.modelFailed();
    }

    /**
     * Keeps what was read and has everything evaluated anew that rests on it. Only in the replica's turn. Readers may see
     * the meanings a little before the commit: they are a function of the texts alone, so that nothing they see is wrong.
     */
    @Transactional
    void keep(Map<String, TextVector> read) {
        Facts facts = replica.working();
        known.add(rows.keep(TextModel.NAME, read));
        replica.onCommit(() -> unread.remove(read.keySet()));
        Instant at = clock.instant();
        for (String text : read.keySet()) {
            for (UUID id : unread.saidBy(text)) {
                Fact fact = fact(id, facts);
                if (fact != null && text.equals(UnreadTexts.textOf(fact))) {
                    readings.fire(new TextRead(fact, facts, at));
                }
            }
        }
    }

    private static @Nullable Fact fact(UUID id, Facts facts) {
        NeedFact need = facts.need(id);
        return need == null ? facts.offer(id) : need;
    }
}
