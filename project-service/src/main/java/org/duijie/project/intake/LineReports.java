package org.duijie.project.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The reports of a chunk's lines as they are kept: NDJSON, compressed. */
final class LineReports {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectWriter WRITER = JSON.writerFor(LineReport.class);
    private static final ObjectReader READER = JSON.readerFor(LineReport.class);

    private LineReports() {}

    static byte[] zip(List<LineReport> reports) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream(reports.size() * 128);
        try {
            for (LineReport report : reports) {
                plain.writeBytes(WRITER.writeValueAsBytes(report));
                plain.write('\n');
            }
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
        byte[] bytes = plain.toByteArray();
        return Chunk.zip(bytes, bytes.length);
    }

    static List<LineReport> unzip(byte[] zipped) {
        try (MappingIterator<LineReport> reports = READER.readValues(Chunk.unzip(zipped))) {
            return reports.readAll();
        } catch (IOException corrupt) {
            throw new UncheckedIOException(corrupt);
        }
    }
}
