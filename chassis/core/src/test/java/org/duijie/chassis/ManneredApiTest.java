package org.duijie.chassis;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.duijie.chassis.testing.SigningKey;
import org.duijie.chassis.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(SigningKey.class)
class ManneredApiTest {

    private static final String GOOD =
            "{\"name\":\"枣\",\"kind\":\"TREE\",\"tall\":true,\"leaves\":[{\"colour\":\"green\"}]}";

    @Test
    void takesWhatIsRight() {
        post(GOOD).statusCode(200).body("name", equalTo("枣"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"name\":\"a\",\"kind\":\"TREE\",\"tall\":true,\"leaves\":[],\"id\":7} | #/id",
                "{\"name\":\"a\",\"name\":\"b\",\"kind\":\"TREE\",\"tall\":true,\"leaves\":[]} | #",
                "{\"name\":7,\"kind\":\"TREE\",\"tall\":true,\"leaves\":[]} | #/name",
                "{\"name\":true,\"kind\":\"TREE\",\"tall\":true,\"leaves\":[]} | #/name",
                "{\"name\":\"a\",\"kind\":\"BUSH\",\"tall\":true,\"leaves\":[]} | #/kind",
                "{\"name\":\"a\",\"kind\":0,\"tall\":true,\"leaves\":[]} | #/kind",
                "{\"name\":\"a\",\"kind\":\"TREE\",\"tall\":\"true\",\"leaves\":[]} | #/tall",
                "{\"name\":\"a\",\"kind\":\"TREE\",\"tall\":true,\"leaves\":[{\"colour\":\"x\",\"y\":1}]} | #/leaves/0/y",
                "{\"name\":\"a\\u0000b\",\"kind\":\"TREE\",\"tall\":true,\"leaves\":[]} | #/name",
                "{\"name\":\"a\\ud800b\",\"kind\":\"TREE\",\"tall\":true,\"leaves\":[]} | #/name",
                "{\"name\":\"a\",\"kind\":\"TREE\",\"tall\":true,\"leaves\":[]} {} | #",
                "{\"name\" | #",
                "[] | #",
            })
    void refusesJsonThatIsNotStrict(String body, String pointer) {
        post(body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/request-malformed"))
                .body("status", equalTo(400))
                .body("instance", containsString("urn:uuid:"))
                .body("errors[0].pointer", containsString(pointer));
    }

    @Test
    void pointsAtEveryPlaceThatIsNotValid() {
        post("{\"name\":\"  \",\"kind\":null,\"tall\":true,\"leaves\":[{\"colour\":\"red\"},{\"colour\":\"\"}]}")
                .statusCode(400)
                .body("type", equalTo("/problems/request-invalid"))
                .body("errors.pointer", equalTo(List.of("#/kind", "#/leaves/1/colour", "#/name")));
    }

    @Test
    void speaksChineseUnlessEnglishIsAskedFor() {
        given().get("/plants/01890a5d-ac96-774b-bcce-b302099a8057")
                .then()
                .statusCode(409)
                .header("Content-Language", "zh-CN")
                .header("Vary", containsString("Accept-Language"))
                .body("title", containsString("数据"))
                .body("detail", containsString("已移走"));
        given().header("Accept-Language", "en-GB,en;q=0.8")
                .get("/plants/01890a5d-ac96-774b-bcce-b302099a8057")
                .then()
                .statusCode(409)
                .header("Content-Language", "en")
                .body("detail", containsString("was moved"));
    }

    @Test
    void answersUnknownRoutesMethodsAndTypesAsProblems() {
        given().get("/nowhere").then().statusCode(404).body("type", equalTo("/problems/request-route-not-found"));
        given().delete("/plants").then().statusCode(405).body("type", equalTo("/problems/request-method-not-allowed"));
        given().contentType("text/plain")
                .body("hello")
                .post("/plants")
                .then()
                .statusCode(415)
                .body("type", equalTo("/problems/request-unsupported-media-type"));
        given().accept("image/png")
                .get("/plants/weather")
                .then()
                .statusCode(406)
                .body("type", equalTo("/problems/request-not-acceptable"));
    }

    @Test
    void tellsNothingOfItsInsideWhenItFails() {
        given().get("/plants/weather")
                .then()
                .statusCode(500)
                .body("type", equalTo("/problems/request-internal-error"))
                .body(not(containsString("jdbc")));
    }

    @Test
    void tellsABadQueryValueFromABadPath() {
        given().queryParam("on", "tomorrow")
                .get("/plants/01890a5d-ac96-774b-bcce-b302099a8057")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/request-invalid"));
        given().get("/plants/seven").then().statusCode(404).body("type", equalTo("/problems/request-route-not-found"));
    }

    @Test
    void pagesWithoutLossAndRefusesWhatItCannotHonour() {
        String next = null;
        List<Integer> seen = new java.util.ArrayList<>();
        do {
            var page = given().queryParam("limit", 2)
                    .queryParam("kind", "TREE")
                    .queryParams(next == null ? java.util.Map.of() : java.util.Map.of("cursor", next))
                    .get("/plants")
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.<List<Integer>>path("items"));
            next = page.path("nextCursor");
            assertThat(page.header("Link") == null).isEqualTo(next == null);
        } while (next != null);
        assertThat(seen).containsExactly(1, 2, 3, 4, 5);

        for (String limit : List.of("0", "201", "-1", "many", "1e2")) {
            given().queryParam("limit", limit)
                    .get("/plants")
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("/problems/request-invalid"))
                    .body("errors[0].pointer", equalTo("?limit"));
        }
    }

