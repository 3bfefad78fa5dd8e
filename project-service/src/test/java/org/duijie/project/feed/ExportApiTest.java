package org.duijie.project.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.duijie.chassis.testing.Problem.problem;
import static org.duijie.project.need.NeedBody.aNeed;
import static org.duijie.project.need.NeedSteps.ZHANGBEI;
import static org.duijie.project.need.NeedSteps.aDraft;
import static org.duijie.project.need.NeedSteps.aPublishedNeed;
import static org.duijie.project.need.NeedSteps.draftOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.project.need.Caller;
import org.duijie.project.need.NeedRequest;
import org.duijie.project.need.NeedTerms;
import org.duijie.project.need.Writer;
import org.duijie.project.publishing.NeedPut;
import org.duijie.project.publishing.PublishingService;
import org.junit.jupiter.api.Test;

/** All needs in one answer. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class ExportApiTest {

    private final PublishingService publishing;
    private final ObjectMapper json;

    @Inject
    ExportApiTest(PublishingService publishing, ObjectMapper json) {
        this.publishing = publishing;
        this.json = json;
    }

    @Test
    void givesEveryNeedThatTheCallerMaySeeALine() throws IOException {
        String published = aPublishedNeed();
        String draft = aDraft();

        List<JsonNode> shown = lines(export(Caller.PUBLIC, "application/x-ndjson", ""));
        assertThat(shown)
                .extracting(need -> need.get("id").asText())
                .contains(published)
                .doesNotContain(draft);
        assertThat(shown).noneMatch(need -> need.has("excludedOrganizations"));
        assertThat(lines(export(Caller.BUREAU, "application/x-ndjson", "?division=" + ZHANGBEI)))
                .extracting(need -> need.get("id").asText())
                .contains(published, draft)
                .doesNotHaveDuplicates();
    }

    @Test
    void givesMoreThanOnePieceInTheOrderOfMaking() throws IOException {
        String county = "130725";
        Writer writer = new Writer("county-bureau-" + county, county, false, Set.of(county), Map.of());
        List<NeedPut> puts = new ArrayList<>();
        NeedTerms terms =
                json.readValue(aNeed(county).toString(), NeedRequest.class).toTerms();
        for (int i = 0; i < 450; i++) {
            puts.add(new NeedPut("E-" + UUID.randomUUID(), terms, null));
        }
        List<String> made = publishing.putAll(writer, puts).stream()
                .map(outcome -> String.valueOf(outcome.needId()))
                .toList();

        assertThat(lines(export(Caller.PREFECTURE, "application/x-ndjson", "?division=" + county)))
                .extracting(need -> need.get("id").asText())
                .containsSubsequence(made);
    }

    @Test
    void goesOnWithTheFeedFromItsPosition() {
        String before = aPublishedNeed();
        Response export = export(Caller.PUBLIC, "application/x-ndjson", "");
        String after = aPublishedNeed();

        String position = export.header("Duijie-Feed-Position");
        assertThat(export.header("Link")).isEqualTo("</needs/feed?since=" + position + ">; rel=\"monitor\"");
        List<String> followed = given().get("/needs/feed?limit=1000&since=" + position)
                .then()
                .statusCode(200)
                .extract()
                .path("items.needId");
        assertThat(followed).contains(after).doesNotContain(before);
        assertThat(export.asString()).contains(before).doesNotContain(after);
    }

    @Test
    void isATableThatSpreadsheetsLeaveAsItIs() throws IOException {
        String county = "130726";
        String dangerous = draftOf(
                Caller.LEADING_GROUP,
                aNeed(county).with("/title", "\"=HYPERLINK(1)\"").with("/summary", "\"说，\\\"好\\\"\\n第二行\""));
        String fullWidth = draftOf(
                Caller.LEADING_GROUP,
                aNeed(county).with("/title", "\"＝1+1\"").with("/summary", "\"1234567890123456\""));

        Response answer = export(Caller.LEADING_GROUP, "text/csv", "?division=" + county);

        byte[] bytes = answer.asByteArray();
        assertThat(answer.contentType()).isEqualTo("text/csv;charset=UTF-8;header=present");
        assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF);
        String text = new String(bytes, StandardCharsets.UTF_8);
        assertThat(text.split("\r\n", -1)[0]).startsWith("\uFEFFid,version,status,divisionCode");
        assertThat(text).endsWith("\r\n");
        assertThat(text.replace("\r\n", "")).as("every line ends with both").doesNotContain("\r");
        List<Map<String, String>> rows = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .<Map<String, String>>readValues(text.substring(1))
                .readAll();
        Map<String, String> first = row(rows, dangerous);
        assertThat(first).containsEntry("title", "'=HYPERLINK(1)").containsEntry("summary", "说，\"好\"\n第二行");
        assertThat(first).containsEntry("value", "62000.50").containsEntry("admittedLevels", "NATIONAL PROVINCIAL");
        assertThat(json.readTree(first.get("items"))).hasSize(2);
        assertThat(row(rows, fullWidth)).containsEntry("title", "'＝1+1").containsEntry("summary", "'1234567890123456");
    }

    @Test
    void isLinesUnlessATableIsAskedFor() {
        assertThat(given().get("/needs/export?division=130726").contentType()).startsWith("application/x-ndjson");
        assertThat(given().accept("text/csv, application/x-ndjson;q=0.5")
                        .get("/needs/export?division=130726")
                        .contentType())
                .startsWith("text/csv");
    }

    @Test
    void refusesAFormThatItDoesNotHave() {
        given().accept("application/pdf").get("/needs/export").then().spec(problem(406, "request-not-acceptable"));
        given().get("/needs/export?division=x").then().spec(problem(400, "request-invalid"));
    }

    private static Map<String, String> row(List<Map<String, String>> rows, String id) {
        return rows.stream().filter(row -> id.equals(row.get("id"))).findFirst().orElseThrow();
    }

    private List<JsonNode> lines(Response answer) throws IOException {
        assertThat(answer.contentType()).startsWith("application/x-ndjson");
        List<JsonNode> lines = new ArrayList<>();
        for (String line : answer.asString().lines().toList()) {
            lines.add(json.readTree(line));
        }
        return lines;
    }

    private static Response export(Caller caller, String form, String query) {
        return caller.calls()
                .accept(form)
                .get("/needs/export" + query)
                .then()
                .statusCode(200)
                .extract()
                .response();
    }
}
