package org.duijie.matching.replica;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts together what a need or an offer says it is about, as one text to be read for its meaning. */
final class Wording {

    /** Longer than any that was seen in earnest; a reader takes in no more than its own limit anyway. */
    private static final int MOST_CHARACTERS = 600;

    private Wording() {}

    /**
     * Title, summary and the items' own words.
     *
     * @param place a name to leave out, as where something is needed says nothing of what is needed; empty for none
     */
    static String of(String title, @Nullable String summary, List<ItemMessage> items, String place) {
        String named = items.stream()
                .map(ItemMessage::description)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining("、"));
        String text = Stream.of(title, Objects.requireNonNullElse(summary, ""), named)
                .map(part -> without(part, place).strip())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("。"))
                .replace("。。", "。");
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS);
    }

    private static String without(String part, String place) {
        return place.isEmpty() ? part : part.replace(place, "");
    }
}
