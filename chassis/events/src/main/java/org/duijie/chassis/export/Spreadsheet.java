package org.duijie.chassis.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CSV by RFC 4180 in UTF-8, with the byte order mark by which spreadsheets know it. */
final class Spreadsheet implements AutoCloseable {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final OutputStream output;
    private final SequenceWriter rows;

    Spreadsheet(OutputStream output, List<String> columns) throws IOException {
        this.output = output;
        output.write(BYTE_ORDER_MARK.getBytes(StandardCharsets.UTF_8));
        CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true).setLineSeparator("\r\n");
        columns.forEach(schema::addColumn);
        this.rows = CsvMapper.builder()
                .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
                .enable(CsvGenerator.Feature.ALWAYS_QUOTE_EMPTY_STRINGS)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .build()
                .writerFor(List.class)
                .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
                .with(schema.build())
                .writeValues(output);
    }

    void add(List<@Nullable Object> row) throws IOException {
        rows.write(row.stream().map(SpreadsheetCell::of).toList());
    }

    @Override
    public void close() throws IOException {
        rows.close();
        output.flush();
    }
}