    @Test
    void refusesACursorOfAnotherFilterOrCaller() {
        String cursor = given().queryParam("limit", 1).get("/plants").path("nextCursor");
        given().queryParam("kind", "HERB")
                .queryParam("cursor", cursor)
                .get("/plants")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("?cursor"));
        given().queryParam("cursor", "%%%").get("/plants").then().statusCode(400);
        given().auth()
                .oauth2(Tokens.supervisor())
                .queryParam("cursor", cursor)
                .get("/plants")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("?cursor"));
        given().queryParam("cursor", cursor)
                .get("/plants")
                .then()
                .statusCode(200)
                .body("items[0]", equalTo(2))
                .body("nextCursor", nullValue());
    }

    @Test
    void knowsWhoIsCalling() {
        given().get("/plants/mine")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("Bearer"))
                .body("type", equalTo("/problems/access-unauthenticated"));
        given().auth()
                .oauth2(Tokens.organization("53110000500309522J"))
                .get("/plants/mine")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/access-forbidden"));
        mine(Tokens.countyBureau("130722"), "130722", "acts=true oversees=false");
        mine(Tokens.countyBureau("130722"), "130723", "acts=false oversees=false");
        mine(Tokens.superiorOffice("130700"), "130722", "acts=false oversees=true");
        mine(Tokens.superiorOffice("130700"), "130700", "acts=false oversees=false");
        mine(Tokens.superiorOffice("130000"), "130722", "acts=false oversees=true");
        mine(Tokens.superiorOffice("110000"), "130722", "acts=false oversees=false");
    }

    @Test
    void refusesATokenThatIsBrokenOrExpired() {
        for (String token : List.of("nonsense", Tokens.expired(), Tokens.supervisor() + "x")) {
            given().auth()
                    .oauth2(token)
                    .get("/plants/mine")
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .body("type", equalTo("/problems/access-unauthenticated"));
        }
    }

    @Test
    void listsEveryKindOfProblem() {
        given().get("/problems")
                .then()
                .statusCode(200)
                .body("items.name", hasItem("access-forbidden"))
                .body("items.mend.zh", everyItem(not(nullValue())));
    }

    @Test
    void tagsEveryVersionAndSparesReadersWhatTheyHave() {
        given().get("/plants/pots/3").then().statusCode(200).header("ETag", "\"3\"");
        for (String known : List.of("\"3\"", "W/\"3\"", "\"1\", \"3\"", "*")) {
            given().header("If-None-Match", known)
                    .get("/plants/pots/3")
                    .then()
                    .statusCode(304)
                    .header("ETag", "\"3\"")
                    .body(emptyString());
        }
        given().header("If-None-Match", "\"2\"").get("/plants/pots/3").then().statusCode(200);
    }

    @Test
    void letsNobodyChangeWhatTheyHaveNotRead() {
        repot(null).statusCode(428).body("type", equalTo("/problems/precondition-required"));
        for (String stale : List.of("\"2\"", "W/\"3\"", "3", "\"33\"", "\"x\"")) {
            repot(stale).statusCode(412).header("ETag", "\"3\"").body("type", equalTo("/problems/precondition-failed"));
        }
        for (String fresh : List.of("\"3\"", "\"3-public\"", "\"1\",\"3\"", "*")) {
            repot(fresh).statusCode(200).header("ETag", "\"4\"");
        }
    }

    @Test
    void asksForTheRightBeforeAnythingElse() {
        given().put("/plants/pots/3").then().statusCode(401);
        given().auth()
                .oauth2(Tokens.supervisor())
                .put("/plants/pots/3")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/access-forbidden"));
    }

    @Test
    void mergesPatchesAsStrictlyAsItReadsDocuments() {
        patch("{\"name\":\"瓶\"}").statusCode(200).body("name", equalTo("瓶")).body("note", equalTo("旧"));
        patch("{\"note\":null}").statusCode(200).body("name", equalTo("盆")).body("note", nullValue());
        patch("{\"name\":null}").statusCode(400).body("errors[0].pointer", equalTo("#/name"));
        patch("{\"age\":1}").statusCode(400).body("errors[0].pointer", equalTo("#/age"));
        patch("{\"name\":7}").statusCode(400).body("errors[0].pointer", equalTo("#/name"));
        patch("[]").statusCode(400).body("type", equalTo("/problems/request-malformed"));
        given().contentType("application/json")
                .body("{}")
                .patch("/plants/pots/3")
                .then()
                .statusCode(415)
                .header("Accept-Patch", "application/merge-patch+json");
    }

    @Test
    void saysWhichMethodsAnAddressTakes() {
        given().delete("/plants").then().statusCode(405).header("Allow", "GET, HEAD, OPTIONS, POST");
        given().delete("/plants/pots/3").then().statusCode(405).header("Allow", "GET, HEAD, OPTIONS, PATCH, PUT");
    }

    private static ValidatableResponse repot(String ifMatch) {
        return given().auth()
                .oauth2(Tokens.countyBureau("130722"))
                .headers(ifMatch == null ? java.util.Map.of() : java.util.Map.of("If-Match", ifMatch))
                .put("/plants/pots/3")
                .then();
    }

    private static ValidatableResponse patch(String change) {
        return given().contentType("application/merge-patch+json")
                .body(change.getBytes(StandardCharsets.UTF_8))
                .patch("/plants/pots/3")
                .then();
    }

    private static void mine(String token, String county, String expected) {
        given().auth()
                .oauth2(token)
                .queryParam("county", county)
                .get("/plants/mine")
                .then()
                .statusCode(200)
                .body(containsString(expected));
    }

    private static ValidatableResponse post(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/plants")
                .then();
    }
}
