package org.duijie.bench.intake;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.duijie.sample.Json;
import org.duijie.sample.data.SampleData;
import org.duijie.sample.data.SampleSize;

/** A file of needs as a publisher exports it: those of the sample, under references of its own. */
final class NeedFile {
    private NeedFile() {}

    /**
     * @param from the first of them
     * @param until the one behind the last
     * @param divisionCode the sender's county, whose all of them are
     */
    static Path write(Path file, int from, int until, String divisionCode, LocalDate today) throws IOException {
        SampleData sample = new SampleData(SampleSize.SMALL, today, false);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (int number : IntStream.range(from, until).toArray()) {
                @SuppressWarnings("unchecked")
                Map<String, Object> need =
                        Json.MAPPER.convertValue(sample.need(number).draft(), LinkedHashMap.class);
                need.put("divisionCode", divisionCode);
                out.write(Json.MAPPER.writeValueAsBytes(Map.of("reference", "BENCH-" + number, "need", need)));
                out.write('\n');
            }
        }
        return file;
    }
}
