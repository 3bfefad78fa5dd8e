package org.duijie.organization.offer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.duijie.chassis.testing.Problem.problem;
import static org.duijie.chassis.testing.Problem.problemAt;
import static org.duijie.organization.offer.OfferBody.anOffer;
import static org.duijie.organization.offer.OfferBody.goods;
import static org.duijie.organization.offer.OfferBody.item;
import static org.duijie.organization.offer.OfferBody.yuan;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.duijie.chassis.testing.EventContract;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.TestClock;
import org.duijie.chassis.testing.TopicReader;
import org.duijie.chassis.testing.TopicReader.Announced;
import org.duijie.chassis.time.BusinessDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Offers over HTTP, by the callers of every role, with a real database and a real broker. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class OfferApiTest {

    private final TestClock clock;
    private final BusinessDay day;
    private final OfferService service;

    @Inject
    OfferApiTest(TestClock clock, BusinessDay day, OfferService service) {
        this.clock = clock;
        this.day = day;
        this.service = service;
    }

    // ---- opening

    @ParameterizedTest
    @EnumSource(Caller.class)
    void isOpenedByItsOrganizationAndByWhoActsForIt(Caller caller) {
        Giver giver = Giver.verified();
        ValidatableResponse answer = giver.offers(caller, anOffer(giver.id(), today()));
        if (caller.acts()) {
            answer.statusCode(201)
                    .body("status", equalTo("OPEN"))
                    .body("version", equalTo(1))
                    .body("organizationId", equalTo(giver.id()))
                    .body("creditCode", equalTo(giver.creditCode()))
                    .body("value", equalTo(yuan("50000.00")))
                    .body("smallestCommitment", equalTo(yuan("10000.00")))
                    .body("largestCommitment", equalTo(yuan("50000.00")))
                    .body("items.quantity", contains("2000", "10000"))
                    .body("items[0].value", equalTo(yuan("40000.00")))
                    .body("fields", contains("EDUCATION"))
                    .body("divisions", contains("130000"))
                    .body("excludedDivisions", contains("130706"))
                    .body("modes", contains("CAPACITY_BUILDING"))
                    .body("participationRoles", contains("PROJECTS", "EXPERTISE"))
                    .body("validFrom", equalTo(today().toString()))
                    .body("$", not(hasKey("withdrawalReason")));
        } else {
            caller.assertRefused(answer);
        }
    }

    @Test
    void isFoundAtItsLocation() {
        Giver giver = Giver.verified();
        String location = giver.offers(anOffer(giver.id(), today())).extract().header("Location");
        given().get(location).then().statusCode(200).body("organizationId", equalTo(giver.id()));
    }

    @Test
    void servesEverythingWhereNothingIsSaid() {
        Giver giver = Giver.verified();
        OfferBody wide = anOffer(giver.id(), today())
                .without("fields")
                .without("divisions")
                .without("excludedDivisions")
                .without("modes")
                .without("participationRoles");
        giver.offers(wide)
                .statusCode(201)
                .body("fields", hasSize(0))
                .body("divisions", hasSize(0))
                .body("excludedDivisions", hasSize(0))
                .body("modes", hasSize(0))
                .body("participationRoles", hasSize(0));
    }

    @Test
    void waitsForTheVerificationOfItsOrganization() {
        Giver giver = Giver.registered();
        giver.offers(anOffer(giver.id(), today())).spec(problem(409, "offer-organization-not-verified"));
        giver.office("verification");
        giver.office("suspension");
        giver.offers(anOffer(giver.id(), today())).spec(problem(409, "offer-organization-not-verified"));
        giver.office("reinstatement");
        giver.offers(anOffer(giver.id(), today())).statusCode(201);
    }

    @Test
    void isRefusedForAnOrganizationThatDoesNotExist() {
        Giver giver = Giver.verified();
        giver.offers(anOffer(UUID.randomUUID().toString(), today()))
                .spec(problemAt(422, "offer-organization-unknown", "#/organizationId"));
    }

    @Test
    void isRefusedAfterItsLastDay() {
        Giver giver = Giver.verified();
        OfferBody late = anOffer(giver.id(), today())
                .with("validFrom", today().minusDays(9).toString())
                .with("validUntil", today().minusDays(1).toString());
        giver.offers(late).spec(problemAt(422, "offer-period-passed", "#/validUntil"));
    }

    static Stream<Arguments> slips() {
        return Stream.of(
                arguments("title", " ", "#/title"),
                arguments("title", "一".repeat(101), "#/title"),
                arguments("title", "两\n行", "#/title"),
                arguments("summary", "看不见\u200b的字", "#/summary"),
                arguments("items", List.of(), "#/items"),
                arguments("items", IntStream.range(0, 51).mapToObj(i -> goods()).toList(), "#/items"),
                arguments("items", List.of(item("GOODS", "goods", "1", "册", "1")), "#/items/0/resourceCode"),
                arguments("items", List.of(item("GOODS", "GOODS.A.B.C.D", "1", "册", "1")), "#/items/0/resourceCode"),
                arguments("items", List.of(goods(), item("GOODS", "GOODS", "0", "册", "1")), "#/items/1/quantity"),
                arguments("items", List.of(item("GOODS", "GOODS", "-1", "册", "1")), "#/items/0/quantity"),
                arguments("items", List.of(item("GOODS", "GOODS", "1.0001", "册", "1")), "#/items/0/quantity"),
                arguments("items", List.of(item("GOODS", "GOODS", "1e3", "册", "1")), "#/items/0/quantity"),
                arguments("items", List.of(item("GOODS", "GOODS", "1", "册", "1.005")), "#/items/0/value/amount"),
                arguments("smallestCommitment", yuan("-1"), "#/smallestCommitment/amount"),
                arguments("largestCommitment", yuan("1,000"), "#/largestCommitment/amount"),
                arguments(
                        "largestCommitment", Map.of("amount", "1", "currency", "USD"), "#/largestCommitment/currency"),
                arguments("divisions", List.of("1307"), "#/divisions/0"),
                arguments("divisions", List.of("130700", "130700"), "#/divisions"),
                arguments("excludedDivisions", List.of("100000"), "#/excludedDivisions/0"));
    }

    @ParameterizedTest
    @MethodSource("slips")
    void isRefusedWithThePlaceOfEachSlip(String member, Object value, String pointer) {
        Giver giver = Giver.verified();
        giver.offers(anOffer(giver.id(), today()).with(member, value)).spec(problemAt(400, "request-invalid", pointer));
    }

    @ParameterizedTest
    @CsvSource({
        "organizationId",
        "title",
        "summary",
        "items",
        "smallestCommitment",
        "largestCommitment",
        "validFrom",
        "validUntil"
    })
    void isRefusedWithoutWhatItNeeds(String member) {
        Giver giver = Giver.verified();
        giver.offers(anOffer(giver.id(), today()).without(member))
                .spec(problemAt(400, "request-invalid", "#/" + member));
    }

    static Stream<Arguments> contradictions() {
        return Stream.of(
                arguments(
                        "items",
                        List.of(item("GOODS", "SERVICE.TRAINING", "1", "次", "20000")),
                        "#/items/0/resourceCode"),
                arguments("items", List.of(goods(), item("FUNDS", "FUNDS", "10000", "万元", "10000")), "#/items/1/unit"),
                arguments("items", List.of(goods(), item("FUNDS", "FUNDS", "1", "元", "10000")), "#/items/1/quantity"),
                arguments(
                        "items", List.of(goods(), item("GOODS", "GOODS", "1", "册", "0.00")), "#/items/1/value/amount"),
                arguments("smallestCommitment", yuan("50000.01"), "#/smallestCommitment/amount"),
                arguments("largestCommitment", yuan("0"), "#/largestCommitment/amount"),
                arguments("validUntil", "2000-01-01", "#/validUntil"),
                arguments("excludedDivisions", List.of("130722", "130000"), "#/excludedDivisions/1"));
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void isRefusedWhereItContradictsItself(String member, Object value, String pointer) {
        Giver giver = Giver.verified();
        giver.offers(anOffer(giver.id(), today()).with(member, value))
                .spec(problemAt(422, "offer-contradictory", pointer));
    }

    @Test
    void isRefusedWithPersonalData() {
        Giver giver = Giver.verified();
        giver.offers(anOffer(giver.id(), today()).with("summary", "请联系 138-0013-8000"))
                .spec(problemAt(422, "offer-personal-data", "#/summary"));
    }

    @Test
    void refusesMembersThatTheServiceDecides() {
        Giver giver = Giver.verified();
        giver.offers(anOffer(giver.id(), today()).with("status", "OPEN"))
                .spec(problemAt(400, "request-malformed", "#/status"));
        giver.offers(anOffer(giver.id(), today()).with("smallestCommitment", 10000))
                .spec(problemAt(400, "request-malformed", "#/smallestCommitment"));
        giver.offers(anOffer(giver.id(), today()).with("fields", List.of("SPORT")))
                .spec(problemAt(400, "request-malformed", "#/fields/0"));
    }

    // ---- withdrawal

    @ParameterizedTest
    @EnumSource(Caller.class)
    void isTakenBackByItsOrganizationAndByWhoActsForIt(Caller caller) {
        Giver giver = Giver.verified();
        String id = giver.opens(anOffer(giver.id(), today()));
        ValidatableResponse answer = caller.calls(giver.creditCode())
                .body(Giver.REASON)
                .post("/offers/" + id + "/withdrawal")
                .then();
        if (caller.acts()) {
            answer.statusCode(200)
                    .body("status", equalTo("WITHDRAWN"))
                    .body("withdrawalReason", equalTo("物资已另作安排"))
                    .body("version", equalTo(2));
        } else {
            caller.assertRefused(answer);
            given().get("/offers/" + id).then().statusCode(200).body("status", equalTo("OPEN"));
        }
    }

    @Test
    void isTakenBackOnce() {
        Giver giver = Giver.verified();
        String id = giver.opens(anOffer(giver.id(), today()));
        giver.withdraws(id).statusCode(200);
        giver.withdraws(id).spec(problem(409, "offer-not-open"));
    }

    @Test
    void isNotTakenBackWithoutAReason() {
        Giver giver = Giver.verified();
        String address = "/offers/" + giver.opens(anOffer(giver.id(), today())) + "/withdrawal";
        RequestSpecification caller = Caller.ITS_ORGANIZATION.calls(giver.creditCode());
        caller.body("{}").post(address).then().spec(problemAt(400, "request-invalid", "#/reason"));
        caller.body("{\"reason\":\"致电 13800138000\"}")
                .post(address)
                .then()
                .spec(problemAt(422, "offer-personal-data", "#/reason"));
    }

    @Test
    void saysThatThereIsNone() {
        Giver giver = Giver.verified();
        String nowhere = UUID.randomUUID().toString();
        giver.withdraws(nowhere).spec(problem(404, "offer-not-found"));
        given().get("/offers/" + nowhere).then().spec(problem(404, "offer-not-found"));
    }

    // ---- reading

    @ParameterizedTest
    @EnumSource(Caller.class)
    void isReadByEverybodyWhileItIsOpenAndThenByThoseItConcerns(Caller caller) {
        Giver giver = Giver.verified();
        String open = giver.opens(anOffer(giver.id(), today()));
        String ended = giver.opens(anOffer(giver.id(), today()));
        giver.withdraws(ended).statusCode(200);

        caller.calls(giver.creditCode()).get("/offers/" + open).then().statusCode(200);
        ValidatableResponse answer =
                caller.calls(giver.creditCode()).get("/offers/" + ended).then();
        if (caller.acts() || caller == Caller.SUPERVISOR) {
            answer.statusCode(200).body("status", equalTo("WITHDRAWN"));
            assertThat(giver.sees(caller, "")).containsExactly(open, ended);
            assertThat(giver.sees(caller, "&status=WITHDRAWN")).containsExactly(ended);
        } else {
            answer.spec(problem(404, "offer-not-found"));
            assertThat(giver.sees(caller, "")).containsExactly(open);
            assertThat(giver.sees(caller, "&status=WITHDRAWN")).isEmpty();
        }
    }

    @Test
    void isListedByField() {
        Giver giver = Giver.verified();
        String education = giver.opens(anOffer(giver.id(), today()));
        String any = giver.opens(anOffer(giver.id(), today()).with("fields", List.of()));
        String several = giver.opens(anOffer(giver.id(), today()).with("fields", List.of("HEALTH", "EDUCATION")));

        assertThat(giver.sees(Caller.PUBLIC, "&field=EDUCATION")).containsExactly(education, any, several);
        assertThat(giver.sees(Caller.PUBLIC, "&field=HEALTH")).containsExactly(any, several);
        assertThat(giver.sees(Caller.PUBLIC, "&field=INDUSTRY")).containsExactly(any);
    }

    @Test
    void isListedByTheDivisionsItServes() {
        Giver giver = Giver.verified();
        OfferBody body = anOffer(giver.id(), today()).with("excludedDivisions", List.of());
        String province = giver.opens(body.with("divisions", List.of("130000")));
        String prefecture = giver.opens(body.with("divisions", List.of("130700")));
        String county = giver.opens(body.with("divisions", List.of("110000", "130722")));
        String everywhere = giver.opens(body.with("divisions", List.of()));
        String butOne = giver.opens(body.with("excludedDivisions", List.of("130700")));

        assertThat(giver.sees(Caller.PUBLIC, "&division=130722"))
                .containsExactly(province, prefecture, county, everywhere);
        assertThat(giver.sees(Caller.PUBLIC, "&division=130723")).containsExactly(province, prefecture, everywhere);
        assertThat(giver.sees(Caller.PUBLIC, "&division=130824")).containsExactly(province, everywhere, butOne);
        assertThat(giver.sees(Caller.PUBLIC, "&division=130700"))
                .as("or a part of it")
                .containsExactly(province, prefecture, county, everywhere);
        assertThat(giver.sees(Caller.PUBLIC, "&division=130000"))
                .containsExactly(province, prefecture, county, everywhere, butOne);
        assertThat(giver.sees(Caller.PUBLIC, "&division=110101")).containsExactly(county, everywhere, butOne);
    }

    @Test
    void isListedPageByPage() {
        Giver giver = Giver.verified();
        List<String> made = IntStream.range(0, 5)
                .mapToObj(i -> giver.opens(anOffer(giver.id(), today())))
                .toList();
        String cursor = given().get("/offers?organization=" + giver.id() + "&limit=3")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(made.subList(0, 3)))
                .extract()
                .path("nextCursor");
        given().get("/offers?organization=" + giver.id() + "&limit=3&cursor=" + cursor)
                .then()
                .statusCode(200)
                .body("items.id", equalTo(made.subList(3, 5)))
                .body("$", not(hasKey("nextCursor")));
        given().get("/offers?limit=3&cursor=" + cursor).then().spec(problemAt(400, "request-invalid", "?cursor"));
    }

    @ParameterizedTest
    @CsvSource({
        "organization=1, ?organization",
        "field=SPORT, ?field",
        "division=1307, ?division",
        "status=CLOSED, ?status",
        "limit=many, ?limit"
    })
    void refusesAFilterThatMeansNothing(String query, String pointer) {
        given().get("/offers?" + query).then().spec(problemAt(400, "request-invalid", pointer));
    }

    // ---- the clock

    @Test
    void expiresByTheClockAfterItsLastDay() {
        Giver giver = Giver.verified();
        OfferBody body = anOffer(giver.id(), today());
        String today = giver.opens(body.with("validUntil", today().toString()));
        String later = giver.opens(body.with("validUntil", today().plusDays(2).toString()));

        service.expireOverdue();
        assertThat(giver.sees(Caller.PUBLIC, "")).containsExactly(today, later);

        clock.inDays(1, service::expireOverdue);
        assertThat(giver.sees(Caller.PUBLIC, "")).containsExactly(later);
        assertThat(giver.sees(Caller.ITS_ORGANIZATION, "&status=EXPIRED")).containsExactly(today);
        giver.withdraws(today).spec(problem(409, "offer-not-open"));
    }

    private int expired(int atMost) {
        return QuarkusTransaction.requiringNew().call(() -> service.expire(atMost));
    }

    @Test
    void expiresInBatchesWithOneEventEach() {
        Giver giver = Giver.verified();
        OfferBody body = anOffer(giver.id(), today()).with("validUntil", today().toString());
        List<String> made =
                IntStream.range(0, 5).mapToObj(i -> giver.opens(body)).toList();

        clock.inDays(1, () -> {
            assertThat(expired(2)).isEqualTo(2);
            service.expireOverdue();
            assertThat(expired(2)).isZero();
        });

        assertThat(giver.sees(Caller.ITS_ORGANIZATION, "&status=EXPIRED")).containsExactlyElementsOf(made);
        try (TopicReader topic = TopicReader.of("duijie.offer")) {
            for (String offer : made) {
                assertThat(topic.await(UUID.fromString(offer), 2))
                        .extracting(Announced::type)
                        .containsExactly("org.duijie.offer.opened.v1", "org.duijie.offer.expired.v1");
            }
        }
    }

    // ---- events

    @Test
    void announcesEveryStepWithTheWholeState() {
        Giver giver = Giver.verified();
        String id = giver.opens(anOffer(giver.id(), today()));
        giver.withdraws(id).statusCode(200);

        try (TopicReader topic = TopicReader.of("duijie.offer")) {
            List<Announced> announced = topic.await(UUID.fromString(id), 2);
            assertThat(announced)
                    .extracting(Announced::type)
                    .containsExactly("org.duijie.offer.opened.v1", "org.duijie.offer.withdrawn.v1");
            assertThat(announced)
                    .extracting(event -> event.headers().get("ce_sequence"))
                    .containsExactly("1", "2");
            EventContract contract = EventContract.of(Path.of("contract"));
            announced.forEach(event -> contract.check("offer", event.json()));
        }
    }

    @Test
    void namesItsProblemsInTheCatalogue() {
        given().get("/problems")
                .then()
                .statusCode(200)
                .body("items.name", hasItems("offer-not-open", "organization-not-verified"))
                .body("items.title.zh", hasItem("该资源已经结束"));
    }

    private LocalDate today() {
        return day.today();
    }
}
