package org.duijie.project.division;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.duijie.chassis.testing.Problem.problem;
import static org.duijie.chassis.testing.Problem.problemAt;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.duijie.chassis.testing.EventContract;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.OpenApiSnapshot;
import org.duijie.chassis.testing.TopicReader;
import org.junit.jupiter.api.Test;

/** The code list over HTTP: public, complete, and loaded once. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class DivisionApiTest {

    /** All of 246 but the seven that 0.1.0 left: those it announced itself. */
    private static final int NEW = 239;

    private final DivisionService service;

    @Inject
    DivisionApiTest(DivisionService service) {
        this.service = service;
    }

    @Test
    void isReadByItsCode() {
        given().get("/divisions/130708")
                .then()
                .statusCode(200)
                .body("name", equalTo("万全区"))
                .body("level", equalTo("COUNTY"))
                .body("parentCode", equalTo("130700"))
                .body("validFrom", equalTo("2016-07-01"))
                .body("$", not(hasKey("validUntil")))
                .body("formerNames.name", contains("万全县"))
                .body("formerNames.until", contains("2016-06-30"))
                .body("keyCounty", equalTo("NATIONAL"))
                .body("yanshanTaihang", equalTo(true))
                .body("$", not(hasKey("deepPoverty")));
        given().get("/divisions/130000")
                .then()
                .body("level", equalTo("PROVINCE"))
                .body("$", not(hasKey("parentCode")));
        given().get("/divisions/130723").then().body("deepPoverty", equalTo("CONFIRMED"));
    }

    @Test
    void isStillReadAfterItWasAbolished() {
        given().get("/divisions/130729").then().statusCode(200).body("validUntil", equalTo("2016-06-30"));
    }

    @Test
    void isUnknownUnderACodeThatNeverWas() {
        given().get("/divisions/139999").then().spec(problem(404, "division-not-found"));
        given().get("/divisions/x").then().spec(problem(404, "division-not-found"));
    }

    @Test
    void isListedUnderWhatLiesAbove() {
        given().get("/divisions?parent=130800")
                .then()
                .statusCode(200)
                .body("items", hasSize(12))
                .body("items.parentCode", everyItem(equalTo("130800")));
    }

    @Test
    void bearsANameThatOthersBearToo() {
        given().get("/divisions?name=桥西区")
                .then()
                .statusCode(200)
                // Shijiazhuang's, Xingtai's under its former name, and Zhangjiakou's.
                .body("items.code", contains("130104", "130503", "130703"))
                .body("items.name", contains("桥西区", "信都区", "桥西区"));
        given().get("/divisions?name=桥西区&parent=130700").then().body("items.code", contains("130703"));
    }

    @Test
    void isFoundByTheNameItHadAndByTheCodeItHad() {
        given().get("/divisions?name={name}", " 万全县 ")
                .then()
                .statusCode(200)
                .body("items.code", contains("130708", "130729"));
        given().get("/divisions?name=万全").then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void isPagedThroughWhole() {
        String cursor = "";
        Map<String, String> names = new TreeMap<>();
        while (cursor != null) {
            var page = given().queryParam("limit", 100)
                    .queryParams(cursor.isEmpty() ? Map.of() : Map.of("cursor", cursor))
                    .get("/divisions")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            for (int i = 0; i < page.getList("items").size(); i++) {
                names.put(page.getString("items[" + i + "].code"), page.getString("items[" + i + "].name"));
            }
            cursor = page.getString("nextCursor");
        }
        assertThat(names).hasSize(246).containsEntry("130722", "张北县");
    }

    @Test
    void refusesALookUpThatCannotBeMeant() {
        given().get("/divisions?parent=13").then().spec(problemAt(400, "request-invalid", "?parent"));
        given().get("/divisions?name=" + "县".repeat(51)).then().spec(problemAt(400, "request-invalid", "?name"));
        given().get("/divisions?limit=1000").then().spec(problemAt(400, "request-invalid", "?limit"));
        given().post("/divisions").then().spec(problem(405, "request-method-not-allowed"));
    }

    @Test
    void isAnnouncedWhenItIsNewOrChangedAndNeverTwice() {
        try (TopicReader topic = TopicReader.of("duijie.division")) {
            topic.await(NEW).forEach(announced -> {
                assertThat(announced.type()).isEqualTo("org.duijie.division.defined.v1");
                EventContract.of(Path.of("contract")).check("division", announced.json());
            });

            ReferenceList list = ReferenceList.read();
            assertThat(service.load(list)).isZero();

            Map<String, DivisionFacts> edited = new TreeMap<>(list.facts());
            DivisionFacts shangyi = edited.get("130725");
            edited.put("130725", withDeepPovertyConfirmed(shangyi));
            assertThat(service.load(new ReferenceList("edited", edited))).isEqualTo(1);
            assertThat(service.load(new ReferenceList("edited", edited))).isZero();

            var last = topic.await(NEW + 1).getLast();
            assertThat(last.json()).contains("\"130725\"", "\"CONFIRMED\"");
            assertThat(last.headers()).containsEntry("ce_sequence", "2");

            assertThat(service.load(list)).isEqualTo(1);
        }
    }

    @Test
    void servesTheApiThatItPromised() throws Exception {
        OpenApiSnapshot.check();
    }

    private static DivisionFacts withDeepPovertyConfirmed(DivisionFacts facts) {
        return new DivisionFacts(
                facts.name(),
                facts.level(),
                facts.parentCode(),
                facts.validFrom(),
                facts.validUntil(),
                facts.formerNames(),
                facts.keyCounty(),
                DivisionFacts.DeepPoverty.CONFIRMED,
                facts.yanshanTaihang());
    }
}
