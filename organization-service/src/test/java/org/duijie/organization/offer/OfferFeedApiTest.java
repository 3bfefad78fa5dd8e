package org.duijie.organization.offer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.duijie.chassis.testing.Problem.problem;
import static org.duijie.chassis.testing.Problem.problemAt;
import static org.duijie.organization.offer.OfferBody.anOffer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.TestClock;
import org.duijie.chassis.time.BusinessDay;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Offers for those who keep a copy: everything at once, and from there on every change. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class OfferFeedApiTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String NDJSON = "application/x-ndjson";

    private final BusinessDay day;
    private final TestClock clock;
    private final OfferService service;
    private Giver giver;

    @Inject
    OfferFeedApiTest(BusinessDay day, TestClock clock, OfferService service) {
        this.day = day;
        this.clock = clock;
        this.service = service;
    }

    @BeforeEach
    void register() {
        giver = Giver.verified();
    }

    @Test
    void tellsThePublicWhatAppearsAndVanishesAndThoseConcernedWhatBecameOfIt() {
        String since = export(Caller.PUBLIC, NDJSON).header("Duijie-Feed-Position");
        String id = giver.opens(body());
        assertThat(told(Caller.PUBLIC, since, id)).containsExactly("OPENED 1 v1");
        giver.withdraws(id).statusCode(200);

        assertThat(told(Caller.PUBLIC, since, id)).containsExactly("OPENED 1 gone", "WITHDRAWN 2 gone");
        assertThat(told(Caller.OTHER_ORGANIZATION, since, id)).containsExactly("OPENED 1 gone", "WITHDRAWN 2 gone");
        assertThat(told(Caller.ITS_ORGANIZATION, since, id)).containsExactly("OPENED 1 v2", "WITHDRAWN 2 v2");
        assertThat(told(Caller.SUPERVISOR, since, id)).containsExactly("OPENED 1 v2", "WITHDRAWN 2 v2");
    }

    @Test
    void tellsWhatTheClockDid() {
        String since = export(Caller.PUBLIC, NDJSON).header("Duijie-Feed-Position");
        String id = giver.opens(body().with("validUntil", day.today().toString()));
        clock.inDays(1, service::expireOverdue);
        assertThat(told(Caller.ITS_ORGANIZATION, since, id)).containsExactly("OPENED 1 v2", "EXPIRED 2 v2");
    }

    @Test
    void missesNothingWhileManyOpenAtOnce() throws InterruptedException {
        String since = export(Caller.PUBLIC, NDJSON).header("Duijie-Feed-Position");
        Queue<String> made = new ConcurrentLinkedQueue<>();
        List<Thread> writers = IntStream.range(0, 6)
                .mapToObj(i -> Thread.ofVirtual()
                        .start(() -> IntStream.range(0, 6).forEach(j -> made.add(giver.opens(body())))))
                .toList();
        List<String> seen = new ArrayList<>();
        String reached = since;
        while (writers.stream().anyMatch(Thread::isAlive)) {
            reached = follow(reached, seen);
        }
        for (Thread writer : writers) {
            writer.join();
        }
        follow(reached, seen);

        assertThat(made).hasSize(36);
        assertThat(seen).doesNotHaveDuplicates().containsAll(made);
    }

    @ParameterizedTest
    @ValueSource(strings = {"since=later", "since=1", "since=-1-0", "limit=0", "limit=1001", "limit=x"})
    void refusesAPlaceThatIsNone(String query) {
        given().get("/offers/feed?" + query)
                .then()
                .spec(problemAt(400, "request-invalid", "?" + query.replaceFirst("=.*", "")));
    }

    @Test
    void refusesAPlaceThatItNeverGave() {
        given().get("/offers/feed?since=999999999999999-0").then().spec(problem(410, "feed-position-unknown"));
    }

    @Test
    void exportsWhatTheCallerMaySee() throws IOException {
        String open = giver.opens(body());
        String ended = giver.opens(body());
        giver.withdraws(ended).statusCode(200);

        assertThat(ids(export(Caller.PUBLIC, NDJSON)))
                .contains(open)
                .doesNotContain(ended)
                .doesNotHaveDuplicates();
        assertThat(ids(export(Caller.ITS_ORGANIZATION, NDJSON))).containsSubsequence(open, ended);
    }

    @Test
    void exportsATableThatSpreadsheetsLeaveAsItIs() throws IOException {
        String id = giver.opens(body().with("title", "=HYPERLINK(1)").with("summary", "说，\"好\"\n第二行"));
        Response answer = export(Caller.PUBLIC, "text/csv");

        byte[] bytes = answer.asByteArray();
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"offers.csv\"");
        assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF);
        String text = new String(bytes, StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFFid,version,status,organizationId").endsWith("\r\n");
        Map<String, String> row = new CsvMapper()
                        .readerForMapOf(String.class)
                        .with(CsvSchema.emptySchema().withHeader())
                        .<Map<String, String>>readValues(text.substring(1))
                        .readAll()
                        .stream()
                        .filter(one -> id.equals(one.get("id")))
                        .findFirst()
                        .orElseThrow();
        assertThat(row)
                .containsEntry("title", "'=HYPERLINK(1)")
                .containsEntry("summary", "说，\"好\"\n第二行")
                .containsEntry("value", "50000.00")
                .containsEntry("participationRoles", "PROJECTS EXPERTISE");
        assertThat(JSON.readTree(row.get("items"))).hasSize(2);
    }

    @Test
    void refusesAFormThatItDoesNotHave() {
        given().accept("application/pdf").get("/offers/export").then().spec(problem(406, "request-not-acceptable"));
    }

    private OfferBody body() {
        return anOffer(giver.id(), day.today());
    }

    private Response export(Caller caller, String form) {
        return caller.calls(giver.creditCode())
                .accept(form)
                .get("/offers/export")
                .then()
                .statusCode(200)
                .extract()
                .response();
    }

    private static List<String> ids(Response export) throws IOException {
        List<String> ids = new ArrayList<>();
        for (String line : export.asString().lines().toList()) {
            ids.add(JSON.readTree(line).get("id").asText());
        }
        return ids;
    }

    /** What a caller is told of one offer after a position. */
    private List<String> told(Caller caller, String since, String id) {
        List<String> told = new ArrayList<>();
        for (JsonNode item : stretch(caller, since).path("items")) {
            if (item.path("offerId").asText().equals(id)) {
                told.add(item.path("kind").asText() + " " + item.path("version") + " "
                        + (item.has("offer") ? "v" + item.path("offer").path("version") : "gone"));
            }
        }
        return told;
    }

    /** Takes the next changes down, and says where to go on. */
    private String follow(String since, List<String> seen) {
        JsonNode stretch = stretch(Caller.PUBLIC, since);
        stretch.path("items").forEach(item -> seen.add(item.path("offerId").asText()));
        return stretch.path("nextSince").asText();
    }

    private JsonNode stretch(Caller caller, String since) {
        try {
            return JSON.readTree(caller.calls(giver.creditCode())
                    .get("/offers/feed?limit=1000&since=" + since)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString());
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
