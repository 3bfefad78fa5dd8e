package org.duijie.chassis.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a table shows of each thing. One line is one thing, so that values can be added up; what is a list in the API is
 * words or JSON in its cell.
 */
public final class Columns<T> {

    private final Map<String, Function<T, @Nullable Object>> cells = new LinkedHashMap<>();
    private final ObjectMapper json;

    public Columns(ObjectMapper json) {
        this.json = json;
    }

    /** The next column. */
    public Columns<T> show(String name, Function<T, @Nullable Object> value) {
        cells.put(name, value);
        return this;
    }

    /** The next column, of words with spaces between them. */
    public Columns<T> showWords(String name, Function<T, List<?>> words) {
        return show(
                name, shown -> words.apply(shown).stream().map(Object::toString).collect(Collectors.joining(" ")));
    }

    /** The next column, of what has parts of its own. */
    public Columns<T> showJson(String name, Function<T, @Nullable Object> value) {
        return show(name, shown -> write(value.apply(shown)));
    }

    List<String> names() {
        return List.copyOf(cells.keySet());
    }

    List<@Nullable Object> row(T shown) {
        List<@Nullable Object> row = new ArrayList<>();
        cells.values().forEach(cell -> row.add(cell.apply(shown)));
        return row;
    }

    private @Nullable String write(@Nullable Object value) {
        try {
            return value == null ? null : json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
