package org.duijie.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.duijie.sample.Json;
import org.duijie.sample.demo.DemoNeeds;
import org.duijie.sample.http.Gateway;
import org.duijie.sample.http.Listing;
import org.duijie.sample.http.Patience;
import org.duijie.sample.http.Session;
import org.duijie.sample.load.NeedImport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A bureau hands in a file as spreadsheets make them: most lines are good, and sent twice they are there once. */
@ExtendWith(RunningSuite.class)
class BulkImportJourneyIT {

    private static final String KANGBAO = "130723";
    private static final int LINES = 1_000;

    private final Patience patience = new Patience(Duration.ofMinutes(1));
    private final String run = "J" + UUID.randomUUID().toString().substring(0, 8) + "-";

    /** What is wrong with every hundredth line, and what is said of it. */
    private final Map<Integer, Bad> bad = Map.of(
            100, new Bad("need-import-line-not-utf8 #", line(100, need -> {}), Charset.forName("GBK")),
            200, new Bad("request-malformed #/need", "{\"reference\":\"" + run + "200\",\"need\":{"),
            300, new Bad("need-import-line-too-long #", line(300, need -> need.put("title", "长".repeat(65_536)))),
            400, new Bad("need-import-line-blank #", " \t"),
            500, new Bad("request-malformed #/need/colour", line(500, need -> need.put("colour", "red"))),
            600, new Bad("request-invalid #/need/title", line(600, need -> need.remove("title"))),
            700,
                    new Bad(
                            "need-contradictory #/need/periodEnd",
                            line(
                                    700,
                                    need -> need.put(
                                            "periodEnd", RunningSuite.today().toString()))),
            800,
                    new Bad(
                            "need-personal-data #/need/summary",
                            line(800, need -> need.put("summary", "请联系１３８ ００１３８０００"))),
            900, new Bad("access-forbidden #/need/divisionCode", line(900, need -> need.put("divisionCode", "130722"))),
            1000, new Bad("need-import-reference-repeated #/reference", line(1, need -> {})));

    private record Bad(String told, String line, Charset charset) {
        Bad(String told, String line) {
            this(told, line, StandardCharsets.UTF_8);
        }

        byte[] bytes() {
            return line.getBytes(charset);
        }
    }

    @Test
    void takesTheGoodLinesTellsOfTheBadOnesAndDoublesNothing(Gateway gateway, @TempDir Path directory)
            throws IOException {
        Session bureau = gateway.as("kangbao");
        Path file = write(directory.resolve("needs.ndjson"));

        int before = needs(bureau);

        NeedImport first = NeedImport.of(bureau, file);

        assertThat(first.count("lines")).isEqualTo(LINES);
        assertThat(first.count("created")).isEqualTo(990);
        assertThat(first.refused(patience))
                .extracting(BulkImportJourneyIT::told)
                .containsExactlyElementsOf(bad.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(line -> line.getKey() + " " + line.getValue().told())
                        .toList());
        assertThat(first.refused(patience)).allSatisfy(line -> assertThat(
                        line.path("problems").path(0).path("mend").asText())
                .isNotEmpty());
        assertThat(needs(bureau)).isEqualTo(before + 990);

        NeedImport again = NeedImport.of(bureau, file);

        assertThat(again.count("unchanged")).isEqualTo(990);
        assertThat(again.count("taken")).isZero();
        assertThat(again.count("refused")).isEqualTo(10);
        assertThat(needs(bureau)).isEqualTo(before + 990);
    }

    private Path write(Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (int number = 1; number <= LINES; number++) {
                Bad wrong = bad.get(number);
                out.write(wrong == null ? line(number, need -> {}).getBytes(StandardCharsets.UTF_8) : wrong.bytes());
                out.write('\n');
            }
        }
        return file;
    }

    private String line(int number, Consumer<ObjectNode> change) {
        ObjectNode line = Json.MAPPER.createObjectNode().put("reference", run + number);
        change.accept(line.putObject("need").setAll((ObjectNode)
                Json.MAPPER.valueToTree(DemoNeeds.digitalClassroom(KANGBAO, "康保县", RunningSuite.today()))));
        return line.toString();
    }

    private static String told(JsonNode line) {
        JsonNode problem = line.path("problems").path(0);
        return line.path("line").asInt() + problem.path("type").asText().replace("/problems/", " ") + " "
                + problem.path("pointer").asText();
    }

    /** Nobody else writes for this county meanwhile. */
    private int needs(Session bureau) {
        AtomicInteger count = new AtomicInteger();
        Listing.read(bureau, patience, "/needs?division=" + KANGBAO, need -> count.incrementAndGet());
        return count.get();
    }
}
