package org.duijie.matching.pairing;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One line of the reference file {@code reference/pairings.csv}. */
@JsonPropertyOrder({
    "districtCode",
    "districtName",
    "countyCode",
    "countyName",
    "kind",
    "since",
    "until",
    "precision",
    "statedAs",
    "source",
    "confidence"
})
record PairingLine(
        String districtCode,
        String districtName,
        String countyCode,
        String countyName,
        PairingKind kind,
        @Nullable LocalDate since,
        @Nullable LocalDate until,
        SincePrecision precision,
        String statedAs,
        String source,
        String confidence) {

    private static final String FILE = "/reference/pairings.csv";

    /** The pairings that this version of the product knows. */
    static List<PairingLine> all() {
        CsvMapper csv = CsvMapper.builder()
                .addModule(new JavaTimeModule())
                .enable(CsvParser.Feature.EMPTY_STRING_AS_NULL)
                .build();
        CsvSchema columns = csv.schemaFor(PairingLine.class).withHeader();
        ObjectReader reader = csv.readerFor(PairingLine.class).with(columns);
        try (InputStream file = Objects.requireNonNull(PairingLine.class.getResourceAsStream(FILE), FILE);
                var lines = reader.<PairingLine>readValues(file)) {
            return lines.readAll();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
