package org.duijie.matching.replica;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts together what a need or an offer says it is about, as one text to be read for its meaning. */
final class Wording {

    /** What matters is said at first; a long report would drown it, and take a while to read. */
    private static final int MOST_OF_SUMMARY = 300;

    private static final int MOST_OF_ITEMS = 100;

    /** A number in brackets by which its owner knows it. */
    private static final Pattern REFERENCE = Pattern.compile("（[^（）]{0,20}编号[^（）]{0,40}）");

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
        return Stream.of(title, first(MOST_OF_SUMMARY, summary == null ? "" : summary), first(MOST_OF_ITEMS, named))
                .map(part ->
                        REFERENCE.matcher(without(part, place)).replaceAll("").strip())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("。"))
                .replace("。。", "。");
    }

    private static String first(int most, String part) {
        return part.length() <= most ? part : part.substring(0, most);
    }

    private static String without(String part, String place) {
        return place.isEmpty() ? part : part.replace(place, "");
    }
}
