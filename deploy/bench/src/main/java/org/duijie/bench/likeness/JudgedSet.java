package org.duijie.bench.likeness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Needs and offers, and how much each offer helps each need, judged by hand: 3 it is just what is asked for, 2 it meets a
 * main part of it, 1 it helps at the margin, 0 it does not. A pair that is not listed was judged 0 like those that are:
 * those are the traps.
 */
final class JudgedSet {

    /** The county of all needs; half of the titles name it. */
    static final String COUNTY = "130722";

    private static final String COUNTY_NAME = "张北县";
    private static final String SPLIT = "split";

    private final List<Entry> needs;
    private final List<Entry> offers;
    private final Map<List<String>, Integer> grades;

    private JudgedSet(List<Entry> needs, List<Entry> offers, Map<List<String>, Integer> grades) {
        this.needs = needs;
        this.offers = offers;
        this.grades = grades;
    }

    /**
     * A need or an offer.
     *
     * @param training whether it belongs to the half of the needs that the calibration was read off
     */
    record Entry(String id, boolean training, String field, String title, String summary, List<Line> items) {

        static Entry of(Map<String, String> row) {
            return new Entry(
                    cell(row, "id"),
                    "TRAIN".equals(row.get(SPLIT)),
                    Objects.requireNonNullElseGet(row.get("field"), () -> cell(row, "fields")),
                    cell(row, "title"),
                    cell(row, "summary"),
                    Arrays.stream(cell(row, "items").split(";", -1))
                            .map(Line::of)
                            .toList());
        }

        /** What all of it is worth. */
        long yuan() {
            return items.stream().mapToLong(line -> Long.parseLong(line.yuan())).sum();
        }

        /** What the service reads of it, for whoever else is to rank the same texts. */
        String text() {
            String named = items.stream().map(Line::description).collect(Collectors.joining("、"));
            return title.replace(COUNTY_NAME, "") + "。" + summary + named;
        }
    }

    /** One line of a need or an offer. */
    record Line(String resourceCode, String unit, String quantity, String yuan, String description) {

        static Line of(String item) {
            String[] parts = item.split("\\|", -1);
            return new Line(parts[0], parts[1], parts[2], parts[3], parts[4]);
        }
    }

    static JudgedSet read() {
        Map<List<String>, Integer> grades = new HashMap<>();
        rows("grades.csv")
                .forEach(row -> grades.put(
                        List.of(cell(row, "need"), cell(row, "offer")), Integer.valueOf(cell(row, "grade"))));
        return new JudgedSet(
                rows("needs.csv").stream().map(Entry::of).toList(),
                rows("offers.csv").stream().map(Entry::of).toList(),
                Map.copyOf(grades));
    }

    List<Entry> needs() {
        return needs;
    }

    List<Entry> offers() {
        return offers;
    }

    /** How many pairs are listed. */
    int pairs() {
        return grades.size();
    }

    /** The grades of a need's offers, in the order of the offers. */
    int[] grades(Entry need) {
        return offers.stream()
                .mapToInt(offer -> grades.getOrDefault(List.of(need.id(), offer.id()), 0))
                .toArray();
    }

    private static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    /** Plain tables: no cell holds a comma or a quotation mark. */
    private static List<Map<String, String>> rows(String file) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(JudgedSet.class.getResourceAsStream(file), file), StandardCharsets.UTF_8))) {
            String[] columns = lines.readLine().split(",", -1);
            return lines.lines().map(line -> row(columns, line.split(",", -1))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> row(String[] columns, String[] cells) {
        if (cells.length != columns.length) {
            throw new IllegalStateException("a row has " + cells.length + " cells: " + String.join(",", cells));
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.length; i++) {
            row.put(columns[i], cells[i]);
        }
        return row;
    }
}
