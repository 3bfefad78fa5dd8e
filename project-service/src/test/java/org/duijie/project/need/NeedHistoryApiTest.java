package org.duijie.project.need;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.duijie.chassis.testing.Problem.problem;
import static org.duijie.chassis.testing.Problem.problemAt;
import static org.duijie.project.need.NeedBody.aNeed;
import static org.duijie.project.need.NeedSteps.PUBLISH;
import static org.duijie.project.need.NeedSteps.WITHDRAWAL;
import static org.duijie.project.need.NeedSteps.WRITERS;
import static org.duijie.project.need.NeedSteps.ZHANGBEI;
import static org.duijie.project.need.NeedSteps.aDraft;
import static org.duijie.project.need.NeedSteps.aPublishedNeed;
import static org.duijie.project.need.NeedSteps.aSubmittedNeed;
import static org.duijie.project.need.NeedSteps.assertAnnounced;
import static org.duijie.project.need.NeedSteps.draftOf;
import static org.duijie.project.need.NeedSteps.get;
import static org.duijie.project.need.NeedSteps.hiddenFromWriters;
import static org.duijie.project.need.NeedSteps.post;
import static org.duijie.project.need.NeedSteps.refusalOf;
import static org.duijie.project.need.NeedSteps.returned;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.TestClock;
import org.duijie.chassis.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Versions, patches, amendments and histories of needs over HTTP. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class NeedHistoryApiTest {

    private static final String FEWER = """
            {"reason":"两所小学已由县财政配齐","patch":{"items":[
              {"kind":"GOODS","resourceCode":"GOODS.BOOKS","description":"小学课外读物","quantity":"1500","unit":"册",
               "value":{"amount":"37500.00","currency":"CNY"}}]}}
            """;
    private static final String MORE = FEWER.replace("1500", "2500").replace("37500", "62500");
    private static final String REOPENING = "{\"reason\":\"县财政未列支\"}";

    private final TestClock clock;
    private final NeedService service;

    @Inject
    NeedHistoryApiTest(TestClock clock, NeedService service) {
        this.clock = clock;
        this.service = service;
    }

    @Test
    void isChangedOnlyByWhoeverReadTheVersionThatItChanges() {
        String id = aDraft();
        assertThat(get(Caller.BUREAU, id).extract().header("ETag")).isEqualTo("\"1\"");

        unconditional(id).spec(problem(428, "precondition-required"));
        conditional(id, "\"2\"").spec(problem(412, "precondition-failed")).header("ETag", "\"1\"");
        conditional(id, "\"1\"").statusCode(200).header("ETag", "\"2\"");
        conditional(id, "\"1\"").spec(problem(412, "precondition-failed"));
        for (String act : List.of("submission", "review", "withdrawal", "reopening", "amendments")) {
            Caller caller = act.equals("review") ? Caller.PREFECTURE : Caller.BUREAU;
            String body = act.equals("review") ? PUBLISH : act.equals("amendments") ? FEWER : WITHDRAWAL;
            RequestSpecification request = caller.signed().header("If-Match", "\"7\"");
            (act.equals("submission") ? request : request.body(body))
                    .post("/needs/{id}/{act}", id, act)
                    .then()
                    .spec(problem(412, "precondition-failed"));
        }
    }

    @Test
    void tellsNobodyTheVersionOfWhatTheyMayNotSee() {
        String id = aDraft();

        Caller.OTHER_BUREAU
                .signed()
                .header("If-Match", "\"9\"")
                .body(aNeed(ZHANGBEI).toString())
                .put("/needs/{id}", id)
                .then()
                .spec(problem(404, "need-not-found"));
    }

    @Test
    void sparesAReaderWhatItHas() {
        String id = aPublishedNeed();

        given().header("If-None-Match", "\"3-public\"")
                .get("/needs/{id}", id)
                .then()
                .statusCode(304);
        given().header("If-None-Match", "\"3\"").get("/needs/{id}", id).then().statusCode(200);
        Caller.BUREAU
                .calls()
                .header("If-None-Match", "\"3\"")
                .get("/needs/{id}", id)
                .then()
                .statusCode(304);
    }

    @Test
    void isPatchedWhileItIsWritten() {
        String id = draftOf(Caller.BUREAU, aNeed(ZHANGBEI).with("/beneficiaryOrganization", "\"51110000MJ0121629F\""));

        patch(
                        Caller.BUREAU,
                        id,
                        "{\"title\":\"乡村小学图书室\",\"beneficiaries\":{\"persons\":500},"
                                + "\"beneficiaryOrganization\":null,\"admittedLevels\":[]}")
                .statusCode(200)
                .body("version", equalTo(2))
                .body("title", equalTo("乡村小学图书室"))
                .body("beneficiaries.persons", equalTo(500))
                .body("admittedLevels", hasSize(0))
                .body("admittedTypes", contains("FOUNDATION"))
                .body("$", not(hasKey("beneficiaryOrganization")));
        Caller.BUREAU
                .calls()
                .get("/needs/{id}/changes", id)
                .then()
                .body("items[1].kind", equalTo("REVISED"))
                .body("items[1].by", equalTo("county-bureau-130722"))
                .body(
                        "items[1].fields.pointer",
                        contains("#/title", "#/beneficiaries/persons", "#/admittedLevels", "#/beneficiaryOrganization"))
                .body("items[1].fields[0].before", equalTo("乡村小学图书角"))
                .body("items[1].fields[0].after", equalTo("乡村小学图书室"));
    }

    @Test
    void refusesAPatchThatCannotBeMeant() {
        String id = aDraft();

        patch(Caller.BUREAU, id, "{\"title\":null}").spec(problemAt(400, "request-invalid", "#/title"));
        patch(Caller.BUREAU, id, "{\"titel\":\"x\"}").spec(problem(400, "request-malformed"));
        patch(Caller.BUREAU, id, "[]").spec(problem(400, "request-malformed"));
        patch(Caller.BUREAU, id, "{\"divisionCode\":\"130723\"}").spec(problem(403, "access-forbidden"));
        patch(Caller.BUREAU, aPublishedNeed(), "{\"splittable\":false}").spec(problem(409, "need-not-draft"));
        Caller.BUREAU
                .calls()
                .body("{\"splittable\":false}")
                .patch("/needs/{id}", id)
                .then()
                .spec(problem(415, "request-unsupported-media-type"))
                .header("Accept-Patch", equalTo("application/merge-patch+json"));
    }

    @Test
    void isDraftedOnceForAKey() {
        String key = "\"" + UUID.randomUUID() + "\"";
        String body = aNeed(ZHANGBEI).toString();

        given().contentType(ContentType.JSON)
                .auth()
                .oauth2(Tokens.countyBureau(ZHANGBEI))
                .body(body)
                .post("/needs")
                .then()
                .spec(problem(400, "idempotency-key-missing"));
        String first = given().spec(keyed(key))
                .body(body)
                .post("/needs")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        given().spec(keyed(key))
                .body(body)
                .post("/needs")
                .then()
                .statusCode(201)
                .header("Idempotent-Replayed", "true")
                .header("Location", endsWith("/needs/" + first))
                .body("id", equalTo(first));
        given().spec(keyed(key))
                .body(aNeed(ZHANGBEI).with("/splittable", "false").toString())
                .post("/needs")
                .then()
                .spec(problem(422, "idempotency-key-reused"));
        assertAnnounced(first, "drafted");
    }

    @Test
    void isAmendedAtOnceWhereItAsksForNoMore() {
        String id = aPublishedNeed();

        post(Caller.BUREAU, id, "amendments", FEWER)
                .statusCode(200)
                .body("version", equalTo(4))
                .body("status", equalTo("PUBLISHED"))
                .body("value.amount", equalTo("37500.00"))
                .body("$", not(hasKey("proposal")));

        get(Caller.PUBLIC, id).body("value.amount", equalTo("37500.00")).header("ETag", "\"4-public\"");
        changes(Caller.PUBLIC, id)
                .body("items.kind", contains("PUBLISHED", "AMENDED"))
                .body("items[1].reason", equalTo("两所小学已由县财政配齐"))
                .body("items[1].fields.pointer", hasItem("#/value/amount"))
                .body("items", everyItem(not(hasKey("by"))));
        assertAnnounced(id, "drafted", "submitted", "published", "amended");
    }

    @Test
    void showsWhatWasReviewedUntilMoreIsAgreedTo() {
        String id = aPublishedNeed();

        post(Caller.BUREAU, id, "amendments", MORE)
                .statusCode(200)
                .body("value.amount", equalTo("62000.50"))
                .body("proposal.reason", equalTo("两所小学已由县财政配齐"))
                .body("proposal.fields.pointer", hasItem("#/items/0/quantity"));
        get(Caller.PUBLIC, id).body("value.amount", equalTo("62000.50")).body("$", not(hasKey("proposal")));
        changes(Caller.PUBLIC, id).body("items.kind", contains("PUBLISHED"));
        assertThat(awaiting(Caller.PREFECTURE)).contains(id);
        assertThat(awaiting(Caller.PUBLIC)).isEmpty();
        assertThat(awaiting(Caller.OTHER_BUREAU)).doesNotContain(id);

        post(Caller.PREFECTURE, id, "review", PUBLISH)
                .statusCode(200)
                .body("value.amount", equalTo("62500.00"))
                .body("$", not(hasKey("proposal")));

        get(Caller.PUBLIC, id).body("value.amount", equalTo("62500.00"));
        changes(Caller.PUBLIC, id).body("items.kind", contains("PUBLISHED", "AMENDED"));
        changes(Caller.PROVINCE, id)
                .body("items.kind", contains("DRAFTED", "SUBMITTED", "PUBLISHED", "AMENDMENT_PROPOSED", "AMENDED"))
                .body("items[4].by", equalTo("superior-office-130700"));
        assertThat(awaiting(Caller.PREFECTURE)).doesNotContain(id);
        assertAnnounced(id, "drafted", "submitted", "published", "amendment-proposed", "amended");
    }

    @Test
    void staysAsItWasWhereMoreIsRefused() {
        String id = aPublishedNeed();
        post(Caller.BUREAU, id, "amendments", MORE).statusCode(200);

        post(Caller.PREFECTURE, id, "review", returned("数量超出学校规模"))
                .statusCode(200)
                .body("status", equalTo("PUBLISHED"))
                .body("value.amount", equalTo("62000.50"))
                .body("review.reasons", contains("数量超出学校规模"));
        assertAnnounced(id, "drafted", "submitted", "published", "amendment-proposed", "amendment-refused");
    }

    @Test
    void refusesAnAmendmentThatCannotBe() {
        String id = aPublishedNeed();

        post(Caller.BUREAU, aDraft(), "amendments", FEWER).spec(problem(409, "need-not-published"));
        post(Caller.BUREAU, id, "amendments", "{\"reason\":\"无\",\"patch\":{}}")
                .spec(problem(422, "need-nothing-changed"));
        post(Caller.BUREAU, id, "amendments", "{\"patch\":{}}").spec(problemAt(400, "request-invalid", "#/reason"));
        post(Caller.BUREAU, id, "amendments", "{\"reason\":\"无\"}").spec(problemAt(400, "request-invalid", "#/patch"));
        post(Caller.BUREAU, id, "amendments", "{\"reason\":\"改\",\"patch\":{\"divisionCode\":\"130723\"}}")
                .spec(problemAt(422, "need-amendment-unfit", "#/divisionCode"));
        post(Caller.BUREAU, id, "amendments", "{\"reason\":\"问 13800000000\",\"patch\":{\"splittable\":false}}")
                .spec(problemAt(422, "need-personal-data", "#/reason"));
        post(Caller.BUREAU, id, "amendments", "{\"reason\":\"改\",\"patch\":{\"summary\":\"电 １３８００００００００\"}}")
                .spec(problemAt(422, "need-personal-data", "#/summary"));
    }

    @ParameterizedTest
    @EnumSource
    void isAmendedAndReopenedOnlyForItsCounty(Caller caller) {
        String published = aPublishedNeed();
        String withdrawn = aDraft();
        post(Caller.BUREAU, withdrawn, "withdrawal", WITHDRAWAL).statusCode(200);

        if (WRITERS.contains(caller)) {
            post(caller, published, "amendments", FEWER).statusCode(200);
            post(caller, withdrawn, "reopening", REOPENING).statusCode(200).body("status", equalTo("DRAFT"));
        } else {
            post(caller, published, "amendments", FEWER).spec(refusalOf(caller));
            post(caller, withdrawn, "reopening", REOPENING).spec(hiddenFromWriters(caller));
            patch(caller, withdrawn, "{}").spec(hiddenFromWriters(caller));
        }
    }

    @Test
    void isReopenedAndGoesThroughReviewOnceMore() {
        String expired = aPublishedNeed();
        clock.inDays(400, service::expireOverdue);

        post(Caller.BUREAU, expired, "reopening", "{}").spec(problemAt(400, "request-invalid", "#/reason"));
        post(Caller.BUREAU, expired, "reopening", REOPENING)
                .statusCode(200)
                .body("status", equalTo("DRAFT"))
                .body("$", not(hasKey("publishedAt")));
        get(Caller.PUBLIC, expired).spec(problem(404, "need-not-found"));
        changes(Caller.PUBLIC, expired).spec(problem(404, "need-not-found"));
        post(Caller.BUREAU, expired, "reopening", REOPENING).spec(problem(409, "need-not-closed"));
        post(Caller.BUREAU, expired, "submission", "").statusCode(200);
        post(Caller.PREFECTURE, expired, "review", PUBLISH).statusCode(200);

        changes(Caller.PUBLIC, expired).body("items.kind", contains("PUBLISHED"));
        assertAnnounced(expired, "drafted", "submitted", "published", "expired", "reopened", "submitted", "published");
    }

    @Test
    void showsTheWholeHistoryToThoseConcernedOnly() {
        String hidden = aSubmittedNeed();

        for (Caller caller : Caller.values()) {
            ValidatableResponse answer = changes(caller, hidden);
            if (NeedSteps.CONCERNED.contains(caller)) {
                answer.statusCode(200).body("items.kind", contains("DRAFTED", "SUBMITTED"));
            } else {
                answer.spec(problem(404, "need-not-found"));
            }
        }
    }

    @Test
    void saysOnWhoseBehalfAPlatformActed() {
        String id = draftOf(Caller.PLATFORM, aNeed(ZHANGBEI));

        changes(Caller.BUREAU, id)
                .body("items[0].by", not(equalTo("county-bureau-130722")))
                .body("items[0].onBehalfOf", equalTo(ZHANGBEI))
                .body("items[0]", hasKey("delegation"));
    }

    @Test
    void pagesAHistory() {
        String id = aPublishedNeed();

        String next = Caller.BUREAU
                .calls()
                .get("/needs/{id}/changes?limit=2", id)
                .then()
                .body("items.version", contains(1, 2))
                .extract()
                .path("nextCursor");
        Caller.BUREAU
                .calls()
                .queryParam("cursor", next)
                .get("/needs/{id}/changes?limit=2", id)
                .then()
                .body("items.version", contains(3))
                .body("$", not(hasKey("nextCursor")));
    }

    @Test
    void hidesWhomACountyDoesNotWant() {
        String id = aPublishedNeed();

        Stream.of(Caller.values()).forEach(caller -> {
            boolean concerned = NeedSteps.CONCERNED.contains(caller);
            get(caller, id)
                    .body("$", concerned ? hasKey("excludedOrganizations") : not(hasKey("excludedOrganizations")));
        });
        post(Caller.BUREAU, id, "amendments", "{\"reason\":\"更正\",\"patch\":{\"excludedOrganizations\":[]}}")
                .statusCode(200);
        changes(Caller.PUBLIC, id).body("items[1].fields", hasSize(0));
        changes(Caller.BUREAU, id).body("items[3].fields.pointer", contains("#/excludedOrganizations"));
    }

    private static RequestSpecification keyed(String key) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .auth()
                .oauth2(Tokens.countyBureau(ZHANGBEI));
    }

    private static List<String> awaiting(Caller caller) {
        return caller.calls()
                .get("/needs?awaitingReview=true&limit=200")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    private static ValidatableResponse changes(Caller caller, String id) {
        return caller.calls().get("/needs/{id}/changes", id).then();
    }

    private static ValidatableResponse patch(Caller caller, String id, String patch) {
        return caller.calls()
                .contentType("application/merge-patch+json")
                .body(patch.getBytes(StandardCharsets.UTF_8))
                .patch("/needs/{id}", id)
                .then();
    }

    private static ValidatableResponse unconditional(String id) {
        return given().contentType(ContentType.JSON)
                .auth()
                .oauth2(Tokens.countyBureau(ZHANGBEI))
                .body(aNeed(ZHANGBEI).toString())
                .put("/needs/{id}", id)
                .then();
    }

    private static ValidatableResponse conditional(String id, String tag) {
        return given().contentType(ContentType.JSON)
                .auth()
                .oauth2(Tokens.countyBureau(ZHANGBEI))
                .header("If-Match", tag)
                .body(aNeed(ZHANGBEI).toString())
                .put("/needs/{id}", id)
                .then();
    }
}
