package org.duijie.matching.likeness;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The judged needs and offers of the benchmark {@code likeness}, with their texts as matching words them. */
final class JudgedPairs {

    private static final Path FOLDER = Path.of("../deploy/bench/src/main/resources/org/duijie/bench/likeness");
    private static final String PLACE = "张北县";

    final Map<String, String> needs = new LinkedHashMap<>();
    final Map<String, String> offers = new LinkedHashMap<>();
    private final Map<String, Boolean> training = new HashMap<>();
    private final Map<List<String>, Integer> grades = new HashMap<>();

    JudgedPairs() {
        rows("needs.csv").forEach(row -> {
            needs.put(row.get("id"), text(row));
            training.put(row.get("id"), row.get("split").equals("TRAIN"));
        });
        rows("offers.csv").forEach(row -> offers.put(row.get("id"), text(row)));
        rows("grades.csv")
                .forEach(row ->
                        grades.put(List.of(row.get("need"), row.get("offer")), Integer.valueOf(row.get("grade"))));
    }

    boolean training(String need) {
        return training.get(need);
    }

    int grade(String need, String offer) {
        return grades.getOrDefault(List.of(need, offer), 0);
    }

    /** As {@code Wording} does it, whose own test holds it to that. */
    private static String text(Map<String, String> row) {
        String items = Arrays.stream(row.get("items").split(";", -1))
                .map(item -> item.split("\\|", -1)[4])
                .collect(Collectors.joining("、"));
        return row.get("title").replace(PLACE, "") + "。" + row.get("summary") + items;
    }

    private static List<Map<String, String>> rows(String file) {
        try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                .readerFor(Map.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(FOLDER.resolve(file).toFile())) {
            return rows.readAll();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
