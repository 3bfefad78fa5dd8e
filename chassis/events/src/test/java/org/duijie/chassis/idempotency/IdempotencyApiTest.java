package org.duijie.chassis.idempotency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.duijie.chassis.testing.Problem.problem;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Infrastructure.class)
class IdempotencyApiTest {

    private static final int CROWD = 200;

    @Inject
    SeedService seeds;

    @Inject
    KeyRepository keys;

    @Inject
    DataSource database;

    private final UUID plant = UUID.randomUUID();
    private final String key = UUID.randomUUID().toString();

    @Test
    void givesTheSameAnswerAgain() {
        Response first = sow(body(5));
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.header("Idempotent-Replayed")).isNull();
        assertThat(first.header("ETag")).isEqualTo("\"1\"");
        Response again = sow(body(5));
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(headers(again)).isEqualTo(headers(first));
        assertThat(seeds.effects(plant)).isEqualTo(1);
    }

    @Test
    void takesTheQuotedAndTheBareKeyForTheSame() {
        sow(body(5)).then().statusCode(201);
        county().header("Idempotency-Key", '"' + key + '"')
                .body(body(5))
                .post("/seeds")
                .then()
                .statusCode(201)
                .header("Idempotent-Replayed", "true");
    }

    @Test
    void takesOtherSpacingAndOrderForTheSameRequest() {
        String one =
                "{\"plant\":\"" + plant + "\",\"grains\":5,\"colours\":[\"red\",\"blue\"],\"doses\":{\"a\":1,\"b\":2}}";
        String other = "{ \"doses\": {\"b\":2, \"a\":1}, \"colours\":[\"blue\",\"red\"], \"grains\":5, \"plant\":\""
                + plant + "\" }";
        sow(one).then().statusCode(201);
        sow(other).then().statusCode(201).header("Idempotent-Replayed", "true");
        sow(one.replace("red", "green")).then().spec(problem(422, "idempotency-key-reused"));
    }

    @Test
    void refusesAnotherRequestUnderTheSameKey() {
        sow(body(5)).then().statusCode(201);
        sow(body(6)).then().spec(problem(422, "idempotency-key-reused"));
        county().header("Idempotency-Key", key)
                .queryParam("deep", true)
                .body(body(5))
                .post("/seeds")
                .then()
                .spec(problem(422, "idempotency-key-reused"));
        assertThat(seeds.effects(plant)).isEqualTo(1);
    }

    @Test
    void keepsCallersAndRoutesApart() {
        sow(body(5)).then().statusCode(201);
        given().auth()
                .oauth2(Tokens.organization("53110000500309522J"))
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body(6))
                .post("/seeds")
                .then()
                .statusCode(201);
        county().header("Idempotency-Key", key)
                .post("/seeds/" + plant + "/waterings")
                .then()
                .statusCode(200);
        assertThat(seeds.effects(plant)).isEqualTo(3);
    }

    @Test
    void refusesAnotherResourceUnderTheSameKey() {
        water(plant).then().statusCode(200);
        water(UUID.randomUUID()).then().spec(problem(422, "idempotency-key-reused"));
        water(plant)
                .then()
                .statusCode(200)
                .header("Idempotent-Replayed", "true")
                .header("ETag", "\"2\"");
    }

    @Test
    void actsOnceForACrowd() throws Exception {
        assertThat(crowd(() -> sow(body(5)).statusCode())).contains(201).isSubsetOf(201, 409);
        assertThat(seeds.effects(plant)).isEqualTo(1);
        assertThat(seeds.count("select count(*) from idempotency_key where key = '" + key + "'"))
                .isEqualTo(1);
    }

    @Test
    void actsOnceForACrowdWhereTheCommandOwnsItsTransaction() throws Exception {
        assertThat(crowd(() -> graft().statusCode())).contains(200).isSubsetOf(200, 409);
        assertThat(seeds.effects(plant)).isEqualTo(1);
        graft().then().statusCode(200).header("Idempotent-Replayed", "true").header("ETag", "\"3\"");
    }

    @Test
    void tellsStreamedBodiesApart() {
        unload("barley").then().statusCode(200);
        unload("barley").then().statusCode(200).header("Idempotent-Replayed", "true");
        unload("wheat").then().spec(problem(422, "idempotency-key-reused"));
        assertThat(seeds.effects(plant)).isEqualTo(1);
    }

    @Test
    void sendsAwayWhoComesWhileTheFirstIsAtWork() throws SQLException {
        long lock = new KeyedRequest("county-bureau-130722", "POST", "/seeds", key, new byte[0], 200).lock();
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(" + lock + ")");
            sow(body(5)).then().spec(problem(409, "idempotency-in-progress")).header("Retry-After", "1");
            connection.rollback();
        }
        sow(body(5)).then().statusCode(201);
    }

    @Test
    void keepsNothingOfARefusal() {
        sow(body(13)).then().spec(problem(409, "request-conflict"));
        sow(body(0)).then().spec(problem(400, "request-invalid"));
        assertThat(seeds.effects(plant)).isZero();
        sow(body(5)).then().statusCode(201);
        assertThat(seeds.effects(plant)).isEqualTo(1);
    }

    @Test
    void answersAnEmptyBodyAgain() {
        for (int time = 0; time < 2; time++) {
            county().header("Idempotency-Key", key)
                    .post("/seeds/" + plant + "/harvest")
                    .then()
                    .statusCode(204);
        }
        assertThat(seeds.effects(plant)).isEqualTo(1);
    }

    @Test
    void wantsAKeyWhereSomethingIsCreatedOnly() {
        county().body(body(5)).post("/seeds").then().spec(problem(400, "idempotency-key-missing"));
        for (int time = 0; time < 2; time++) {
            county().post("/seeds/" + plant + "/waterings").then().statusCode(200);
        }
        assertThat(seeds.effects(plant)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\"\"", "\"half", "a\"b", "a,b", "\"tab\\t\"", "\"a\";b=1"})
    void refusesAKeyThatIsNone(String none) {
        county().header("Idempotency-Key", none)
                .body(body(5))
                .post("/seeds")
                .then()
                .spec(problem(400, "idempotency-key-malformed"));
    }

    @Test
    void refusesKeysTooLongOrTooMany() {
        county().header("Idempotency-Key", "k".repeat(255))
                .body(body(5))
                .post("/seeds")
                .then()
                .statusCode(201);
        county().header("Idempotency-Key", "k".repeat(256))
                .body(body(5))
                .post("/seeds")
                .then()
                .spec(problem(400, "idempotency-key-malformed"));
        county().header("Idempotency-Key", "one", "two")
                .body(body(5))
                .post("/seeds")
                .then()
                .spec(problem(400, "idempotency-key-malformed"));
    }

    @Test
    void givesNobodyAKey() {
        given().contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body(5))
                .post("/seeds")
                .then()
                .spec(problem(401, "access-unauthenticated"));
    }

    @Test
    void forgetsKeysAfterTheirTime() throws SQLException {
        sow(body(5)).then().statusCode(201);
        keys.forget();
        sow(body(5)).then().statusCode(201).header("Idempotent-Replayed", "true");
        try (Connection connection = database.getConnection()) {
            connection
                    .createStatement()
                    .executeUpdate("update idempotency_key set created_at = created_at - interval '7 days 1 minute'"
                            + " where key = '" + key + "'");
        }
        keys.forget();
        assertThat(seeds.count("select count(*) from idempotency_key where key = '" + key + "'"))
                .isZero();
    }

    @Test
    void describesTheHeader() {
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths.'/seeds'.post.parameters[0].name", equalTo("Idempotency-Key"))
                .body("paths.'/seeds'.post.parameters[0].required", equalTo(true))
                .body("paths.'/seeds'.post.responses.'400'.description", containsString("idempotency-key-missing"))
                .body("paths.'/seeds'.post.responses.'422'.content.keySet()[0]", equalTo("application/problem+json"))
                .body("paths.'/seeds/{plant}/waterings'.post.parameters[1].name", equalTo("Idempotency-Key"));
    }

    private RequestSpecification county() {
        return given().auth().oauth2(Tokens.countyBureau("130722")).contentType("application/json");
    }

    private Response sow(String body) {
        return county().header("Idempotency-Key", key).body(body).post("/seeds");
    }

    private Response water(UUID which) {
        return county().header("Idempotency-Key", key).post("/seeds/" + which + "/waterings");
    }

    private Response graft() {
        return county().header("Idempotency-Key", key).post("/seeds/" + plant + "/grafts");
    }

    private Response unload(String sack) {
        return county().contentType("application/octet-stream")
                .header("Idempotency-Key", key)
                .body(sack.getBytes(StandardCharsets.UTF_8))
                .post("/seeds/" + plant + "/sacks");
    }

    private String body(int grains) {
        return "{\"plant\":\"" + plant + "\",\"grains\":" + grains + "}";
    }

    private static List<String> headers(Response response) {
        return response.headers().asList().stream()
                .filter(header -> !header.getName().equals("Idempotent-Replayed"))
                .map(Header::toString)
                .sorted()
                .toList();
    }

    private static List<Integer> crowd(java.util.concurrent.Callable<Integer> request) throws Exception {
        CountDownLatch together = new CountDownLatch(1);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < CROWD; i++) {
                answers.add(callers.submit(() -> {
                    together.await();
                    return request.call();
                }));
            }
            together.countDown();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            return statuses;
        }
    }
}
