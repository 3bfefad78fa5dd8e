package org.duijie.project;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.project.need.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The database of every test begins with what 0.1.0 left ({@code kept/0.1.0.sql}): nothing of it is lost. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class KeptStateApiTest {

    private static final String RETURNED = "01a20b9c-b462-75a4-9b34-9899d35a496c";

    @ParameterizedTest
    @CsvSource({
        "01a20b9b-6081-758b-a969-153e28b65858, DRAFT, DRAFTED, 1",
        "01a20b9b-5fdf-758d-8ce3-8b4fb3352974, SUBMITTED, SUBMITTED, 2",
        "01a20b9c-b204-73fa-a3ca-16d199d11d76, PUBLISHED, PUBLISHED, 3",
        "01a20b9c-b631-7014-905d-28447e279858, WITHDRAWN, WITHDRAWN, 3"
    })
    void readsEachNeedWithTheLastStepOfItsHistory(String id, String status, String kind, int version) {
        Caller.LEADING_GROUP
                .calls()
                .get("/needs/{id}", id)
                .then()
                .statusCode(200)
                .header("ETag", "\"" + version + "\"")
                .body("status", equalTo(status))
                .body("version", equalTo(version));
        Caller.LEADING_GROUP
                .calls()
                .get("/needs/{id}/changes", id)
                .then()
                .statusCode(200)
                .body("items.kind", contains(kind))
                .body("items.version", contains(version));
        Caller.LEADING_GROUP.calls().get("/needs/{id}/hints", id).then().statusCode(200);
    }

    @Test
    void showsThePublicWhatWasPublished() {
        given().get("/needs/01a20b9c-b204-73fa-a3ca-16d199d11d76").then().statusCode(200);
        given().get("/needs/01a20b9b-6081-758b-a969-153e28b65858").then().statusCode(404);
        given().queryParam("limit", 1000)
                .get("/needs/feed")
                .then()
                .statusCode(200)
                .body("items.needId", hasItem("01a20b9c-b204-73fa-a3ca-16d199d11d76"));
    }

    @Test
    void goesOnWhereItsAuthorStopped() {
        Caller.BUREAU
                .calls()
                .header("Content-Type", "application/merge-patch+json")
                .body("{\"summary\":\"为六所乡村小学各建一间数字教室，并培训教师使用。\"}")
                .patch("/needs/{id}", RETURNED)
                .then()
                .statusCode(200)
                .body("version", equalTo(4));
        Caller.BUREAU
                .calls()
                .post("/needs/{id}/submission", RETURNED)
                .then()
                .statusCode(200)
                .body("status", equalTo("SUBMITTED"));
        Caller.BUREAU
                .calls()
                .get("/needs/{id}/changes", RETURNED)
                .then()
                .body("items.kind", contains("RETURNED", "REVISED", "SUBMITTED"))
                .body("items[1].fields.pointer", contains("#/summary"));
    }
}
