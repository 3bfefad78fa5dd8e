package org.duijie.project.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.duijie.chassis.testing.Problem.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.Tokens;
import org.duijie.chassis.time.BusinessDay;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Files of needs over HTTP, with a real database and a real broker. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class NeedImportApiTest {

    private static final String NDJSON = "application/x-ndjson";
    private static final String WEICHANG = "130828";
    private static final Charset GBK = Charset.forName("GBK");

    private final DataSource database;

    /** Own references of each test: the database is everybody's. */
    private final String test = "T" + UUID.randomUUID().toString().substring(0, 8);

    @Inject
    NeedImportApiTest(DataSource database) {
        this.database = database;
    }

    @Test
    void takesTheGoodLinesAndTellsWhyNotTheOthers() throws SQLException {
        byte[] file = aThousandLinesOfWhichTenAreBad();

        Response job = finished(send(file));

        job.then()
                .body("status", equalTo("SUCCEEDED"))
                .body("lines", equalTo(1000))
                .body("done", equalTo(1000))
                .body("taken", equalTo(990))
                .body("created", equalTo(990))
                .body("unchanged", equalTo(0))
                .body("refused", equalTo(10))
                .body("finishedAt", notNullValue());
        assertThat(job.header("Retry-After")).isNull();
        assertThat(refused(job, "zh-CN"))
                .containsExactly(
                        "100 /problems/need-import-line-not-utf8 #",
                        "200 /problems/request-malformed #/need",
                        "300 /problems/need-import-line-too-long #",
                        "400 /problems/need-import-line-blank #",
                        "500 /problems/request-malformed #/need/colour",
                        "600 /problems/request-invalid #/need/title",
                        "700 /problems/need-contradictory #/need/periodEnd",
                        "800 /problems/need-personal-data #/need/summary",
                        "900 /problems/need-incomplete #/need/beneficiaries",
                        "1000 /problems/need-import-reference-repeated #/reference");
        assertThat(count("select count(*) from need where reference like '" + test + "%'"))
                .isEqualTo(990);

        Response again = finished(send(file));

        again.then().body("unchanged", equalTo(990)).body("taken", equalTo(0)).body("refused", equalTo(10));
        assertThat(count("select count(*) from need where reference like '" + test + "%'"))
                .isEqualTo(990);
        assertThat(count("select count(*) from need_change c join need n on n.id = c.need_id and n.reference like '"
                        + test + "%'"))
                .isEqualTo(990);
    }

    @Test
    void explainsInTheLanguageOfWhoeverReads() {
        Response job = finished(send(lines(aLine(1).replace("\"2000\"", "\"2e3\""))));

        lines(job, "zh-CN")
                .then()
                .body("items[0].problems[0].pointer", equalTo("#/need/items/0/quantity"))
                .body("items[0].problems[0].detail", equalTo("应为大于零、至多三位小数的数字字符串，如 \"2000\""))
                .body("items[0].problems[0].mend", notNullValue());
        lines(job, "en")
                .then()
                .body(
                        "items[0].problems[0].detail",
                        equalTo("a decimal string greater than zero with at most three decimals, such as \"2000\""));
    }

    @Test
    void writesWhatASingleCallWrites() throws SQLException {
        given().auth()
                .oauth2(Tokens.countyBureau(WEICHANG))
                .contentType("application/json")
                .body(aLine(1).replaceFirst("^\\{\"reference\":\"[^\"]*\",", "{"))
                .put("/needs/references/" + reference(1))
                .then()
                .statusCode(201);

        // So many that they are copied, not inserted.
        finished(send(lines(IntStream.rangeClosed(2, 101).mapToObj(this::aLine).toArray(String[]::new))));

        assertThat(row("need", 2)).isEqualTo(row("need", 1));
        assertThat(row("need_change", 2)).isEqualTo(row("need_change", 1));
    }

    @Test
    void replacesWhatHasChanged() {
        String[] before = IntStream.rangeClosed(1, 60).mapToObj(this::aLine).toArray(String[]::new);
        finished(send(lines(before)));
        String[] after = before.clone();
        after[0] = after[0].replace("\"2000\"", "\"1500\"");

        finished(send(lines(after)))
                .then()
                .body("replaced", equalTo(1))
                .body("unchanged", equalTo(59))
                .body("refused", equalTo(0));
    }

    @Test
    void takesNoLineForACountyThatIsNotTheSenders() {
        Response job = finished(send(lines(aLine(1), aLine(2).replace(WEICHANG, "130722"))));

        assertThat(refused(job, "en")).containsExactly("2 /problems/access-forbidden #/need/divisionCode");
    }

    @Test
    void answersARepeatedRequestWithTheSameJob() {
        String key = UUID.randomUUID().toString();
        byte[] file = lines(aLine(1));

        Response first = post(file, key);
        Response again = post(file, key);

        first.then().statusCode(202).header("Retry-After", "1");
        again.then().statusCode(202).header("Idempotent-Replayed", "true").body("id", equalTo(first.path("id")));
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        post(lines(aLine(2)), key).then().spec(problem(422, "idempotency-key-reused"));
    }

    @Test
    void showsAJobToItsSenderAndToThoseWhoReadEverything() {
        Response job = finished(send(lines(aLine(1))));
        String path = "/need-imports/" + job.path("id");

        for (String stranger :
                List.of(Tokens.countyBureau("130722"), Tokens.partnerPlatform(List.of(WEICHANG), List.of()))) {
            given().auth().oauth2(stranger).get(path).then().spec(problem(404, "need-import-not-found"));
            given().auth().oauth2(stranger).get(path + "/lines").then().spec(problem(404, "need-import-not-found"));
            given().auth()
                    .oauth2(stranger)
                    .header("Accept", NDJSON)
                    .get(path + "/lines")
                    .then()
                    .statusCode(404);
        }
        for (String reader : List.of(Tokens.supervisor(), Tokens.leadingGroup())) {
            given().auth().oauth2(reader).get(path).then().statusCode(200);
        }
        given().get(path).then().spec(problem(401, "access-unauthenticated"));
    }

    @Test
    void pagesTheReportAndStreamsItWhole() {
        Response job = finished(
                send(lines(IntStream.rangeClosed(1, 1_205).mapToObj(this::aLine).toArray(String[]::new))));
        String path = "/need-imports/" + job.path("id") + "/lines";

        List<Integer> numbers = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            RequestSpecification request = bureau().queryParam("limit", 200);
            Response page = (cursor.isEmpty() ? request : request.queryParam("cursor", cursor)).get(path);
            numbers.addAll(page.then().statusCode(200).extract().path("items.line"));
            cursor = page.path("nextCursor");
        }
        assertThat(numbers)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 1_205).boxed().toList());
        String whole = bureau().header("Accept", NDJSON)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(whole.lines()).hasSize(1_205);
        assertThat(whole.lines().toList().getLast()).contains("\"line\":1205", "\"outcome\":\"CREATED\"");
    }

    @Test
    void losesAndRepeatsNothingWhenItsConnectionsAreCut() throws Exception {
        int lines = 5_000;
        Response accepted =
                send(lines(IntStream.rangeClosed(1, lines).mapToObj(this::aLine).toArray(String[]::new)));

        for (int cut = 0; cut < 5; cut++) {
            Thread.sleep(150);
            execute("select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()"
                    + " and datname = current_database() and query ilike '%need%'");
        }

        finished(accepted).then().body("status", equalTo("SUCCEEDED")).body("created", equalTo(lines));
        assertThat(count("select count(*) from need where reference like '" + test + "%'"))
                .isEqualTo(lines);
        assertThat(count("select count(*) from need_change c join need n on n.id = c.need_id and n.reference like '"
                        + test + "%'"))
                .isEqualTo(lines);
    }

    @Test
    void refusesWhatIsNoFile() {
        post(new byte[0], UUID.randomUUID().toString()).then().spec(problem(422, "need-import-empty"));
        post(
                        "\n".repeat(Upload.MOST_LINES + 1).getBytes(StandardCharsets.UTF_8),
                        UUID.randomUUID().toString())
                .then()
                .spec(problem(413, "need-import-too-many-lines"));
        bureau().contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{}")
                .post("/need-imports")
                .then()
                .spec(problem(415, "request-unsupported-media-type"));
        bureau().contentType(NDJSON)
                .body(lines(aLine(1)))
                .post("/need-imports")
                .then()
                .statusCode(400);
    }

    @Test
    void raisesTheLimitForFilesOnly() {
        byte[] large = new byte[2 * 1024 * 1024];
        java.util.Arrays.fill(large, (byte) ' ');

        post(large, UUID.randomUUID().toString()).then().statusCode(202);
        bureau().contentType("application/json")
                .body(large)
                .post("/needs")
                .then()
                .statusCode(413);
    }

    @Test
    void takesWindowsLineEndsAndAByteOrderMark() {
        byte[] file = ("\uFEFF" + aLine(1) + "\r\n" + aLine(2)).getBytes(StandardCharsets.UTF_8);

        finished(send(file)).then().body("lines", equalTo(2)).body("created", equalTo(2));
    }

    @Test
    void listsTheSendersImports() {
        Response job = finished(send(lines(aLine(1))));

        bureau().get("/need-imports").then().statusCode(200).body("items.id", hasItem(job.<String>path("id")));
        given().auth()
                .oauth2(Tokens.countyBureau("130729"))
                .get("/need-imports")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void filtersTheReportByOutcome() {
        Response job = finished(send(lines(aLine(1), "{}", aLine(3))));

        bureau().queryParam("outcome", "REFUSED")
                .get("/need-imports/" + job.path("id") + "/lines")
                .then()
                .body("items.line", contains(2));
    }

    private byte[] aThousandLinesOfWhichTenAreBad() {
        Map<Integer, byte[]> bad = new LinkedHashMap<>();
        bad.put(100, aLine(100).getBytes(GBK));
        bad.put(200, utf8("{\"reference\":\"" + reference(200) + "\",\"need\":{"));
        bad.put(300, utf8(aLine(300).replace("乡村小学图书角", "长".repeat(Upload.LONGEST_LINE))));
        bad.put(400, utf8(" \t"));
        bad.put(500, utf8(aLine(500).replace("\"field\"", "\"colour\":\"red\",\"field\"")));
        bad.put(600, utf8(aLine(600).replaceFirst("\"title\":\"[^\"]*\",", "")));
        bad.put(
                700,
                utf8(aLine(700)
                        .replace(
                                today().plusYears(1).toString(),
                                today().plusDays(1).toString())));
        bad.put(800, utf8(aLine(800).replace("为全县", "联系１３８ ０００００００５，为全县")));
        bad.put(900, utf8(aLine(900).replace("\"persons\":320,\"households\":110", "\"persons\":0,\"households\":0")));
        bad.put(1000, utf8(aLine(1)));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int number = 1; number <= 1000; number++) {
            file.writeBytes(bad.getOrDefault(number, utf8(aLine(number))));
            file.write('\n');
        }
        return file.toByteArray();
    }

    private String reference(int number) {
        return test + "-" + number;
    }

    private String aLine(int number) {
        return """
                {"reference":"%s","need":{"divisionCode":"%s","title":"乡村小学图书角","summary":"为全县十二所寄宿制小学各建一个图书角，并培训一名教师。",\
                "field":"EDUCATION","category":"DEVELOPMENT","mode":"CAPACITY_BUILDING",\
                "items":[{"kind":"GOODS","resourceCode":"GOODS.BOOKS","description":"小学课外读物","quantity":"2000","unit":"册",\
                "value":{"amount":"50000.00","currency":"CNY"}}],"splittable":true,\
                "beneficiaries":{"persons":320,"households":110},\
                "periodStart":"%s","periodEnd":"%s","deadline":"%s",\
                "excludedOrganizations":["51110000MJ0121629F"],\
                "evidence":[{"title":"现状\\t调查","uri":"https://www.weichang.gov.example/survey.pdf"}]}}\
                """.replace("\\t", "").formatted(
                reference(number), WEICHANG, today().plusMonths(1), today().plusYears(1), today().plusDays(1));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] lines(String... lines) {
        return utf8(String.join("\n", lines) + "\n");
    }

    private static RequestSpecification bureau() {
        return given().auth().oauth2(Tokens.countyBureau(WEICHANG));
    }

    private static Response post(byte[] file, String key) {
        return bureau().contentType(NDJSON)
                .header(new Header("Idempotency-Key", key))
                .body(file)
                .post("/need-imports");
    }

    private static Response send(byte[] file) {
        Response accepted = post(file, UUID.randomUUID().toString());
        accepted.then().statusCode(202);
        return accepted;
    }

    private static Response finished(Response accepted) {
        String path = "/need-imports/" + accepted.path("id");
        return Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> bureau().get(path), job -> List.of(
                        "SUCCEEDED", "FAILED")
                .contains(job.<String>path("status")));
    }

    private static Response lines(Response job, String language) {
        return bureau().header("Accept-Language", language)
                .queryParam("outcome", "REFUSED")
                .get("/need-imports/" + job.path("id") + "/lines");
    }

    private static List<String> refused(Response job, String language) {
        List<Map<String, Object>> items = lines(job, language).path("items");
        return items.stream()
                .map(item -> {
                    @SuppressWarnings("unchecked")
                    Map<String, Object> fault = ((List<Map<String, Object>>) item.get("problems")).getFirst();
                    assertThat((String) fault.get("detail")).isNotBlank();
                    assertThat((String) fault.get("mend")).isNotBlank();
                    return item.get("line") + " " + fault.get("type") + " " + fault.get("pointer");
                })
                .toList();
    }

    /** Everything of a row but what must differ from row to row. */
    private String row(String table, int number) throws SQLException {
        String sql = table.equals("need")
                ? "select to_jsonb(n) - 'id' - 'reference' - 'created_at' - 'updated_at' from need n where reference = '"
                        + reference(number) + "'"
                : "select to_jsonb(c) - 'need_id' - 'xid' - 'ord' - 'at' from need_change c"
                        + " join need n on n.id = c.need_id and n.reference = '" + reference(number) + "'";
        return query(sql);
    }

    private long count(String sql) throws SQLException {
        return Long.parseLong(query(sql));
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    /** Over a connection of its own: one of the pool may be cut already. */
    private static void execute(String sql) throws SQLException {
        var config = ConfigProvider.getConfig();
        try (Connection connection = DriverManager.getConnection(
                        config.getValue("quarkus.datasource.jdbc.url", String.class),
                        config.getValue("quarkus.datasource.username", String.class),
                        config.getValue("quarkus.datasource.password", String.class));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static LocalDate today() {
        return LocalDate.now(BusinessDay.ZONE);
    }
}
