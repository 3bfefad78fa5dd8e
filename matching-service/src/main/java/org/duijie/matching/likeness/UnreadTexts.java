package org.duijie.matching.likeness;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.duijie.matching.replica.DivisionFact;
import org.duijie.matching.replica.Fact;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.replica.OrganizationFact;
import org.jspecify.annotations.Nullable;

/** What waits to be read, the longest waiting first, and who said it. Safe for several threads. */
final class UnreadTexts {

    private final Map<String, Set<UUID>> waiting = new LinkedHashMap<>();

    /** What a fact says in words; absent where it is of a kind that says nothing to be read. */
    static @Nullable String textOf(Fact fact) {
        return switch (fact) {
            case NeedFact need -> need.text();
            case OfferFact offer -> offer.text();
            case OrganizationFact _, DivisionFact _ -> null;
        };
    }

    synchronized void add(String text, UUID saidBy) {
        waiting.computeIfAbsent(text, _ -> new LinkedHashSet<>()).add(saidBy);
    }

    /** The next few; they wait on until they are removed. */
    synchronized List<String> next(int most) {
        return waiting.keySet().stream().limit(most).toList();
    }

    /** Who waits for a text to be read. */
    synchronized List<UUID> saidBy(String text) {
        return new ArrayList<>(waiting.getOrDefault(text, Set.of()));
    }

    synchronized void remove(Collection<String> texts) {
        waiting.keySet().removeAll(texts);
    }

    synchronized void clear() {
        waiting.clear();
    }

    synchronized int size() {
        return waiting.size();
    }
}
