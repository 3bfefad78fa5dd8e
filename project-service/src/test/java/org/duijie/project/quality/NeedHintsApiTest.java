package org.duijie.project.quality;

import static io.restassured.RestAssured.given;
import static org.duijie.chassis.testing.Problem.problem;
import static org.duijie.chassis.testing.Problem.problemAt;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.Tokens;
import org.duijie.chassis.time.BusinessDay;
import org.junit.jupiter.api.Test;

/** Hints over HTTP, and the gate that blocking ones close. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class NeedHintsApiTest {

    private static final String FENGNING = "130826";
    private static final String READERS_AND_WRITERS = "为全县十二所寄宿制小学各建一个图书角，补充课外读物，并培训一名兼职管理教师。";

    @Test
    void keepsAHouseholdsWishFromReview() {
        String id = draft(FENGNING, "生活帮扶", "腿摔断了，希望有台跑步机锻炼身体", 3, 1);

        hints(Tokens.countyBureau(FENGNING), id)
                .then()
                .statusCode(200)
                .body("items[0].code", equalTo("private-wish"))
                .body("items[0].severity", equalTo("BLOCKING"))
                .body("items[0].pointer", equalTo("#/summary"))
                .body("items[0].source", containsString("光明网"));
        submit(id).then().spec(problemAt(422, "need-incomplete", "#/summary"));
    }

    @Test
    void showsTheReviewerWhatIsAskedTwice() {
        String mark = UUID.randomUUID().toString().substring(0, 4);
        String first = draft(FENGNING, "坝上乡村小学图书角建设项目" + mark, READERS_AND_WRITERS, 320, 110);
        submit(first).then().statusCode(200);
        String second = draft(FENGNING, "坝上乡村小学图书角建设项目二" + mark, READERS_AND_WRITERS, 300, 100);
        submit(second).then().statusCode(200);

        hints(Tokens.superiorOffice("130800"), second)
                .then()
                .statusCode(200)
                .body("items.code", hasItem("similar-need-in-county"))
                .body("items.find { it.code == 'similar-need-in-county' }.detail", containsString(first));
        review(first, Tokens.superiorOffice("130800"));
        String elsewhere = draft("130825", "坝上乡村小学图书角建设项目" + mark, READERS_AND_WRITERS, 320, 110);
        hints(Tokens.countyBureau("130825"), elsewhere)
                .then()
                .body("items.code", hasItem("similar-need-elsewhere"))
                .body("items.detail", not(hasItem(containsString(second))));
    }

    @Test
    void showsNobodyElseWhatSpeaksAgainstANeed() {
        String id = draft(FENGNING, "乡村小学图书角", READERS_AND_WRITERS, 320, 110);
        submit(id).then().statusCode(200);
        review(id, Tokens.superiorOffice("130000"));

        for (String reader : List.of(
                Tokens.countyBureau(FENGNING),
                Tokens.superiorOffice("130800"),
                Tokens.leadingGroup(),
                Tokens.supervisor())) {
            hints(reader, id).then().statusCode(200);
        }
        hints(Tokens.countyBureau("130722"), id).then().spec(problem(404, "need-not-found"));
        hints(Tokens.superiorOffice("130700"), id).then().spec(problem(404, "need-not-found"));
        hints(Tokens.organization("53110000500309522J"), id).then().spec(problem(403, "access-forbidden"));
        given().get("/needs/{id}/hints", id).then().spec(problem(401, "access-unauthenticated"));
    }

    @Test
    void speaksTheLanguageAskedFor() {
        String id = draft(FENGNING, "乡村小学图书角", "建图书角。", 0, 0);

        signedIn(Tokens.countyBureau(FENGNING))
                .header("Accept-Language", "en")
                .get("/needs/{id}/hints", id)
                .then()
                .body("items.detail", hasItem("Nobody is said to be helped: count the persons or the households."));
    }

    private static RequestSpecification signedIn(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    private static Response hints(String token, String id) {
        return signedIn(token).get("/needs/{id}/hints", id);
    }

    private static Response submit(String id) {
        return signedIn(Tokens.leadingGroup()).header("If-Match", "*").post("/needs/{id}/submission", id);
    }

    private static void review(String id, String office) {
        signedIn(office)
                .header("If-Match", "*")
                .body("{\"decision\":\"PUBLISH\"}")
                .post("/needs/{id}/review", id)
                .then()
                .statusCode(200);
    }

    private static String draft(String division, String title, String summary, int persons, int households) {
        return signedIn(Tokens.countyBureau(division))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("""
                        {"divisionCode":"%s","title":"%s","summary":"%s","field":"EDUCATION","category":"DIRECT_AID",
                         "mode":"RELIEF","splittable":true,"beneficiaries":{"persons":%d,"households":%d},
                         "items":[{"kind":"GOODS","resourceCode":"GOODS.BOOKS","description":"物资","quantity":"1",
                                   "unit":"件","value":{"amount":"3000.00","currency":"CNY"}}],
                         "periodStart":"%s","periodEnd":"%s","deadline":"%s"}
                        """.formatted(
                                division,
                                title,
                                summary,
                                persons,
                                households,
                                today().plusMonths(1),
                                today().plusYears(1),
                                today().plusMonths(2)))
                .post("/needs")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static LocalDate today() {
        return LocalDate.now(BusinessDay.ZONE);
    }
}
