package org.duijie.organization.organization;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.duijie.chassis.testing.Problem.problem;
import static org.duijie.chassis.testing.Problem.problemAt;
import static org.duijie.organization.organization.OrganizationMother.aCreditCode;
import static org.duijie.organization.organization.OrganizationSteps.ZHANGJIAKOU;
import static org.duijie.organization.organization.OrganizationSteps.aRegistration;
import static org.duijie.organization.organization.OrganizationSteps.anOrganization;
import static org.duijie.organization.organization.OrganizationSteps.register;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.duijie.chassis.testing.EventContract;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.Tokens;
import org.duijie.chassis.testing.TopicReader;
import org.duijie.chassis.testing.TopicReader.Announced;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Organizations over HTTP, by the callers of every role, with a real database and a real broker. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class OrganizationApiTest {

    // ---- registration

    @ParameterizedTest
    @EnumSource(Caller.class)
    void isRegisteredByItselfAndByWhoActsForIt(Caller caller) {
        String code = aCreditCode(ZHANGJIAKOU);
        ValidatableResponse answer = register(caller.calls(code), aRegistration(code));
        if (caller.acts()) {
            answer.statusCode(201)
                    .header("Location", containsString("/organizations/"))
                    .body("creditCode", equalTo(code))
                    .body("status", equalTo("REGISTERED"))
                    .body("version", equalTo(1))
                    .body("type", equalTo("FOUNDATION"))
                    .body("level", equalTo("MUNICIPAL"))
                    .body("registrarDivision", equalTo(ZHANGJIAKOU))
                    .body("standing.inspections", hasSize(0))
                    .body("standing", not(hasKey("rating")))
                    .body("$", not(hasKey("creditCodeOverride")));
        } else {
            caller.assertRefused(answer);
        }
    }

    @Test
    void isFoundAtItsLocation() {
        String code = aCreditCode(ZHANGJIAKOU);
        String location = register(Caller.ITSELF.calls(code), aRegistration(code))
                .extract()
                .header("Location");
        given().get(location).then().statusCode(200).body("creditCode", equalTo(code));
    }

    @Test
    void isRegisteredOnce() {
        String code = aCreditCode(ZHANGJIAKOU);
        register(Caller.ITSELF.calls(code), aRegistration(code)).statusCode(201);
        register(Caller.PLATFORM.calls(code), aRegistration(code))
                .spec(problem(409, "organization-already-registered"));
    }

    @Test
    void isRegisteredOnceEvenByManyAtOnce() throws Exception {
        String code = aCreditCode(ZHANGJIAKOU);
        Callable<Integer> attempt = () -> register(Caller.ITSELF.calls(code), aRegistration(code))
                .extract()
                .statusCode();
        List<Integer> statuses = new ArrayList<>();
        try (var callers = Executors.newFixedThreadPool(8)) {
            for (Future<Integer> answer : callers.invokeAll(List.of(attempt, attempt, attempt, attempt, attempt))) {
                statuses.add(answer.get());
            }
        }
        assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409, 409, 409);
    }

    @Test
    void isRefusedUnderACodeThatFailsItsCheck() {
        String code = "531000005000074012";
        register(Caller.ITSELF.calls(code), aRegistration(code))
                .spec(problemAt(422, "organization-credit-code-check-failed", "#/creditCode"));
    }

    @Test
    void isRefusedWithARelatedPartyWhoseCodeFailsItsCheck() {
        String code = aCreditCode(ZHANGJIAKOU);
        register(Caller.ITSELF.calls(code), aRegistration(code, "53110000500309522J", "531000005000074012"))
                .spec(problemAt(422, "organization-credit-code-check-failed", "#/relatedParties/1"));
    }

    @Test
    void isAdmittedByTheLeadingGroupAlthoughItsCodeFails() {
        String code = aFailingCode();
        String body = withOverride(aRegistration(code));
        String id = register(Caller.LEADING_GROUP.calls(code), body)
                .statusCode(201)
                .body("creditCodeOverride.reason", equalTo("登记证书确为此代码"))
                .body("creditCodeOverride.at", notNullValue())
                .body("creditCodeOverride", not(hasKey("by")))
                .extract()
                .path("id");
        given().get("/organizations/" + id)
                .then()
                .statusCode(200)
                .body("creditCodeOverride.reason", equalTo("登记证书确为此代码"));
    }

    @Test
    void isNotAdmittedByAnyoneElseUnderACodeThatFails() {
        String code = aFailingCode();
        register(Caller.ITSELF.calls(code), withOverride(aRegistration(code)))
                .spec(problem(403, "organization-override-not-allowed"));
    }

    @Test
    void keepsNoOverrideWhereTheCodeIsRight() {
        String code = aCreditCode(ZHANGJIAKOU);
        register(Caller.LEADING_GROUP.calls(code), withOverride(aRegistration(code)))
                .statusCode(201)
                .body("$", not(hasKey("creditCodeOverride")));
    }

    @Test
    void isRefusedWhereItIsNoSocialOrganization() {
        String code = "91350100M000100Y43";
        register(Caller.ITSELF.calls(code), aRegistration(code))
                .spec(problemAt(422, "organization-not-a-social-organization", "#/creditCode"));
    }

    @Test
    void isNotItsOwnRelatedParty() {
        String code = aCreditCode(ZHANGJIAKOU);
        register(Caller.ITSELF.calls(code), aRegistration(code, "53110000500309522J", code))
                .spec(problemAt(422, "organization-related-to-itself", "#/relatedParties/1"));
    }

    @Test
    void isRefusedWithAPhoneNumberInItsName() {
        String code = aCreditCode(ZHANGJIAKOU);
        register(Caller.ITSELF.calls(code), aRegistration(code).replace("样例", "电话１３８ ００１３ ８０００ "))
                .spec(problemAt(422, "organization-personal-data", "#/name"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"name\":\"样例\"} | #/creditCode",
                "{\"creditCode\":null,\"name\":\"样例\"} | #/creditCode",
                "{\"creditCode\":\"5311000050030952\",\"name\":\"样例\"} | #/creditCode",
                "{\"creditCode\":\"53110000500309522j\",\"name\":\"样例\"} | #/creditCode",
                "{\"creditCode\":\"53110000500309522J\"} | #/name",
                "{\"creditCode\":\"53110000500309522J\",\"name\":\"  \"} | #/name",
                "{\"creditCode\":\"53110000500309522J\",\"name\":\"样\\u202e例\"} | #/name",
                "{\"creditCode\":\"53110000500309522J\",\"name\":\"样\\n例\"} | #/name",
                "{\"creditCode\":\"53110000500309522J\",\"name\":\"样例\",\"relatedParties\":[null]} | #/relatedParties/0",
                "{\"creditCode\":\"53110000500309522J\",\"name\":\"样例\",\"relatedParties\":[\"x\"]} | #/relatedParties/0",
                "{\"creditCode\":\"53110000500309522J\",\"name\":\"样例\","
                        + "\"relatedParties\":[\"53110000500302806B\",\"53110000500302806B\"]} | #/relatedParties",
                "{\"creditCode\":\"53110000500309522J\",\"name\":\"样例\",\"creditCodeOverride\":{}}"
                        + " | #/creditCodeOverride/reason"
            })
    void isRefusedWithThePlaceOfEachSlip(String body, String pointer) {
        register(Caller.LEADING_GROUP.calls(""), body).spec(problemAt(400, "request-invalid", pointer));
    }

    @Test
    void refusesMembersThatTheServiceDecides() {
        String code = aCreditCode(ZHANGJIAKOU);
        register(Caller.ITSELF.calls(code), aRegistration(code).replace("{", "{\"status\":\"VERIFIED\","))
                .spec(problemAt(400, "request-malformed", "#/status"));
    }

    @Test
    void saysWhatIsWrongInTheLanguageAskedFor() {
        register(
                        Caller.LEADING_GROUP.calls("").header("Accept-Language", "en"),
                        "{\"creditCode\":\"5\",\"name\":\"a\"}")
                .spec(problem(400, "request-invalid"))
                .body("errors[0].detail", containsString("18 characters"));
        register(Caller.LEADING_GROUP.calls(""), "{\"creditCode\":\"5\",\"name\":\"a\"}")
                .body("errors[0].detail", containsString("18 位"));
    }

    // ---- what the offices do

    static Stream<Arguments> everyActByEveryCaller() {
        return Arrays.stream(OfficeAct.values())
                .flatMap(act -> Arrays.stream(Caller.values()).map(caller -> arguments(act, caller)));
    }

    @ParameterizedTest
    @MethodSource("everyActByEveryCaller")
    void isLedThroughItsLifeByTheOfficesOnly(OfficeAct act, Caller caller) {
        String code = aCreditCode(ZHANGJIAKOU);
        String id = anOrganization(code, act.before());
        ValidatableResponse answer = act.send(caller.calls(code), id).then();
        if (caller.isItsOffice()) {
            answer.statusCode(200).body("status", equalTo(act.after())).body("relatedParties", hasSize(1));
        } else {
            caller.assertRefused(answer);
            given().get("/organizations/" + id).then().body("status", equalTo(act.before()));
        }
    }

    @ParameterizedTest
    @EnumSource(OfficeAct.class)
    void isLedByTheLeadingGroupWhereTheMinistryRegisteredIt(OfficeAct act) {
        String code = aCreditCode("100000");
        String id = anOrganization(code, act.before());
        act.send(Caller.OFFICE_ABOVE.calls(code), id).then().spec(problem(403, "access-forbidden"));
        act.send(given().contentType(ContentType.JSON).auth().oauth2(Tokens.superiorOffice("100000")), id)
                .then()
                .spec(problem(403, "access-forbidden"));
        act.send(Caller.LEADING_GROUP.calls(code), id).then().statusCode(200).body("status", equalTo(act.after()));
    }

    @ParameterizedTest
    @CsvSource({
        "VERIFY, VERIFIED, organization-not-awaiting-verification",
        "VERIFY, SUSPENDED, organization-not-awaiting-verification",
        "VERIFY, DEREGISTERED, organization-not-awaiting-verification",
        "SUSPEND, REGISTERED, organization-not-verified",
        "SUSPEND, SUSPENDED, organization-not-verified",
        "REINSTATE, VERIFIED, organization-not-suspended",
        "DEREGISTER, DEREGISTERED, organization-deregistered",
        "STATE_STANDING, DEREGISTERED, organization-deregistered"
    })
    void refusesWhatItsStateDoesNotAllow(OfficeAct act, String state, String slug) {
        String code = aCreditCode(ZHANGJIAKOU);
        String id = anOrganization(code, state);
        act.send(Caller.REGISTRAR.calls(code), id).then().spec(problem(409, slug));
    }

    @ParameterizedTest
    @EnumSource(OfficeAct.class)
    void saysThatThereIsNoSuchOrganization(OfficeAct act) {
        act.send(Caller.LEADING_GROUP.calls(""), UUID.randomUUID().toString())
                .then()
                .spec(problem(404, "organization-not-found"));
    }

    @Test
    void isSuspendedForAReasonThatIsShown() {
        String code = aCreditCode(ZHANGJIAKOU);
        String id = anOrganization(code, "SUSPENDED");
        given().get("/organizations/" + id).then().body("statusReason", equalTo("未按期报送年度工作报告"));

        Caller.REGISTRAR
                .calls(code)
                .post("/organizations/" + id + "/reinstatement")
                .then()
                .statusCode(200);
        given().get("/organizations/" + id).then().body("$", not(hasKey("statusReason")));
    }

    @Test
    void isNotSuspendedWithoutAReason() {
        String code = aCreditCode(ZHANGJIAKOU);
        String address = "/organizations/" + anOrganization(code, "VERIFIED") + "/suspension";
        Caller.REGISTRAR
                .calls(code)
                .body("{\"reason\":\" \"}")
                .post(address)
                .then()
                .spec(problemAt(400, "request-invalid", "#/reason"));
        Caller.REGISTRAR
                .calls(code)
                .body("{\"reason\":\"联系 13800138000\"}")
                .post(address)
                .then()
                .spec(problemAt(422, "organization-personal-data", "#/reason"));
    }

    @Test
    void keepsTheStandingThatItsOfficeStates() {
        String code = aCreditCode(ZHANGJIAKOU);
        String id = anOrganization(code, "VERIFIED");
        OfficeAct.STATE_STANDING.send(Caller.REGISTRAR.calls(code), id).then().body("version", equalTo(3));
        OfficeAct.STATE_STANDING.send(Caller.REGISTRAR.calls(code), id).then().body("version", equalTo(3));

        given().get("/organizations/" + id)
                .then()
                .body("standing.rating.grade", equalTo("AAAA"))
                .body("standing.rating.validUntil", equalTo("2020-12-31"))
                .body("standing.inspections.result", contains("PASSED", "BASICALLY_PASSED"))
                .body("standing.abnormalListings[0].until", equalTo("2018-07-09"))
                .body("standing.blacklistings", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"rating\":{\"grade\":\"AAAA\",\"validFrom\":\"2016-01-01\"}} | #/rating/validUntil",
                "{\"rating\":{\"grade\":\"AAAA\",\"validFrom\":\"2016-01-01\",\"validUntil\":\"2022-01-01\"}} | #/rating/validUntil",
                "{\"inspections\":[{\"year\":17,\"result\":\"PASSED\"}]} | #/inspections/0/year",
                "{\"inspections\":[{\"year\":2017,\"result\":\"PASSED\"},{\"year\":2017,\"result\":\"FAILED\"}]} | #/inspections/1/year",
                "{\"abnormalListings\":[{\"from\":\"2018-01-05\",\"reason\":\"\"}]} | #/abnormalListings/0/reason",
                "{\"blacklistings\":[{\"from\":\"2018-01-05\",\"until\":\"2018-01-04\",\"reason\":\"列入满两年\"}]} | #/blacklistings/0/until",
                "{\"blacklistings\":[{\"from\":\"2999-01-05\",\"reason\":\"列入满两年\"}]} | #/blacklistings/0/from"
            })
    void refusesAStandingThatCannotBeSo(String body, String pointer) {
        String code = aCreditCode(ZHANGJIAKOU);
        String address = "/organizations/" + anOrganization(code, "VERIFIED") + "/standing";
        Caller.REGISTRAR.calls(code).body(body).put(address).then().spec(problemAt(400, "request-invalid", pointer));
    }

    @Test
    void refusesAGradeThatDoesNotExist() {
        String code = aCreditCode(ZHANGJIAKOU);
        String address = "/organizations/" + anOrganization(code, "VERIFIED") + "/standing";
        Caller.REGISTRAR
                .calls(code)
                .body("{\"rating\":{\"grade\":\"6A\",\"validFrom\":\"2016-01-01\",\"validUntil\":\"2017-01-01\"}}")
                .put(address)
                .then()
                .spec(problemAt(400, "request-malformed", "#/rating/grade"));
    }

    // ---- reading

    @ParameterizedTest
    @EnumSource(Caller.class)
    void isReadByEverybodyButItsRelatedPartiesByThoseTheyConcern(Caller caller) {
        String code = aCreditCode(ZHANGJIAKOU);
        String id = anOrganization(code, "VERIFIED");
        boolean concerned = caller.acts() || caller.isItsOffice() || caller == Caller.SUPERVISOR;
        caller.calls(code)
                .get("/organizations/" + id)
                .then()
                .statusCode(200)
                .body("creditCode", equalTo(code))
                .body("relatedParties", concerned ? hasItem("53110000500309522J") : nullValue());
        caller.calls(code)
                .get("/organizations?creditCode=" + code)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].relatedParties", concerned ? hasItem("53110000500309522J") : nullValue());
    }

    @Test
    void saysThatThereIsNone() {
        given().get("/organizations/" + UUID.randomUUID()).then().spec(problem(404, "organization-not-found"));
        given().get("/organizations/" + UUID.randomUUID() + "/eligibility")
                .then()
                .spec(problem(404, "organization-not-found"));
    }

    @Test
    void isListedByLevelTypeAndStatus() {
        String code = aCreditCode(ZHANGJIAKOU);
        anOrganization(code, "SUSPENDED");
        given().get("/organizations?level=MUNICIPAL&type=FOUNDATION&status=SUSPENDED&limit=200")
                .then()
                .statusCode(200)
                .body("items.level", everyItem(equalTo("MUNICIPAL")))
                .body("items.type", everyItem(equalTo("FOUNDATION")))
                .body("items.status", everyItem(equalTo("SUSPENDED")))
                .body("items", not(hasSize(0)));
        given().get("/organizations?creditCode=" + code + "&status=VERIFIED")
                .then()
                .statusCode(200)
                .body("items", hasSize(0))
                .body("$", not(hasKey("nextCursor")));
    }

    @Test
    void isListedPageByPageWithoutGapOrRepetition() {
        for (int i = 0; i < 5; i++) {
            anOrganization(aCreditCode("450103"), "REGISTERED");
        }
        List<String> all = given().get("/organizations?level=COUNTY&limit=200")
                .then()
                .extract()
                .path("items.id");
        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            Map<String, Object> page = given().get("/organizations?level=COUNTY&limit=2" + cursor)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath()
                    .getMap("$");
            @SuppressWarnings("unchecked")
            var items = (List<Map<String, Object>>) page.get("items");
            items.forEach(item -> paged.add((String) item.get("id")));
            cursor = page.containsKey("nextCursor") ? "&cursor=" + page.get("nextCursor") : "";
        } while (!cursor.isEmpty());
        assertThat(paged).hasSizeGreaterThanOrEqualTo(5).containsExactlyElementsOf(all);
    }

    @ParameterizedTest
    @CsvSource({
        "level=TOWN, ?level",
        "type=PARTY, ?type",
        "status=verified, ?status",
        "limit=0, ?limit",
        "limit=201, ?limit",
        "cursor=x, ?cursor"
    })
    void refusesAFilterThatMeansNothing(String query, String pointer) {
        given().get("/organizations?" + query).then().spec(problemAt(400, "request-invalid", pointer));
    }

    // ---- eligibility

    @ParameterizedTest
    @EnumSource(Caller.class)
    void tellsEverybodyWhetherItIsEligible(Caller caller) {
        String code = aCreditCode(ZHANGJIAKOU);
        String id = anOrganization(code, "VERIFIED");
        caller.calls(code)
                .get("/organizations/" + id + "/eligibility")
                .then()
                .statusCode(200)
                .body("eligible", equalTo(true))
                .body("on", notNullValue())
                .body("obstacles", hasSize(0));
    }

    @Test
    void tellsEachObstacleOfADay() {
        String code = aCreditCode(ZHANGJIAKOU);
        String id = anOrganization(code, "SUSPENDED");
        OfficeAct.STATE_STANDING.send(Caller.REGISTRAR.calls(code), id).then().statusCode(200);

        given().get("/organizations/" + id + "/eligibility?on=2018-07-08")
                .then()
                .statusCode(200)
                .body("eligible", equalTo(false))
                .body("on", equalTo("2018-07-08"))
                .body("obstacles.code", contains("UNVERIFIED", "ABNORMAL"))
                .body("obstacles[1].since", equalTo("2018-01-05"))
                .body("obstacles[1].until", equalTo("2018-07-09"))
                .body("obstacles[1].sentence.zh", containsString("活动异常名录"))
                .body("obstacles[1].sentence.en", containsString("abnormal"));
        given().get("/organizations/" + id + "/eligibility")
                .then()
                .body("obstacles.code", contains("SUSPENDED"))
                .body("obstacles[0].sentence.zh", endsWith("：未按期报送年度工作报告。"));
    }

    @Test
    void refusesADayThatDoesNotExist() {
        String id = anOrganization(aCreditCode(ZHANGJIAKOU), "VERIFIED");
        given().get("/organizations/" + id + "/eligibility?on=2018-02-30")
                .then()
                .spec(problemAt(400, "request-invalid", "?on"));
    }

    // ---- events

    @Test
    void announcesEveryStepWithTheWholeState() {
        String code = aCreditCode(ZHANGJIAKOU);
        String id = anOrganization(code, "REGISTERED");
        List<OfficeAct> life = List.of(
                OfficeAct.VERIFY,
                OfficeAct.SUSPEND,
                OfficeAct.REINSTATE,
                OfficeAct.STATE_STANDING,
                OfficeAct.DEREGISTER);
        life.forEach(act -> act.send(Caller.REGISTRAR.calls(code), id).then().statusCode(200));

        try (TopicReader topic = TopicReader.of("duijie.organization")) {
            List<Announced> announced = topic.await(UUID.fromString(id), 6);
            assertThat(announced)
                    .extracting(Announced::type)
                    .containsExactly(
                            "org.duijie.organization.registered.v1",
                            "org.duijie.organization.verified.v1",
                            "org.duijie.organization.suspended.v1",
                            "org.duijie.organization.reinstated.v1",
                            "org.duijie.organization.standing-changed.v1",
                            "org.duijie.organization.deregistered.v1");
            assertThat(announced)
                    .extracting(event -> event.headers().get("ce_sequence"))
                    .containsExactly("1", "2", "3", "4", "5", "6");
            assertThat(announced).allSatisfy(event -> assertThat(event.headers())
                    .containsEntry("ce_source", "/organization-service")
                    .containsEntry("ce_subject", id));
            EventContract contract = EventContract.of(Path.of("contract"));
            announced.forEach(event -> contract.check("organization", event.json()));
        }
    }

    @Test
    void announcesNothingWhereNothingChanged() {
        String code = aCreditCode(ZHANGJIAKOU);
        String id = anOrganization(code, "VERIFIED");
        OfficeAct.STATE_STANDING.send(Caller.REGISTRAR.calls(code), id);
        OfficeAct.STATE_STANDING.send(Caller.REGISTRAR.calls(code), id);
        OfficeAct.VERIFY.send(Caller.REGISTRAR.calls(code), id).then().statusCode(409);
        OfficeAct.DEREGISTER.send(Caller.REGISTRAR.calls(code), id);

        try (TopicReader topic = TopicReader.of("duijie.organization")) {
            assertThat(topic.await(UUID.fromString(id), 4))
                    .extracting(event -> event.headers().get("ce_sequence"))
                    .containsExactly("1", "2", "3", "4");
        }
    }

    // ----

    private static String withOverride(String registration) {
        return registration.replaceFirst("}$", ",\"creditCodeOverride\":{\"reason\":\"登记证书确为此代码\"}}");
    }

    private static String aFailingCode() {
        String code = aCreditCode(ZHANGJIAKOU);
        return code.substring(0, 17) + (code.endsWith("0") ? '1' : '0');
    }
}
