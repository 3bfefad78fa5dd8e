package org.duijie.gateway.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import org.duijie.gateway.service.Service;
import org.duijie.gateway.testing.MovableClock;
import org.duijie.gateway.testing.ServiceStub;
import org.duijie.gateway.testing.Suite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Suite.class)
class ProblemPageApiTest {

    @Inject
    MovableClock clock;

    private ServiceStub project;

    @BeforeEach
    void startService() {
        project = ServiceStub.of(Service.PROJECT)
                .onJson(
                        "/problems",
                        new JsonObject()
                                .put(
                                        "items",
                                        new JsonArray()
                                                .add(entry("need-not-open", 409, "需求未发布", "The need is not open"))
                                                .add(entry("request-invalid", 400, "不同的说法", "Other words"))));
        forgetCopies();
    }

    @AfterEach
    void stopService() {
        project.close();
        forgetCopies();
    }

    @Test
    void speaksChineseUnlessEnglishIsAskedFor() {
        given().accept("text/html")
                .get("/problems/need-not-open")
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Content-Language", "zh-CN")
                .header("Vary", containsString("Accept-Language"))
                .body(containsString("<html lang=\"zh-CN\">"))
                .body(containsString("需求未发布"))
                .body(containsString("怎样改正"))
                .body(not(containsString("The need is not open")));
        given().accept("text/html")
                .header("Accept-Language", "en-GB,en;q=0.9")
                .get("/problems/need-not-open")
                .then()
                .statusCode(200)
                .header("Content-Language", "en")
                .body(containsString("The need is not open"))
                .body(containsString("How to put it right"));
        given().accept("text/html")
                .header("Accept-Language", "zh-CN")
                .get("/problems/need-not-open?lang=en")
                .then()
                .header("Content-Language", "en");
    }

    @Test
    void speaksJsonToPrograms() {
        for (String accept : new String[] {"application/json", "*/*"}) {
            given().accept(accept)
                    .get("/problems/need-not-open")
                    .then()
                    .statusCode(200)
                    .contentType("application/json")
                    .body("name", equalTo("need-not-open"))
                    .body("status", equalTo(409))
                    .body("title.zh", equalTo("需求未发布"))
                    .body("title.en", equalTo("The need is not open"));
        }
    }

    @Test
    void listsTheProblemsOfEveryServiceOnce() {
        given().get("/problems")
                .then()
                .statusCode(200)
                .body(
                        "items.name",
                        hasItems(
                                "need-not-open",
                                "service-timed-out",
                                "upload-too-slow",
                                "gateway-too-many-streams",
                                "access-forbidden"))
                .body("items.findAll { it.name == 'request-invalid' }.size()", equalTo(1));
        given().accept("text/html")
                .get("/problems")
                .then()
                .statusCode(200)
                .body(containsString("/problems/need-not-open"))
                .body(containsString("matching-service"));
    }

    @Test
    void keepsThePagesOfAServiceThatIsDown() {
        given().get("/problems/need-not-open").then().statusCode(200);
        project.close();
        forgetCopies();

        given().get("/problems/need-not-open").then().statusCode(200);
    }

    @Test
    void hasNoPageForANameThatIsNoProblem() {
        given().accept("text/html")
                .get("/problems/<b>nothing")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/request-route-not-found"));
    }

    private void forgetCopies() {
        clock.putForward(Duration.ofMinutes(1));
    }

    private static JsonObject entry(String name, int status, String zh, String en) {
        return new JsonObject()
                .put("name", name)
                .put("status", status)
                .put("title", new JsonObject().put("zh", zh).put("en", en))
                .put("mend", new JsonObject().put("zh", "请先发布。").put("en", "Publish it first."));
    }
}
