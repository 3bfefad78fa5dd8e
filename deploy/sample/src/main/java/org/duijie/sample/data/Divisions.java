package org.duijie.sample.data;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The real divisions of Beijing, Tianjin and Hebei and the 62 poor counties of Hebei, from the two tables beside this
 * class ({@code divisions.csv}: GB/T 2260 as of 2021-01; {@code hebei_poor_counties.csv}: the lists of 2012 with
 * today's codes).
 */
public final class Divisions {
    private static final List<Division> ALL = read("divisions.csv").stream()
            .map(row -> new Division(
                    row.getOrDefault("code", ""),
                    row.getOrDefault("name", ""),
                    row.getOrDefault("parent_code", ""),
                    row.getOrDefault("level", "")))
            .toList();
    private static final Map<String, Division> BY_CODE =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Division::code, Function.identity()));
    private static final List<Division> POOR_COUNTIES = read("hebei_poor_counties.csv").stream()
            .map(row -> get(row.getOrDefault("code", "")))
            .toList();

    private Divisions() {}

    /** The 62 poor counties in the order of their codes. */
    static List<Division> poorCounties() {
        return POOR_COUNTIES;
    }

    /** The codes of the 62 poor counties in their order. */
    public static List<String> poorCountyCodes() {
        return POOR_COUNTIES.stream().map(Division::code).toList();
    }

    /** What hangs directly under a division, in the order of the codes. */
    static List<Division> under(String parentCode) {
        return ALL.stream()
                .filter(division -> division.parentCode().equals(parentCode))
                .toList();
    }

    static Division get(String code) {
        return Objects.requireNonNull(BY_CODE.get(code), () -> "no division " + code);
    }

    private static List<Map<String, String>> read(String table) {
        try (InputStream csv = Objects.requireNonNull(Divisions.class.getResourceAsStream(table), table)) {
            return new CsvMapper()
                    .readerForMapOf(String.class)
                    .with(CsvSchema.emptySchema().withHeader())
                    .<Map<String, String>>readValues(csv)
                    .readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
