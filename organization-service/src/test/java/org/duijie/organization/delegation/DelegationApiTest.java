package org.duijie.organization.delegation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.duijie.chassis.testing.Problem.problem;
import static org.duijie.chassis.testing.Problem.problemAt;
import static org.duijie.organization.organization.OrganizationMother.aCreditCode;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.duijie.chassis.identity.Delegations;
import org.duijie.chassis.identity.Matter;
import org.duijie.chassis.testing.EventContract;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.TestClock;
import org.duijie.chassis.testing.Tokens;
import org.duijie.chassis.testing.TopicReader;
import org.duijie.chassis.testing.TopicReader.Announced;
import org.duijie.chassis.time.BusinessDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Delegations over HTTP, by the callers of every role, with a real database and a real broker. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class DelegationApiTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String REASON = "{\"reason\":\"合作期满\"}";

    private final TestClock clock;
    private final BusinessDay day;
    private final DelegationService service;
    private final Delegations delegations;

    @Inject
    DelegationApiTest(TestClock clock, BusinessDay day, DelegationService service, Delegations delegations) {
        this.clock = clock;
        this.day = day;
        this.service = service;
        this.delegations = delegations;
    }

    /** Everybody who might call, seen from a delegation. */
    enum Caller {
        PUBLIC,
        PRINCIPAL,
        OTHER_PRINCIPAL,
        PLATFORM,
        OTHER_PLATFORM,
        OFFICE_ABOVE,
        LEADING_GROUP,
        SUPERVISOR;

        RequestSpecification calls(Grant grant) {
            RequestSpecification request = given().contentType(ContentType.JSON)
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .header("If-Match", "*");
            return this == PUBLIC ? request : request.auth().oauth2(token(grant));
        }

        private String token(Grant grant) {
            return switch (this) {
                case PUBLIC -> "";
                case PRINCIPAL ->
                    grant.county() ? Tokens.countyBureau(grant.code()) : Tokens.organization(grant.code());
                case OTHER_PRINCIPAL ->
                    grant.county() ? Tokens.countyBureau("130723") : Tokens.organization("53110000500309522J");
                case PLATFORM -> Tokens.platform(grant.platform());
                case OTHER_PLATFORM -> Tokens.platform("another");
                case OFFICE_ABOVE -> Tokens.superiorOffice("130700");
                case LEADING_GROUP -> Tokens.leadingGroup();
                case SUPERVISOR -> Tokens.supervisor();
            };
        }
    }

    private static final Set<Caller> DISPOSING = Set.of(Caller.PRINCIPAL, Caller.LEADING_GROUP);
    private static final Set<Caller> READING =
            Set.of(Caller.PRINCIPAL, Caller.PLATFORM, Caller.LEADING_GROUP, Caller.SUPERVISOR);

    /** What is asked for: by a county to a platform that nobody else uses. */
    private record Grant(boolean county, String code, String platform, Map<String, Object> body) {

        Grant with(String member, Object value) {
            Map<String, Object> changed = new LinkedHashMap<>(body);
            changed.put(member, value);
            return new Grant(county, code, platform, changed);
        }

        Grant without(String member) {
            Map<String, Object> changed = new LinkedHashMap<>(body);
            changed.remove(member);
            return new Grant(county, code, platform, changed);
        }

        ValidatableResponse by(Caller caller) {
            return caller.calls(this).body(body).post("/delegations").then();
        }

        String granted() {
            return by(Caller.PRINCIPAL).statusCode(201).extract().path("id");
        }

        ValidatableResponse revoked(Caller caller, String id) {
            return caller.calls(this)
                    .body(REASON)
                    .post("/delegations/" + id + "/revocation")
                    .then();
        }

        List<String> seen(Caller caller, String query) {
            return caller.calls(this)
                    .get("/delegations?platform=" + platform + query)
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("items.id");
        }
    }

    private Grant aCounty() {
        return grant(true, "130722", List.of("NEEDS"));
    }

    private Grant anOrganization() {
        return grant(false, aCreditCode("130700"), List.of("OFFERS", "SUBSCRIPTIONS"));
    }

    private Grant grant(boolean county, String code, List<String> matters) {
        String platform = "platform-" + UUID.randomUUID();
        return new Grant(county, code, platform, Map.of())
                .with("principal", Map.of(county ? "divisionCode" : "creditCode", code))
                .with("platform", platform)
                .with("matters", matters)
                .with("validUntil", day.today().plusMonths(6).toString())
                .with("reason", " 委托平台代办 ");
    }

    // ---- granting

    @Test
    void isRecordedWithWhoGaveItAndWhoTookItBack() {
        Grant grant = aCounty();
        String id = grant.granted();
        grant.revoked(Caller.LEADING_GROUP, id).statusCode(200);

        Caller.SUPERVISOR
                .calls(grant)
                .queryParam("subject", id)
                .get("/audit-records")
                .then()
                .statusCode(200)
                .body("items.action", contains("delegation.revoked", "delegation.granted"))
                .body("items.to", contains("REVOKED", "ACTIVE"))
                .body("items[0].from", equalTo("ACTIVE"))
                .body("items.actor", contains("leading-group", "county-bureau-" + grant.code()));
    }

    @ParameterizedTest
    @EnumSource(Caller.class)
    void isGrantedByItsPrincipalAndNeverByAPlatform(Caller caller) {
        for (Grant grant : List.of(aCounty(), anOrganization())) {
            ValidatableResponse answer = grant.by(caller);
            if (DISPOSING.contains(caller)) {
                answer.statusCode(201)
                        .header("ETag", equalTo("\"1\""))
                        .body("status", equalTo("ACTIVE"))
                        .body("version", equalTo(1))
                        .body("principal", equalTo(grant.body().get("principal")))
                        .body("platform", equalTo(grant.platform()))
                        .body("matters", equalTo(grant.body().get("matters")))
                        .body("reason", equalTo("委托平台代办"))
                        .body("$", hasKey("grantedBy"));
            } else {
                assertForbidden(answer, caller);
                assertThat(grant.seen(Caller.LEADING_GROUP, "")).isEmpty();
            }
        }
    }

    @Test
    void isFoundAtItsLocation() {
        Grant grant = aCounty();
        String location = grant.by(Caller.PRINCIPAL).extract().header("Location");
        Caller.PRINCIPAL.calls(grant).get(location).then().statusCode(200).body("platform", equalTo(grant.platform()));
    }

    @Test
    void isOneForEachPlatform() {
        Grant grant = aCounty();
        String id = grant.granted();
        grant.by(Caller.PRINCIPAL).spec(problem(409, "delegation-already-active"));
        grant.revoked(Caller.PRINCIPAL, id).statusCode(200);
        grant.by(Caller.PRINCIPAL).statusCode(201);
    }

    @Test
    void needsAKeyAndRepeatsNothing() {
        Grant grant = aCounty();
        given().contentType(ContentType.JSON)
                .auth()
                .oauth2(Tokens.countyBureau(grant.code()))
                .body(grant.body())
                .post("/delegations")
                .then()
                .spec(problem(400, "idempotency-key-missing"));

        RequestSpecification again = Caller.PRINCIPAL.calls(grant).body(grant.body());
        String first =
                again.post("/delegations").then().statusCode(201).extract().path("id");
        String second = again.post("/delegations")
                .then()
                .statusCode(201)
                .header("Idempotent-Replayed", equalTo("true"))
                .extract()
                .path("id");
        assertThat(second).isEqualTo(first);
        assertThat(grant.seen(Caller.LEADING_GROUP, "")).containsExactly(first);
    }

    static Stream<Arguments> slips() {
        return Stream.of(
                arguments("principal", Map.of("divisionCode", "130700"), "#/principal/divisionCode"),
                arguments("principal", Map.of("divisionCode", "1307"), "#/principal/divisionCode"),
                arguments("principal", Map.of("creditCode", "x"), "#/principal/creditCode"),
                arguments("platform", "一个平台", "#/platform"),
                arguments("platform", "p".repeat(101), "#/platform"),
                arguments("matters", List.of(), "#/matters"),
                arguments("matters", List.of("NEEDS", "NEEDS"), "#/matters"),
                arguments("reason", " ", "#/reason"),
                arguments("reason", "\u3000", "#/reason"),
                arguments("reason", "看不见\u200b的字", "#/reason"));
    }

    @ParameterizedTest
    @MethodSource("slips")
    void isRefusedWithThePlaceOfEachSlip(String member, Object value, String pointer) {
        aCounty().with(member, value).by(Caller.LEADING_GROUP).spec(problemAt(400, "request-invalid", pointer));
    }

    @ParameterizedTest
    @CsvSource({"principal", "platform", "matters", "validUntil", "reason"})
    void isRefusedWithoutWhatItNeeds(String member) {
        aCounty().without(member).by(Caller.LEADING_GROUP).spec(problemAt(400, "request-invalid", "#/" + member));
    }

    @Test
    void isRefusedWhereItIsNotClearWhoDelegates() {
        Grant grant = aCounty();
        grant.with("principal", Map.of())
                .by(Caller.LEADING_GROUP)
                .spec(problemAt(422, "delegation-principal-unclear", "#/principal"));
        grant.with("principal", Map.of("divisionCode", "130722", "creditCode", "53110000500309522J"))
                .by(Caller.PRINCIPAL)
                .spec(problemAt(422, "delegation-principal-unclear", "#/principal"));
    }

    @Test
    void isRefusedForWhatIsNotThePrincipalsOwn() {
        aCounty()
                .with("matters", List.of("NEEDS", "OFFERS"))
                .by(Caller.PRINCIPAL)
                .spec(problemAt(422, "delegation-matter-not-its-own", "#/matters/1"));
        anOrganization()
                .with("matters", List.of("NEEDS"))
                .by(Caller.PRINCIPAL)
                .spec(problemAt(422, "delegation-matter-not-its-own", "#/matters/0"));
    }

    @Test
    void isRefusedForAPeriodThatIsOverOrTooLong() {
        LocalDate today = day.today();
        Grant grant = aCounty();
        grant.with("validUntil", today.minusDays(1).toString())
                .by(Caller.PRINCIPAL)
                .spec(problemAt(422, "delegation-period-passed", "#/validUntil"));
        grant.with("validUntil", today.plusYears(1).plusDays(1).toString())
                .by(Caller.PRINCIPAL)
                .spec(problemAt(422, "delegation-period-too-long", "#/validUntil"));
    }

    @Test
    void isRefusedWithPersonalData() {
        aCounty()
                .with("reason", "请联系 138-0013-8000")
                .by(Caller.PRINCIPAL)
                .spec(problemAt(422, "delegation-personal-data", "#/reason"));
    }

    // ---- revocation

    @ParameterizedTest
    @EnumSource(Caller.class)
    void isTakenBackByItsPrincipalAndNeverByAPlatform(Caller caller) {
        Grant grant = aCounty();
        String id = grant.granted();
        ValidatableResponse answer = grant.revoked(caller, id);
        if (DISPOSING.contains(caller)) {
            answer.statusCode(200)
                    .header("ETag", equalTo("\"2\""))
                    .body("status", equalTo("REVOKED"))
                    .body("revocationReason", equalTo("合作期满"))
                    .body("$", hasKey("revokedBy"))
                    .body("$", hasKey("endedAt"));
        } else if (caller == Caller.OTHER_PRINCIPAL) {
            answer.spec(problem(404, "delegation-not-found"));
        } else {
            assertForbidden(answer, caller);
        }
        assertThat(grant.seen(Caller.LEADING_GROUP, "&status=ACTIVE")).hasSize(DISPOSING.contains(caller) ? 0 : 1);
    }

    @Test
    void isTakenBackOnceAndAsItWasSeen() {
        Grant grant = aCounty();
        String address = "/delegations/" + grant.granted() + "/revocation";
        RequestSpecification blind = given().contentType(ContentType.JSON)
                .auth()
                .oauth2(Tokens.countyBureau(grant.code()))
                .body(REASON);
        blind.post(address).then().spec(problem(428, "precondition-required"));
        blind.header("If-Match", "\"7\"").post(address).then().spec(problem(412, "precondition-failed"));
        RequestSpecification caller = Caller.PRINCIPAL.calls(grant);
        caller.body("{}").post(address).then().spec(problemAt(400, "request-invalid", "#/reason"));
        Caller.PRINCIPAL
                .calls(grant)
                .body("{\"reason\":\"致电 13800138000\"}")
                .post(address)
                .then()
                .spec(problemAt(422, "delegation-personal-data", "#/reason"));
        Caller.PRINCIPAL.calls(grant).body(REASON).post(address).then().statusCode(200);
        Caller.PRINCIPAL.calls(grant).body(REASON).post(address).then().spec(problem(409, "delegation-not-active"));
    }

    // ---- reading

    @ParameterizedTest
    @EnumSource(Caller.class)
    void isReadByThoseItConcerns(Caller caller) {
        for (Grant grant : List.of(aCounty(), anOrganization())) {
            String id = grant.granted();
            ValidatableResponse answer =
                    caller.calls(grant).get("/delegations/" + id).then();
            if (READING.contains(caller)) {
                answer.statusCode(200).body("id", equalTo(id));
                answer.body("$", caller == Caller.PLATFORM ? not(hasKey("grantedBy")) : hasKey("grantedBy"));
                assertThat(grant.seen(caller, "")).containsExactly(id);
                assertThat(grant.seen(caller, "&principal=" + grant.code())).containsExactly(id);
                assertThat(grant.seen(caller, "&status=REVOKED")).isEmpty();
            } else if (caller == Caller.PUBLIC || caller == Caller.OFFICE_ABOVE) {
                assertForbidden(answer, caller);
            } else {
                answer.spec(problem(404, "delegation-not-found"));
                assertThat(grant.seen(caller, "")).isEmpty();
            }
        }
    }

    @Test
    void isListedPageByPage() {
        Grant grant = aCounty();
        List<String> made = IntStream.of(722, 723, 724)
                .mapToObj(county -> grant.with("principal", Map.of("divisionCode", "130" + county))
                        .by(Caller.LEADING_GROUP)
                        .statusCode(201)
                        .extract()
                        .<String>path("id"))
                .toList();
        String list = "/delegations?platform=" + grant.platform() + "&limit=2";
        String cursor = Caller.PLATFORM
                .calls(grant)
                .get(list)
                .then()
                .body("items.id", equalTo(made.subList(0, 2)))
                .extract()
                .path("nextCursor");
        Caller.PLATFORM
                .calls(grant)
                .get(list + "&cursor=" + cursor)
                .then()
                .body("items.id", contains(made.getLast()))
                .body("$", not(hasKey("nextCursor")));
    }

    @ParameterizedTest
    @CsvSource({"status=OPEN, ?status", "limit=0, ?limit", "cursor=x, ?cursor"})
    void refusesAFilterThatMeansNothing(String query, String pointer) {
        Caller.SUPERVISOR
                .calls(aCounty())
                .get("/delegations?" + query)
                .then()
                .spec(problemAt(400, "request-invalid", pointer));
    }

    // ---- the clock

    @Test
    void expiresByTheClockAfterItsLastDay() {
        Grant grant = aCounty().with("validUntil", day.today().toString());
        String id = grant.granted();
        service.expireOverdue();
        assertThat(grant.seen(Caller.PRINCIPAL, "&status=ACTIVE")).containsExactly(id);

        clock.inDays(1, service::expireOverdue);
        assertThat(grant.seen(Caller.PRINCIPAL, "&status=EXPIRED")).containsExactly(id);
        grant.revoked(Caller.PRINCIPAL, id).spec(problem(409, "delegation-not-active"));
    }

    @Test
    void makesWayForTheNextEvenBeforeTheClockCameBy() {
        Grant grant = aCounty().with("validUntil", day.today().toString());
        String former = grant.granted();
        clock.inDays(1, () -> grant.with("validUntil", day.today().toString())
                .by(Caller.LEADING_GROUP)
                .statusCode(201));
        assertThat(grant.seen(Caller.PRINCIPAL, "&status=EXPIRED")).containsExactly(former);
    }

    // ---- what it is good for

    @Test
    void letsThePlatformActUntilItIsTakenBack() {
        Grant grant = anOrganization().with("matters", List.of("OFFERS"));
        registers(grant).spec(problem(403, "access-forbidden"));

        String id = grant.granted();
        awaitPrincipals(grant, Matter.OFFERS, Map.of(grant.code(), UUID.fromString(id)));
        assertThat(delegations.principals(grant.platform(), Matter.SUBSCRIPTIONS))
                .as("of another matter")
                .isEmpty();
        registers(grant).statusCode(201);

        grant.revoked(Caller.PRINCIPAL, id).statusCode(200);
        awaitPrincipals(grant, Matter.OFFERS, Map.of());
        registers(grant).spec(problem(403, "access-forbidden"));
    }

    @Test
    void countsForNothingAfterItsLastDayEvenIfNobodySaysSo() {
        Grant grant = anOrganization().with("validUntil", day.today().toString());
        String id = grant.granted();
        awaitPrincipals(grant, Matter.OFFERS, Map.of(grant.code(), UUID.fromString(id)));

        clock.inDays(1, () -> assertThat(delegations.principals(grant.platform(), Matter.OFFERS))
                .isEmpty());
    }

    private void awaitPrincipals(Grant grant, Matter matter, Map<String, UUID> expected) {
        await().atMost(LIMIT).untilAsserted(() -> assertThat(delegations.principals(grant.platform(), matter))
                .isEqualTo(expected));
    }

    private static ValidatableResponse registers(Grant grant) {
        return Caller.PLATFORM
                .calls(grant)
                .body(Map.of("creditCode", grant.code(), "name", "样例张家口云杉教育基金会0001号"))
                .post("/organizations")
                .then();
    }

    // ---- events

    @Test
    void announcesEveryStepWithoutTheAccounts() {
        Grant grant = aCounty();
        String id = grant.granted();
        grant.revoked(Caller.PRINCIPAL, id).statusCode(200);

        try (TopicReader topic = TopicReader.of("duijie.delegation")) {
            List<Announced> announced = topic.await(UUID.fromString(id), 2);
            assertThat(announced)
                    .extracting(Announced::type)
                    .containsExactly("org.duijie.delegation.granted.v1", "org.duijie.delegation.revoked.v1");
            EventContract contract = EventContract.of(Path.of("contract"));
            assertThat(announced).allSatisfy(event -> {
                contract.check("delegation", event.json());
                assertThat(event.json()).doesNotContain("grantedBy").doesNotContain("revokedBy");
            });
        }
    }

    private static void assertForbidden(ValidatableResponse answer, Caller caller) {
        if (caller == Caller.PUBLIC) {
            answer.spec(problem(401, "access-unauthenticated"));
        } else {
            answer.spec(problem(403, "access-forbidden"));
        }
    }
}
