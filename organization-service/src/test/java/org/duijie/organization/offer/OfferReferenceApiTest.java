package org.duijie.organization.offer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.duijie.chassis.testing.Problem.problem;
import static org.duijie.chassis.testing.Problem.problemAt;
import static org.duijie.organization.offer.OfferBody.anOffer;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.duijie.chassis.testing.EventContract;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.Tokens;
import org.duijie.chassis.testing.TopicReader;
import org.duijie.chassis.testing.TopicReader.Announced;
import org.duijie.chassis.time.BusinessDay;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Offers under their publisher's own references: sent once or ten times, there is one. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class OfferReferenceApiTest {

    private final BusinessDay day;
    private final String reference = "books." + UUID.randomUUID();
    private Giver giver;

    @Inject
    OfferReferenceApiTest(BusinessDay day) {
        this.day = day;
    }

    @BeforeEach
    void register() {
        giver = Giver.verified();
    }

    @Test
    void opensItAndFindsItAgain() {
        ValidatableResponse made = put(body());
        String id = made.statusCode(201)
                .header("ETag", "\"1\"")
                .body("status", equalTo("OPEN"))
                .extract()
                .path("id");
        assertThat(made.extract().header("Location")).endsWith("/offers/" + id);
        get(Caller.ITS_ORGANIZATION).statusCode(200).body("id", equalTo(id));
        given().get("/offers/" + id).then().statusCode(200).body("$", not(hasKey("reference")));
    }

    @Test
    void makesNothingNewAndChangesNothingWhereTheSameIsSentAgain() {
        String id = put(body()).statusCode(201).extract().path("id");
        put(body()).statusCode(200).body("id", equalTo(id)).body("version", equalTo(1));
        put(body().with(
                                "items",
                                List.of(
                                        OfferBody.item("GOODS", "GOODS.BOOKS", "2000.0", "册", "40000"),
                                        OfferBody.funds())))
                .statusCode(200)
                .body("version", equalTo(1));
        // What is left out is not kept from before.
        put(body().without("divisions"))
                .statusCode(200)
                .body("id", equalTo(id))
                .body("version", equalTo(2))
                .body("divisions", equalTo(List.of()));
    }

    @Test
    void opensOneWhereManySendItAtOnce() throws InterruptedException {
        Queue<Response> answers = new ConcurrentLinkedQueue<>();
        Map<String, Object> offer = Map.of("offer", body().toMap());
        List<Thread> senders = IntStream.range(0, 8)
                .mapToObj(i -> Thread.ofVirtual()
                        .start(() -> answers.add(caller().body(offer).put("/offers/references/" + reference))))
                .toList();
        for (Thread sender : senders) {
            sender.join();
        }
        assertThat(answers).extracting(Response::statusCode).containsOnly(200, 201);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        assertThat(answers.stream().map(answer -> answer.<String>path("id")).distinct())
                .hasSize(1);
    }

    @Test
    void belongsToItsPublisher() {
        String organizations = put(body()).statusCode(201).extract().path("id");
        String platforms = put(Caller.PLATFORM.signed(giver.creditCode()), body())
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(platforms).isNotEqualTo(organizations);
        get(Caller.ITS_ORGANIZATION).body("id", equalTo(organizations));
        get(Caller.PLATFORM).body("id", equalTo(platforms));
        get(Caller.OTHER_ORGANIZATION).spec(problem(404, "offer-not-found"));
        get(Caller.LEADING_GROUP).spec(problem(404, "offer-not-found"));
    }

    @Test
    void staysWithItsOrganization() {
        Giver other = Giver.verified();
        String platform = Tokens.partnerPlatform(List.of(), List.of(giver.creditCode(), other.creditCode()));
        put(platform(platform), body()).statusCode(201);
        put(platform(platform), anOffer(other.id(), day.today()))
                .spec(problemAt(422, "offer-organization-fixed", "#/organizationId"));
    }

    @Test
    void mindsAVersionWhereOneIsNamed() {
        conditional("If-Match", "*").spec(problem(412, "precondition-failed"));
        conditional("If-None-Match", "*").statusCode(201);
        conditional("If-None-Match", "*").spec(problem(412, "precondition-failed"));
        conditional("If-Match", "\"9\"")
                .spec(problem(412, "precondition-failed"))
                .header("ETag", "\"1\"");
        conditional("If-Match", "\"1\"").statusCode(200);
        put(body().with("title", "山区小学图书")).statusCode(200).body("version", equalTo(2));
        conditional("If-Match", "\"1\"").spec(problem(412, "precondition-failed"));
    }

    @Test
    void isNotSentAgainToWhoHasIt() {
        String tag = put(body()).extract().header("ETag");
        caller().header("If-None-Match", tag)
                .get("/offers/references/" + reference)
                .then()
                .statusCode(304);
    }

    @Test
    void isNotReplacedAfterItsEnd() {
        giver.withdraws(put(body()).extract().path("id")).statusCode(200);
        put(body()).spec(problem(409, "offer-not-open"));
    }

    @ParameterizedTest
    @EnumSource(Caller.class)
    void isPutByItsOrganizationAndByWhoActsForIt(Caller caller) {
        ValidatableResponse answer = put(caller.signed(giver.creditCode()), body());
        if (caller.acts()) {
            answer.statusCode(201);
        } else {
            caller.assertRefused(answer);
            assertThat(giver.sees(Caller.PUBLIC, "")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-a", "a b", "甲", "a%2Fb", "'", "x;y"})
    void refusesANameThatIsNone(String name) {
        assertThat(caller().body(Map.of("offer", body().toMap()))
                        .put("/offers/references/" + name)
                        .statusCode())
                .isIn(400, 404);
    }

    @Test
    void refusesWhatIsNoOffer() {
        caller().body("{}")
                .put("/offers/references/" + reference)
                .then()
                .spec(problemAt(400, "request-invalid", "#/offer"));
        caller().body(Map.of("offer", body().with("status", "OPEN").toMap()))
                .put("/offers/references/" + reference)
                .then()
                .spec(problemAt(400, "request-malformed", "#/offer/status"));
        put(body().without("title")).spec(problemAt(400, "request-invalid", "#/offer/title"));
        get(Caller.ITS_ORGANIZATION).spec(problem(404, "offer-not-found"));
    }

    @Test
    void announcesWhatHappened() {
        String id = put(body()).extract().path("id");
        put(body()).statusCode(200);
        put(body().with("title", "山区小学图书")).statusCode(200);
        giver.withdraws(id).statusCode(200);

        try (TopicReader topic = TopicReader.of("duijie.offer")) {
            List<Announced> announced = topic.await(UUID.fromString(id), 3);
            assertThat(announced)
                    .extracting(Announced::type)
                    .containsExactly(
                            "org.duijie.offer.opened.v1",
                            "org.duijie.offer.amended.v1",
                            "org.duijie.offer.withdrawn.v1");
            EventContract contract = EventContract.of(Path.of("contract"));
            announced.forEach(event -> contract.check("offer", event.json()));
        }
    }

    private OfferBody body() {
        return anOffer(giver.id(), day.today());
    }

    private RequestSpecification caller() {
        return Caller.ITS_ORGANIZATION.signed(giver.creditCode());
    }

    private static RequestSpecification platform(String token) {
        return given().contentType("application/json").auth().oauth2(token);
    }

    private ValidatableResponse put(OfferBody body) {
        return put(caller(), body);
    }

    private ValidatableResponse put(RequestSpecification caller, OfferBody body) {
        return caller.body(Map.of("offer", body.toMap()))
                .put("/offers/references/" + reference)
                .then();
    }

    private ValidatableResponse conditional(String header, String tag) {
        return put(caller().header(header, tag), body());
    }

    private ValidatableResponse get(Caller caller) {
        return caller.signed(giver.creditCode())
                .get("/offers/references/" + reference)
                .then();
    }
}
