package org.duijie.project.reference;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** One list of {@code src/main/resources/reference}: CSV with a header, in UTF-8. A list that is wrong stops the start. */
public record ReferenceFile(String name) {

    /** One line, by the names of the columns. */
    public record Row(Map<String, String> cells) {

        /** A cell that must be filled. */
        public String text(String column) {
            String value = optional(column);
            if (value.isEmpty()) {
                throw new IllegalStateException("No " + column + " in the reference row " + cells);
            }
            return value;
        }

        /** A cell that may be empty. */
        public String optional(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    public List<Row> rows() {
        try {
            return new CsvMapper()
                            .readerForMapOf(String.class)
                            .with(CsvSchema.emptySchema().withHeader())
                            .with(CsvParser.Feature.FAIL_ON_MISSING_COLUMNS)
                            .<Map<String, String>>readValues(bytes())
                            .readAll()
                            .stream()
                            .map(Row::new)
                            .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public byte[] bytes() {
        try (InputStream in = ReferenceFile.class.getResourceAsStream("/reference/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The reference list " + name + " is not in the jar");
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
