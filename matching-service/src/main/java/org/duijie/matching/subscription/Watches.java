package org.duijie.matching.subscription;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who watches what, by what is watched: a change finds its watchers by one look. Read and changed in the replica's turn only. */
final class Watches {

    private final Map<UUID, Watch> watches = new HashMap<>();

    /** By credit code or project id: the subscriptions that watch it. */
    private final Map<String, Map<UUID, Watch>> byWatched = new HashMap<>();

    /** Puts a watch in place of the one with its id, if there is one. */
    void put(Watch watch) {
        remove(watch.id());
        watches.put(watch.id(), watch);
        watch.watched().forEach(one -> byWatched
                .computeIfAbsent(one, key -> new LinkedHashMap<>())
                .put(watch.id(), watch));
    }

    void remove(UUID id) {
        Watch known = watches.remove(id);
        if (known != null) {
            known.watched()
                    .forEach(one -> byWatched.computeIfPresent(one, (key, watchers) -> {
                        watchers.remove(id);
                        return watchers.isEmpty() ? null : watchers;
                    }));
        }
    }

    boolean anyOf(String watched) {
        return byWatched.containsKey(watched);
    }

    /** Those who watch it. */
    List<Watch> of(String watched) {
        return List.copyOf(byWatched.getOrDefault(watched, Map.of()).values());
    }
}
