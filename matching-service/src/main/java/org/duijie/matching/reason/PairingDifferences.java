package org.duijie.matching.reason;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duijie.chassis.text.Text;
import org.duijie.matching.pairing.Pairing;
import org.jspecify.annotations.Nullable;

/** What of the pairings on record has changed. */
public final class PairingDifferences {

    private static final Text NONE = Text.of("无", "none");

    private PairingDifferences() {}

    /** By county code. */
    public static SortedMap<String, List<Difference>> between(List<Pairing> before, List<Pairing> after) {
        Map<UUID, Pairing> were = byId(before);
        Map<UUID, Pairing> are = byId(after);
        SortedMap<String, List<Difference>> found = new TreeMap<>();
        before.stream()
                .filter(pairing -> !are.containsKey(pairing.id()))
                .forEach(gone -> add(found, gone, words(gone), NONE));
        after.forEach(pairing -> {
            Pairing was = were.get(pairing.id());
            Text wasInWords = was == null ? NONE : words(was);
            if (!wasInWords.equals(words(pairing))) {
                add(found, pairing, wasInWords, words(pairing));
            }
        });
        return found;
    }

    private static Map<UUID, Pairing> byId(List<Pairing> pairings) {
        return pairings.stream().collect(Collectors.toMap(Pairing::id, Function.identity()));
    }

    private static void add(SortedMap<String, List<Difference>> found, Pairing pairing, Text from, Text to) {
        Text label = Text.of(
                pairing.districtName() + "与" + pairing.countyName() + "的结对",
                "pairing of " + pairing.districtName() + " with " + pairing.countyName());
        found.computeIfAbsent(pairing.countyCode(), county -> new ArrayList<>())
                .add(new Difference("pairing", label, from, to));
    }

    private static Text words(Pairing pairing) {
        return Text.of(
                open(pairing.since()) + " 至 " + open(pairing.until()),
                open(pairing.since()) + " to " + open(pairing.until()));
    }

    private static String open(@Nullable LocalDate day) {
        return day == null ? "…" : day.toString();
    }
}
