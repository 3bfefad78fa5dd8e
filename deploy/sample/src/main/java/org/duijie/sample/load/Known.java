package org.duijie.sample.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * What of the sample the suite already has, by its mark in the sample. When a request goes unanswered, nobody knows
 * whether it was carried out: the entity is in doubt, and is looked up before anything else is done with it.
 */
final class Known {
    private final ConcurrentMap<String, State> states = new ConcurrentHashMap<>();
    private final Set<String> doubtful = ConcurrentHashMap.newKeySet();

    /** The state as last seen, looked up anew if it is in doubt. */
    Optional<State> get(String mark, Supplier<Optional<JsonNode>> lookUp) {
        if (doubtful.contains(mark)) {
            lookUp.get().ifPresentOrElse(entity -> put(mark, entity), () -> states.remove(mark));
            doubtful.remove(mark);
        }
        return Optional.ofNullable(states.get(mark));
    }

    boolean has(String mark) {
        return states.containsKey(mark);
    }

    State put(String mark, JsonNode entity) {
        State state = State.of(entity);
        states.put(mark, state);
        return state;
    }

    void doubt(String mark) {
        doubtful.add(mark);
    }

    int size() {
        return states.size();
    }
}
