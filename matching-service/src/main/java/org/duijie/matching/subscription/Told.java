package org.duijie.matching.subscription;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What subscriptions were told of pairs: as the tables have it, as far as it was asked for, and what the running
 * transaction changes of it.
 */
final class Told {

    private final MatchJournal journal;

    /** The score that was last told. */
    private final Map<CurrentMatchKey, Integer> scores = new HashMap<>();

    private final Map<Side, Set<UUID>> read = new HashMap<>();
    private final Map<Side, Map<UUID, Set<CurrentMatchKey>>> keys = new HashMap<>();
    private final Map<CurrentMatchKey, Change> changes = new LinkedHashMap<>();

    Told(MatchJournal journal) {
        this.journal = journal;
        for (Side side : Side.values()) {
            read.put(side, new HashSet<>());
            keys.put(side, new HashMap<>());
        }
    }

    /** By what the pairs are asked for. */
    enum Side {
        SUBSCRIPTION(CurrentMatchKey::subscriptionId),
        NEED(CurrentMatchKey::needId),
        OFFER(CurrentMatchKey::offerId);

        @SuppressWarnings("Immutable") // a function without state
        private final Function<CurrentMatchKey, UUID> id;

        Side(Function<CurrentMatchKey, UUID> id) {
            this.id = id;
        }

        /** The column of the table that holds it. */
        String column() {
            return name().toLowerCase(Locale.ROOT) + "_id";
        }
    }

    /** What a transaction makes of a row: the score that is told now, absent where the match ended. */
    record Change(@Nullable Integer before, @Nullable Integer after) {}

    /** Reads in one go what will be asked for. */
    void prepare(Side side, Collection<UUID> ids) {
        Set<UUID> known = read.getOrDefault(side, Set.of());
        Set<UUID> unknown = new HashSet<>(ids);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            journal.told(side, unknown).forEach((key, ppm) -> {
                // What this transaction has changed is newer than the table.
                if (!changes.containsKey(key) && scores.putIfAbsent(key, ppm) == null) {
                    index(key);
                }
            });
            known.addAll(unknown);
        }
    }

    /** The last told scores of the pairs on this side, for the subscriptions that pass. */
    Map<CurrentMatchKey, Integer> of(Side side, Collection<UUID> ids, Predicate<UUID> subscriptions) {
        prepare(side, ids);
        Map<UUID, Set<CurrentMatchKey>> ofSide = keys.getOrDefault(side, Map.of());
        Map<CurrentMatchKey, Integer> found = new HashMap<>();
        for (UUID id : ids) {
            for (CurrentMatchKey key : ofSide.getOrDefault(id, Set.of())) {
                Integer ppm = scores.get(key);
                if (ppm != null && subscriptions.test(key.subscriptionId())) {
                    found.put(key, ppm);
                }
            }
        }
        return found;
    }

    /** From now on this is what was told; no score where the match ended. */
    void put(CurrentMatchKey key, @Nullable Integer ppm) {
        Integer before = scores.get(key);
        Change earlier = changes.get(key);
        changes.put(key, new Change(earlier == null ? before : earlier.before(), ppm));
        if (ppm == null) {
            scores.remove(key);
        } else {
            scores.put(key, ppm);
            index(key);
        }
    }

    /** What is to be written, each row once. */
    Map<CurrentMatchKey, Change> changes() {
        return changes;
    }

    private void index(CurrentMatchKey key) {
        keys.forEach((side, ofSide) -> ofSide.computeIfAbsent(side.id.apply(key), id -> new HashSet<>())
                .add(key));
    }
}
