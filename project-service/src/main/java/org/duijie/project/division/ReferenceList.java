package org.duijie.project.division;

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
import org.duijie.project.reference.ReferenceFile;
import org.duijie.project.reference.ReferenceFile.Row;
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
        Map<String, List<FormerName>> formerNames = new ReferenceFile(FORMER_NAMES)
                .rows().stream()
                        .collect(Collectors.groupingBy(
                                row -> row.text("code"),
                                Collectors.mapping(
                                        row -> new FormerName(row.text("name"), LocalDate.parse(row.text("until"))),
                                        Collectors.toUnmodifiableList())));
        Map<String, Row> poorCounties = new ReferenceFile(POOR_COUNTIES)
                .rows().stream().collect(Collectors.toUnmodifiableMap(row -> row.text("code"), Function.identity()));
        Map<String, DivisionFacts> facts = new TreeMap<>();
        for (Row row : new ReferenceFile(DIVISIONS).rows()) {
            String code = row.text("code");
            facts.put(
                    code,
                    facts(
                            row,
                            formerNames.getOrDefault(code, List.of()),
                            poorCounties.getOrDefault(code, new Row(Map.of()))));
        }
        return new ReferenceList(sha256(), facts);
    }

    private static DivisionFacts facts(Row row, List<FormerName> formerNames, Row poorCounty) {
        return new DivisionFacts(
                row.text("name"),
                Level.valueOf(row.text("level")),
                optional(row, "parent_code", Function.identity()),
                optional(row, "valid_from", LocalDate::parse),
                optional(row, "valid_until", LocalDate::parse),
                formerNames,
                optional(poorCounty, "key_county", KeyCounty::valueOf),
                optional(poorCounty, "deep_poverty", DeepPoverty::valueOf),
                Boolean.parseBoolean(poorCounty.optional("yanshan_taihang")));
    }

    private static <T> @Nullable T optional(Row row, String column, Function<String, T> parse) {
        String value = row.optional(column);
        return value.isEmpty() ? null : parse.apply(value);
    }

    private static String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String file : List.of(DIVISIONS, FORMER_NAMES, POOR_COUNTIES)) {
                digest.update(file.getBytes(StandardCharsets.UTF_8));
                digest.update(new ReferenceFile(file).bytes());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
