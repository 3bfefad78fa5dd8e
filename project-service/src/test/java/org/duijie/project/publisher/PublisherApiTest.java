package org.duijie.project.publisher;

import static org.duijie.chassis.testing.Problem.problem;
import static org.duijie.chassis.testing.Problem.problemAt;
import static org.duijie.project.need.NeedSteps.refusalOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.project.need.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How far publishers are trusted, over HTTP. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class PublisherApiTest {

    private static final String ZHANGBEI = "130722";
    private static final String DECISION = "{\"trust\":\"TRUSTED\",\"dailyQuota\":500,\"reason\":\"抽查全部属实\"}";

    @Test
    void isReviewedUntilAnOfficeDecides() {
        get(Caller.PREFECTURE, "130724")
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("trust", equalTo("REVIEWED"))
                .body("dailyQuota", equalTo(10000))
                .body("usedToday", equalTo(0))
                .body("$", not(hasKey("decidedAt")));

        Caller.PREFECTURE
                .signed()
                .header("If-Match", "\"0\"")
                .body(DECISION)
                .put("/publishers/130724")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("trust", equalTo("TRUSTED"))
                .body("dailyQuota", equalTo(500))
                .body("reason", equalTo("抽查全部属实"))
                .body("decidedAt", notNullValue());
        Caller.PREFECTURE
                .signed()
                .header("If-Match", "\"0\"")
                .body(DECISION.replace("TRUSTED", "BLOCKED"))
                .put("/publishers/130724")
                .then()
                .spec(problem(412, "precondition-failed"));
        Caller.PREFECTURE
                .signed()
                .body(DECISION)
                .put("/publishers/130724")
                .then()
                .spec(problem(428, "precondition-required"));
        put(Caller.PROVINCE, "130724", DECISION.replace("TRUSTED", "REVIEWED"))
                .statusCode(200)
                .body("version", equalTo(2))
                .body("trust", equalTo("REVIEWED"));
    }

    @ParameterizedTest
    @EnumSource
    void isDecidedAboutByAnOfficeAboveOnly(Caller caller) {
        ValidatableResponse answer = put(caller, ZHANGBEI, DECISION.replace("TRUSTED", "REVIEWED"));
        switch (caller) {
            case PREFECTURE, PROVINCE, LEADING_GROUP -> answer.statusCode(200);
            case OTHER_OFFICE -> answer.spec(problem(404, "publisher-not-found"));
            default -> answer.spec(refusalOf(caller));
        }
    }

    @ParameterizedTest
    @EnumSource
    void showsToItselfAndToThoseConcerned(Caller caller) {
        ValidatableResponse answer = get(caller, ZHANGBEI);
        switch (caller) {
            case BUREAU, PLATFORM, PREFECTURE, PROVINCE, LEADING_GROUP, SUPERVISOR -> answer.statusCode(200);
            case OTHER_BUREAU, OTHER_PLATFORM, OTHER_OFFICE -> answer.spec(problem(404, "publisher-not-found"));
            case PUBLIC, ORGANIZATION -> answer.spec(refusalOf(caller));
        }
    }

    @Test
    void isDecidedAboutByTheLeadingGroupIfItIsAPlatform() {
        // Begins like the code of a county of the office and is none.
        for (String platform : List.of("giving-platform", "1307-giving")) {
            put(Caller.PREFECTURE, platform, DECISION).spec(problem(404, "publisher-not-found"));
            put(Caller.LEADING_GROUP, platform, DECISION).statusCode(200);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"trust\":\"TRUSTED\",\"dailyQuota\":1} | #/reason",
                "{\"trust\":\"TRUSTED\",\"reason\":\"好\"} | #/dailyQuota",
                "{\"dailyQuota\":1,\"reason\":\"好\"} | #/trust",
                "{\"trust\":\"TRUSTED\",\"dailyQuota\":-1,\"reason\":\"好\"} | #/dailyQuota",
                "{\"trust\":\"TRUSTED\",\"dailyQuota\":1000001,\"reason\":\"好\"} | #/dailyQuota",
                "{\"trust\":\"TRUSTED\",\"dailyQuota\":1,\"reason\":\" \"} | #/reason"
            })
    void refusesADecisionThatCannotBeMeant(String body, String pointer) {
        put(Caller.PREFECTURE, ZHANGBEI, body).spec(problemAt(400, "request-invalid", pointer));
    }

    @Test
    void refusesNumbersOfPersonsInAReason() {
        put(Caller.PREFECTURE, ZHANGBEI, DECISION.replace("抽查全部属实", "问 13800000000"))
                .spec(problemAt(422, "publisher-personal-data", "#/reason"));
    }

    private static ValidatableResponse get(Caller caller, String id) {
        return caller.calls().get("/publishers/{id}", id).then();
    }

    private static ValidatableResponse put(Caller caller, String id, String body) {
        return caller.calls().body(body).put("/publishers/{id}", id).then();
    }
}
