package org.duijie.project.need;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.duijie.chassis.testing.Problem.problem;
import static org.duijie.chassis.testing.Problem.problemAt;
import static org.duijie.project.need.NeedBody.aNeed;
import static org.duijie.project.need.NeedBody.today;
import static org.duijie.project.need.NeedSteps.CONCERNED;
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
import static org.duijie.project.need.NeedSteps.hiddenFromReviewers;
import static org.duijie.project.need.NeedSteps.hiddenFromWriters;
import static org.duijie.project.need.NeedSteps.post;
import static org.duijie.project.need.NeedSteps.put;
import static org.duijie.project.need.NeedSteps.quoted;
import static org.duijie.project.need.NeedSteps.refusalOf;
import static org.duijie.project.need.NeedSteps.returned;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.TestClock;
import org.duijie.chassis.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Needs over HTTP, by the callers of every role, with a real database and a real broker. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class NeedApiTest {

    private final TestClock clock;
    private final NeedService service;

    @Inject
    NeedApiTest(TestClock clock, NeedService service) {
        this.clock = clock;
        this.service = service;
    }

    @Test
    void goesFromDraftToPublicationAndTellsEverybody() {
        ValidatableResponse drafted = Caller.BUREAU
                .calls()
                .body(aNeed(ZHANGBEI).toString())
                .post("/needs")
                .then()
                .statusCode(201)
                .body("version", equalTo(1))
                .body("status", equalTo("DRAFT"))
                .body("divisionName", equalTo("张北县"))
                .body("value.amount", equalTo("62000.50"))
                .body("items[1].quantity", equalTo("12000.5"))
                .body("items[1].value.amount", equalTo("12000.50"))
                .body("beneficiaries.persons", equalTo(320))
                .body("beneficiaries", not(hasKey("households")))
                .body("excludedOrganizations", contains("51110000MJ0121629F"))
                .body("$", not(hasKey("beneficiaryOrganization")))
                .body("$", not(hasKey("publishedAt")))
                .body("$", not(hasKey("review")));
        String id = drafted.extract().path("id");
        assertThat(drafted.extract().header("Location")).endsWith("/needs/" + id);

        post(Caller.BUREAU, id, "submission", "").statusCode(200).body("status", equalTo("SUBMITTED"));
        post(Caller.PREFECTURE, id, "review", PUBLISH)
                .statusCode(200)
                .body("status", equalTo("PUBLISHED"))
                .body("version", equalTo(3))
                .body("publishedAt", notNullValue())
                .body("review.reasons", hasSize(0));
        get(Caller.PUBLIC, id).statusCode(200).body("status", equalTo("PUBLISHED"));

        assertAnnounced(id, "drafted", "submitted", "published");
    }

    @Test
    void keepsWhatShowsThatItIsReal() {
        String evidence = """
                [{"title":"寄宿制小学现状调查","uri":"https://www.zhangbei.gov.example/survey.pdf","sha256":"%s"}]
                """.formatted("9f86d081".repeat(8));

        Caller.BUREAU
                .calls()
                .body(aNeed(ZHANGBEI).with("/evidence", evidence).toString())
                .post("/needs")
                .then()
                .statusCode(201)
                .body("evidence[0].title", equalTo("寄宿制小学现状调查"))
                .body("evidence[0].uri", equalTo("https://www.zhangbei.gov.example/survey.pdf"))
                .body("evidence[0].sha256", equalTo("9f86d081".repeat(8)));
    }

    @ParameterizedTest
    @CsvSource({
        "uri, http://www.zhangbei.gov.example/survey.pdf",
        "uri, https://localhost/survey.pdf",
        "uri, https://user@www.zhangbei.gov.example/survey.pdf",
        "uri, javascript:alert(1)",
        "sha256, 9F86D081"
    })
    void takesNoEvidenceThatAReviewerCouldNotOpenOrCheck(String member, String value) {
        String evidence = "{\"title\":\"现状调查\",\"uri\":\"https://www.zhangbei.gov.example/survey.pdf\"}";

        Caller.BUREAU
                .calls()
                .body(aNeed(ZHANGBEI)
                        .with("/evidence", "[" + evidence + "]")
                        .with("/evidence/0/" + member, "\"" + value + "\"")
                        .toString())
                .post("/needs")
                .then()
                .spec(problemAt(400, "request-invalid", "#/evidence/0/" + member));
    }

    @Test
    void isReturnedWithReasonsRewrittenAndSubmittedAgain() {
        String id = aSubmittedNeed();

        post(Caller.PROVINCE, id, "review", returned("请补充图书清单"))
                .statusCode(200)
                .body("status", equalTo("RETURNED"))
                .body("review.reasons", contains("请补充图书清单"));
        Caller.PLATFORM
                .calls()
                .body(aNeed(ZHANGBEI).with("/title", "\"乡村小学图书室\"").toString())
                .put("/needs/{id}", id)
                .then()
                .statusCode(200)
                .body("title", equalTo("乡村小学图书室"))
                .body("status", equalTo("RETURNED"))
                .body("version", equalTo(4));
        post(Caller.PLATFORM, id, "submission", "").statusCode(200).body("status", equalTo("SUBMITTED"));

        assertAnnounced(id, "drafted", "submitted", "returned", "revised", "submitted");
    }

    @Test
    void isWithdrawnAndNoLongerShown() {
        String id = aPublishedNeed();

        post(Caller.BUREAU, id, "withdrawal", "{\"reason\":\"已由县财政解决\"}")
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"))
                .body("withdrawal.reason", equalTo("已由县财政解决"));

        get(Caller.PUBLIC, id).spec(problem(404, "need-not-found"));
        assertAnnounced(id, "drafted", "submitted", "published", "withdrawn");
    }

    @Test
    void expiresByTheClockAndStaysDisclosedIfItWas() {
        // The first that are over: no other test's needs go with them.
        NeedBody body = aNeed(ZHANGBEI).with("/deadline", quoted(today()));
        String published = draftOf(Caller.BUREAU, body);
        String submitted = draftOf(Caller.BUREAU, body);
        String draft = draftOf(Caller.BUREAU, body);
        for (String id : List.of(published, submitted)) {
            post(Caller.BUREAU, id, "submission", "").statusCode(200);
        }
        post(Caller.PREFECTURE, published, "review", PUBLISH).statusCode(200);

        clock.inDays(1, service::expireOverdue);

        get(Caller.PUBLIC, published).statusCode(200).body("status", equalTo("EXPIRED"));
        get(Caller.PUBLIC, submitted).spec(problem(404, "need-not-found"));
        get(Caller.BUREAU, submitted).statusCode(200).body("status", equalTo("EXPIRED"));
        get(Caller.BUREAU, draft).statusCode(200).body("status", equalTo("DRAFT"));
        assertAnnounced(published, "drafted", "submitted", "published", "expired");
        assertAnnounced(submitted, "drafted", "submitted", "expired");
    }

    @Test
    void refusesWhatItsStatusDoesNotAllow() {
        String draft = aDraft();
        String published = aPublishedNeed();

        post(Caller.PREFECTURE, draft, "review", PUBLISH).spec(problem(409, "need-not-submitted"));
        post(Caller.BUREAU, published, "submission", "").spec(problem(409, "need-not-draft"));
        put(Caller.BUREAU, published).spec(problem(409, "need-not-draft"));
        post(Caller.BUREAU, published, "withdrawal", WITHDRAWAL).statusCode(200);
        post(Caller.BUREAU, published, "withdrawal", WITHDRAWAL).spec(problem(409, "need-not-open"));
    }

    @Test
    void isNeitherSubmittedNorPublishedAfterItsDeadline() {
        String late = draftOf(Caller.BUREAU, aNeed(ZHANGBEI).with("/deadline", quoted(today().minusDays(1))));
        String overtaken = draftOf(Caller.BUREAU, aNeed(ZHANGBEI).with("/deadline", quoted(today())));
        post(Caller.BUREAU, overtaken, "submission", "").statusCode(200);

        post(Caller.BUREAU, late, "submission", "").spec(problem(409, "need-deadline-passed"));
        clock.inDays(
                1, () -> post(Caller.PREFECTURE, overtaken, "review", PUBLISH).statusCode(409));
    }

    @Test
    void isPublishedOnceByReviewersWhoActAtTheSameTime() throws InterruptedException {
        String id = aSubmittedNeed();
        List<Integer> answers = Collections.synchronizedList(new ArrayList<>());
        List<Thread> reviewers = Stream.generate(() -> Thread.ofVirtual()
                        .unstarted(() -> answers.add(post(Caller.PREFECTURE, id, "review", PUBLISH)
                                .extract()
                                .statusCode())))
                .limit(6)
                .toList();

        reviewers.forEach(Thread::start);
        for (Thread reviewer : reviewers) {
            reviewer.join();
        }

        assertThat(answers).containsExactlyInAnyOrder(200, 409, 409, 409, 409, 409);
        assertAnnounced(id, "drafted", "submitted", "published");
    }

    @ParameterizedTest
    @EnumSource
    void isDraftedOnlyForTheCounty(Caller caller) {
        ValidatableResponse answer =
                caller.calls().body(aNeed(ZHANGBEI).toString()).post("/needs").then();

        if (WRITERS.contains(caller)) {
            answer.statusCode(201);
        } else {
            answer.spec(refusalOf(caller));
        }
    }

    @ParameterizedTest
    @EnumSource
    void isShownBeforePublicationOnlyToThoseConcerned(Caller caller) {
        for (String id : List.of(aDraft(), aSubmittedNeed())) {
            if (CONCERNED.contains(caller)) {
                get(caller, id).statusCode(200);
            } else {
                get(caller, id).spec(problem(404, "need-not-found"));
            }
        }
        get(caller, aPublishedNeed()).statusCode(200);
    }

    @ParameterizedTest
    @EnumSource
    void isRewrittenSubmittedAndWithdrawnOnlyForItsCounty(Caller caller) {
        String id = aDraft();

        if (WRITERS.contains(caller)) {
            put(caller, id).statusCode(200);
            post(caller, id, "submission", "").statusCode(200);
            post(caller, id, "withdrawal", WITHDRAWAL).statusCode(200);
        } else {
            put(caller, id).spec(hiddenFromWriters(caller));
            post(caller, id, "submission", "").spec(hiddenFromWriters(caller));
            post(caller, id, "withdrawal", WITHDRAWAL).spec(hiddenFromWriters(caller));
            String published = aPublishedNeed();
            put(caller, published).spec(refusalOf(caller));
            post(caller, published, "submission", "").spec(refusalOf(caller));
            post(caller, published, "withdrawal", WITHDRAWAL).spec(refusalOf(caller));
        }
    }

    @ParameterizedTest
    @EnumSource
    void isReviewedOnlyByAnOfficeAboveItsCounty(Caller caller) {
        for (String decision : List.of(PUBLISH, returned("请补充"))) {
            ValidatableResponse answer = post(caller, aSubmittedNeed(), "review", decision);
            switch (caller) {
                case PREFECTURE, PROVINCE, LEADING_GROUP -> answer.statusCode(200);
                default -> answer.spec(hiddenFromReviewers(caller));
            }
        }
    }

    @Test
    void isNotReviewedByAnybodyWhoWroteItWhateverTheirRole() {
        String drafted = draftOf(Caller.LEADING_GROUP, aNeed(ZHANGBEI));
        String revised = aDraft();
        put(Caller.LEADING_GROUP, revised).statusCode(200);
        String submitted = aDraft();

        post(Caller.BUREAU, drafted, "submission", "").statusCode(200);
        post(Caller.BUREAU, revised, "submission", "").statusCode(200);
        post(Caller.LEADING_GROUP, submitted, "submission", "").statusCode(200);

        for (String id : List.of(drafted, revised, submitted)) {
            post(Caller.LEADING_GROUP, id, "review", PUBLISH).spec(problem(403, "need-reviewer-is-author"));
            post(Caller.PROVINCE, id, "review", PUBLISH).statusCode(200).body("$", not(hasKey("authors")));
        }
    }

    @Test
    void doesNotMoveToACountyThatTheCallerDoesNotActFor() {
        Caller.BUREAU
                .calls()
                .body(aNeed("130723").toString())
                .put("/needs/{id}", aDraft())
                .then()
                .spec(problem(403, "access-forbidden"));
    }

    @Test
    void refusesATokenThatIsNoneOrTooOld() {
        for (String token : List.of("nonsense", Tokens.expired())) {
            given().contentType(ContentType.JSON)
                    .header("Idempotency-Key", UUID.randomUUID())
                    .auth()
                    .oauth2(token)
                    .body(aNeed(ZHANGBEI).toString())
                    .post("/needs")
                    .then()
                    .spec(problem(401, "access-unauthenticated"));
        }
    }

    @Test
    void doesNotKnowWhatIsNotThere() {
        get(Caller.LEADING_GROUP, "0198c6f2-0000-7000-8000-000000000000").spec(problem(404, "need-not-found"));
        get(Caller.LEADING_GROUP, "42").spec(problem(404, "request-route-not-found"));
        post(Caller.BUREAU, "0198c6f2-0000-7000-8000-000000000000", "submission", "")
                .spec(problem(404, "need-not-found"));
    }

    @ParameterizedTest
    @CsvSource({
        // An abolished code, a prefecture, a province, no code at all.
        "130729",
        "130700",
        "130000",
        "139999"
    })
    void belongsToACountyThatExistsToday(String division) {
        Caller.LEADING_GROUP
                .calls()
                .body(aNeed(division).toString())
                .post("/needs")
                .then()
                .spec(problemAt(422, "need-division-unfit", "#/divisionCode"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/divisionCode | \"13072\"",
                "/title | \"  \"",
                "/title | \"\\u3000\"",
                "/title | \" \\u00a0\\u2003\"",
                "/summary | \"\\n\\u3000\"",
                "/items/0/unit | \"\\u3000\"",
                "/title | \"两\\n行\"",
                "/summary | \"\\u202e反\"",
                "/items | []",
                "/items/0 | null",
                "/items/0/kind | null",
                "/items/0/resourceCode | \"GOODS.books\"",
                "/items/0/quantity | \"0\"",
                "/items/0/quantity | \"0.000\"",
                "/items/0/quantity | \"-1\"",
                "/items/0/quantity | \"1.0001\"",
                "/items/0/quantity | \"1e3\"",
                "/items/0/quantity | \"２\"",
                "/items/0/unit | \"\"",
                "/items/0/value | null",
                "/items/0/value/amount | \"1.234\"",
                "/items/0/value/amount | \"-0.01\"",
                "/items/0/value/currency | \"USD\"",
                "/splittable | null",
                "/beneficiaries/persons | -1",
                "/beneficiaries/households | null",
                "/deadline | null",
                "/admittedLevels | [\"COUNTY\",\"COUNTY\"]",
                "/admittedTypes/0 | null",
                "/excludedOrganizations/0 | \"not-a-credit-code\"",
                "/beneficiaryOrganization | \"53110000500309522I\"",
            })
    void refusesAValueThatCannotBeMeant(String pointer, String json) {
        Caller.BUREAU
                .calls()
                .body(aNeed(ZHANGBEI).with(pointer, json).toString())
                .post("/needs")
                .then()
                .spec(problemAt(400, "request-invalid", "#" + pointer));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/status | \"PUBLISHED\"",
                "/id | \"0198c6f2-0000-7000-8000-000000000000\"",
                "/summary | \"\\u0000\"",
                "/title | 5",
                "/title | true",
                "/field | \"education\"",
                "/field | 0",
                "/splittable | \"true\"",
                "/splittable | 1",
                "/beneficiaries/persons | \"320\"",
                "/beneficiaries/persons | 3.5",
                "/beneficiaries/names | [\"某人\"]",
                "/items/0/quantity | 2000",
                "/items/0/value/amount | 50000.00",
                "/items/0/value | \"50000.00\"",
                "/items/0/price | \"1\"",
                "/deadline | \"31.12.2027\"",
                "/deadline | \"2027-02-30\"",
                "/admittedLevels | \"NATIONAL\"",
            })
    void takesOnlyStrictJson(String pointer, String json) {
        Caller.BUREAU
                .calls()
                .body(aNeed(ZHANGBEI).with(pointer, json).toString())
                .post("/needs")
                .then()
                .spec(problemAt(400, "request-malformed", "#" + pointer));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"decision\":\"PUBLISH\",\"decision\":\"RETURN\"}",
                "{\"decision\":\"PUBLISH\"} {}",
                "{\"decision\":\"PUBLISH\"",
                "[]",
                "\"PUBLISH\"",
                "{'decision':'PUBLISH'}",
            })
    void takesOnlyOneWholeJsonObject(String body) {
        post(Caller.PREFECTURE, aSubmittedNeed(), "review", body).spec(problem(400, "request-malformed"));
    }

    @ParameterizedTest
    @CsvSource({
        "divisionCode",
        "title",
        "summary",
        "field",
        "category",
        "mode",
        "items",
        "splittable",
        "beneficiaries",
        "periodStart",
        "periodEnd",
        "deadline"
    })
    void missesNothing(String member) {
        Caller.BUREAU
                .calls()
                .body(aNeed(ZHANGBEI).without("/" + member).toString())
                .post("/needs")
                .then()
                .spec(problemAt(400, "request-invalid", "#/" + member));
    }

    @Test
    void refusesABodyThatIsNoneOrNoJson() {
        String id = aSubmittedNeed();

        post(Caller.PREFECTURE, id, "review", "").spec(problem(400, "request-invalid"));
        post(Caller.PREFECTURE, id, "review", "{}").spec(problemAt(400, "request-invalid", "#/decision"));
        post(Caller.PREFECTURE, id, "review", "{\"decision\":\"RETURN\"}")
                .spec(problemAt(400, "request-invalid", "#/reasons"));
        post(Caller.BUREAU, id, "withdrawal", "{\"reason\":\" \"}").spec(problemAt(400, "request-invalid", "#/reason"));
        Caller.BUREAU
                .calls()
                .contentType("text/plain")
                .body("乡村小学图书角")
                .post("/needs")
                .then()
                .spec(problem(415, "request-unsupported-media-type"));
    }

    @Test
    void refusesContradictionsAndPersonalDataWithEveryPlace() {
        Caller.BUREAU
                .calls()
                .body(aNeed(ZHANGBEI)
                        .with("/items/1/unit", "\"万元\"")
                        .with("/periodEnd", quoted(today()))
                        .toString())
                .post("/needs")
                .then()
                .spec(problem(422, "need-contradictory"))
                .body("errors.pointer", contains("#/periodEnd", "#/deadline", "#/items/1/unit"));
        Caller.BUREAU
                .calls()
                .body(aNeed(ZHANGBEI)
                        .with("/summary", "\"联系 １３８ ００００ ００００\"")
                        .with("/items/0/description", "\"给 11010519491231002X\"")
                        .toString())
                .post("/needs")
                .then()
                .spec(problem(422, "need-personal-data"))
                .body("errors.pointer", contains("#/summary", "#/items/0/description"));
        post(Caller.PREFECTURE, aSubmittedNeed(), "review", returned("请电 13800000000"))
                .spec(problemAt(422, "need-personal-data", "#/reasons/0"));
    }

    @Test
    void answersInTheLanguageAskedFor() {
        String missing = "0198c6f2-0000-7000-8000-000000000000";

        get(Caller.PUBLIC, missing).body("title", equalTo("没有这项需求"));
        given().header("Accept-Language", "en")
                .get("/needs/{id}", missing)
                .then()
                .body("title", equalTo("There is no such need"));
        Caller.BUREAU
                .calls()
                .header("Accept-Language", "en")
                .body(aNeed(ZHANGBEI).with("/items/0/quantity", "\"0\"").toString())
                .post("/needs")
                .then()
                .body(
                        "errors[0].detail",
                        equalTo("a decimal string greater than zero with at most three decimals, such as \"2000\""));
    }

    @Test
    void listsToEachCallerWhatTheyMaySee() {
        String draft = aDraft();
        String published = aPublishedNeed();
        String elsewhere = draftOf(Caller.OTHER_BUREAU, aNeed("130723"));

        for (Caller caller : Caller.values()) {
            List<String> shown = ids(draft, caller, "division", "1307");
            assertThat(shown).as("what %s sees", caller).contains(published);
            assertThat(shown.contains(draft)).as("%s sees the draft", caller).isEqualTo(CONCERNED.contains(caller));
        }
        assertThat(ids(draft, Caller.BUREAU, "division", "1307")).doesNotContain(elsewhere);
        assertThat(ids(draft, Caller.PREFECTURE, "division", "1307")).contains(elsewhere);
    }

    @Test
    void filtersByEverythingThatIsOffered() {
        String id = aPublishedNeed();

        for (String division : List.of("13", "1307", "130000", "130700", ZHANGBEI)) {
            assertThat(ids(id, Caller.PUBLIC, "division", division)).contains(id);
        }
        assertThat(ids(id, Caller.PUBLIC, "division", "130800")).doesNotContain(id);
        assertThat(ids(id, Caller.PUBLIC, "field", "EDUCATION", "category", "DEVELOPMENT", "mode", "CAPACITY_BUILDING"))
                .contains(id);
        assertThat(ids(id, Caller.PUBLIC, "field", "HEALTH")).doesNotContain(id);
        assertThat(ids(id, Caller.PUBLIC, "category", "DIRECT_AID")).doesNotContain(id);
        assertThat(ids(id, Caller.PUBLIC, "mode", "RELIEF")).doesNotContain(id);
        assertThat(ids(id, Caller.PUBLIC, "status", "PUBLISHED")).contains(id);
        Caller.SUPERVISOR
                .calls()
                .get("/needs?status=DRAFT")
                .then()
                .statusCode(200)
                .body("items.status", everyItem(equalTo("DRAFT")));
    }

    @Test
    void pagesNewestFirstWithoutLossOrRepetition() {
        String county = "130724";
        RequestSpecification bureau = given().auth().oauth2(Tokens.countyBureau(county));
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.addFirst(given().spec(bureau)
                    .contentType(ContentType.JSON)
                    .header("Idempotency-Key", UUID.randomUUID())
                    .body(aNeed(county).toString())
                    .post("/needs")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id"));
        }

        List<String> read = new ArrayList<>();
        String cursor = null;
        do {
            RequestSpecification request =
                    given().spec(bureau).queryParam("division", county).queryParam("limit", 2);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/needs")
                    .then()
                    .statusCode(200)
                    .extract();
            read.addAll(page.path("items.id"));
            cursor = page.path("nextCursor");
        } while (cursor != null);

        assertThat(read).startsWith(made.toArray(String[]::new)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, ?limit",
        "limit=201, ?limit",
        "limit=many, ?limit",
        "cursor=forged, ?cursor",
        "division=x, ?division",
        "division=130, ?division"
    })
    void refusesAListThatCannotBeMeant(String query, String pointer) {
        given().get("/needs?" + query).then().spec(problemAt(400, "request-invalid", pointer));
    }

    @Test
    void refusesAFilterThatIsNoWordOfTheCodeList() {
        given().get("/needs?status=OPEN").then().spec(problem(400, "request-invalid"));
        given().get("/needs?field=education").then().spec(problem(400, "request-invalid"));
    }

    /** The ids that a caller finds, page after page, newest first and down to the oldest that matters. */
    private static List<String> ids(String oldest, Caller caller, String... filter) {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            RequestSpecification request = caller.calls().queryParam("limit", 200);
            for (int i = 0; i < filter.length; i += 2) {
                request.queryParam(filter[i], filter[i + 1]);
            }
            var page = (cursor.isEmpty() ? request : request.queryParam("cursor", cursor))
                    .get("/needs")
                    .then()
                    .statusCode(200)
                    .extract();
            ids.addAll(page.path("items.id"));
            boolean beyond = ids.stream().anyMatch(id -> id.compareTo(oldest) < 0);
            cursor = beyond ? null : page.path("nextCursor");
        }
        return ids;
    }
}
