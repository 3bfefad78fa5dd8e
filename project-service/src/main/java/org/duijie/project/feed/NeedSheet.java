package org.duijie.project.feed;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duijie.project.need.NeedResponse;
import org.jspecify.annotations.Nullable;

/**
 * Needs as a table: CSV by RFC 4180 in UTF-8, with the byte order mark by which spreadsheets know it. One line is one
 * need, so that values can be added up; what is a list in the API is JSON in its cell.
 */
final class NeedSheet implements AutoCloseable {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Map<String, Function<NeedResponse, @Nullable Object>> columns = new LinkedHashMap<>();
    private final ObjectMapper json;
    private final OutputStream output;
    private final SequenceWriter rows;

    NeedSheet(OutputStream output, ObjectMapper json) throws IOException {
        this.output = output;
        this.json = json;
        describe();
        output.write(BYTE_ORDER_MARK.getBytes(StandardCharsets.UTF_8));
        CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true).setLineSeparator("\r\n");
        columns.keySet().forEach(schema::addColumn);
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

    private void describe() {
        columns.put("id", NeedResponse::id);
        columns.put("version", NeedResponse::version);
        columns.put("status", NeedResponse::status);
        columns.put("divisionCode", NeedResponse::divisionCode);
        columns.put("divisionName", NeedResponse::divisionName);
        columns.put("title", NeedResponse::title);
        columns.put("summary", NeedResponse::summary);
        columns.put("field", NeedResponse::field);
        columns.put("category", NeedResponse::category);
        columns.put("mode", NeedResponse::mode);
        columns.put("items", need -> write(need.items()));
        columns.put("value", need -> need.value().amount());
        columns.put("currency", need -> need.value().currency());
        columns.put("splittable", NeedResponse::splittable);
        columns.put("beneficiaryPersons", need -> need.beneficiaries().persons());
        columns.put("beneficiaryHouseholds", need -> need.beneficiaries().households());
        columns.put("periodStart", NeedResponse::periodStart);
        columns.put("periodEnd", NeedResponse::periodEnd);
        columns.put("deadline", NeedResponse::deadline);
        columns.put("admittedLevels", need -> words(need.admittedLevels()));
        columns.put("admittedTypes", need -> words(need.admittedTypes()));
        columns.put("beneficiaryOrganization", NeedResponse::beneficiaryOrganization);
        columns.put("evidence", need -> write(need.evidence()));
        columns.put("createdAt", NeedResponse::createdAt);
        columns.put("updatedAt", NeedResponse::updatedAt);
        columns.put("publishedAt", NeedResponse::publishedAt);
    }

    void add(NeedResponse need) throws IOException {
        rows.write(columns.values().stream()
                .map(column -> SpreadsheetCell.of(column.apply(need)))
                .toList());
    }

    private static String words(List<?> list) {
        return list.stream().map(Object::toString).collect(Collectors.joining(" "));
    }

    private String write(List<?> list) {
        try {
            return json.writeValueAsString(list);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
        output.flush();
    }
}
