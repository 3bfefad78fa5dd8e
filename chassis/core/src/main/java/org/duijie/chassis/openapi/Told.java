package org.duijie.chassis.openapi;

import java.util.HashMap;
import java.util.Map;
import org.duijie.chassis.openapi.Described.Place;
import org.jspecify.annotations.Nullable;

/** What one schema tells of a member, for others that have a member of that name: first those of the same family. */
final class Told<T> {

    private final Map<Place, T> byFamily = new HashMap<>();
    private final Map<String, T> byName = new HashMap<>();

    void keep(Place place, T value) {
        if (!place.member().isEmpty()) {
            byFamily.putIfAbsent(place, value);
            byName.putIfAbsent(place.member(), value);
        }
    }

    @Nullable
    T ofFamily(Place place) {
        return byFamily.get(place);
    }

    @Nullable
    T ofAny(Place place) {
        T near = byFamily.get(place);
        return near == null ? byName.get(place.member()) : near;
    }
}
