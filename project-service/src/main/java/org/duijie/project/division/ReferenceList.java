package org.duijie.project.division;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duijie.project.division.DivisionFacts.DeepPoverty;
import org.duijie.project.division.DivisionFacts.FormerName;
import org.duijie.project.division.DivisionFacts.KeyCounty;
import org.duijie.project.division.DivisionFacts.Level;
import org.jspecify.annotations.Nullable;

/**
 * The code lists that ship with the service; {@code reference/SOURCES.md} says where they come from.
 *
 * @param hash SHA-256 over all of them: the same hash, the same facts
 * @param facts by code, in the order of codes
 */
record ReferenceList(String hash, Map<String, DivisionFacts> facts) {

    private static final String DIVISIONS = "divisions.csv";
    private static final String FORMER_NAMES = "former_names.csv";
    private static final String POOR_COUNTIES = "poor_counties.csv";

    static ReferenceList read() {
        Map<String, List<FormerName>> formerNames = rows(FORMER_NAMES).stream()
                .collect(Collectors.groupingBy(
                        row -> text(row, "code"),
                        Collectors.mapping(
                                row -> new FormerName(text(row, "name"), LocalDate.parse(text(row, "until"))),
                                Collectors.toUnmodifiableList())));
        Map<String, Map<String, String>> poorCounties = rows(POOR_COUNTIES).stream()
                .collect(Collectors.toUnmodifiableMap(row -> text(row, "code"), Function.identity()));
        Map<String, DivisionFacts> facts = new TreeMap<>();
        for (Map<String, String> row : rows(DIVISIONS)) {
            String code = text(row, "code");
            facts.put(
                    code,
                    facts(row, formerNames.getOrDefault(code, List.of()), poorCounties.getOrDefault(code, Map.of())));
        }
        return new ReferenceList(sha256(), facts);
    }

    private static DivisionFacts facts(
            Map<String, String> row, List<FormerName> formerNames, Map<String, String> poorCounty) {
        return new DivisionFacts(
                text(row, "name"),
                Level.valueOf(text(row, "level")),
                optional(row, "parent_code", Function.identity()),
                optional(row, "valid_from", LocalDate::parse),
                optional(row, "valid_until", LocalDate::parse),
                formerNames,
                optional(poorCounty, "key_county", KeyCounty::valueOf),
                optional(poorCounty, "deep_poverty", DeepPoverty::valueOf),
                Boolean.parseBoolean(poorCounty.get("yanshan_taihang")));
    }

    private static String text(Map<String, String> row, String column) {
        String value = row.get(column);
        if (value == null || value.isEmpty()) {
            throw new IllegalStateException("No " + column + " in the reference row " + row);
        }
        return value;
    }

    private static <T> @Nullable T optional(Map<String, String> row, String column, Function<String, T> parse) {
        String value = row.get(column);
        return value == null || value.isEmpty() ? null : parse.apply(value);
    }

    private static List<Map<String, String>> rows(String file) {
        try {
            return new CsvMapper()
                    .readerForMapOf(String.class)
                    .with(CsvSchema.emptySchema().withHeader())
                    .with(CsvParser.Feature.FAIL_ON_MISSING_COLUMNS)
                    .<Map<String, String>>readValues(bytes(file))
                    .readAll();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String file : List.of(DIVISIONS, FORMER_NAMES, POOR_COUNTIES)) {
                digest.update(file.getBytes(StandardCharsets.UTF_8));
                digest.update(bytes(file));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(String file) {
        try (InputStream in = ReferenceList.class.getResourceAsStream("/reference/" + file)) {
            if (in == null) {
                throw new IllegalStateException("The reference list " + file + " is not in the jar");
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
