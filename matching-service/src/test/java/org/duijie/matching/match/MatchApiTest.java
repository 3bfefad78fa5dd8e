package org.duijie.matching.match;

import static io.restassured.RestAssured.given;
import static org.duijie.chassis.testing.Problem.problem;
import static org.duijie.chassis.testing.Problem.problemAt;
import static org.duijie.chassis.testing.Tokens.countyBureau;
import static org.duijie.chassis.testing.Tokens.leadingGroup;
import static org.duijie.chassis.testing.Tokens.organization;
import static org.duijie.chassis.testing.Tokens.partnerPlatform;
import static org.duijie.chassis.testing.Tokens.superiorOffice;
import static org.duijie.chassis.testing.Tokens.supervisor;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.Tokens;
import org.duijie.matching.replica.FactMother;
import org.duijie.matching.replica.ItemFact;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.testing.FactPublisher;
import org.duijie.matching.testing.Scene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rankings and explanations over HTTP, by callers of every role. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class MatchApiTest {

    private static final String STRANGER = "51110105MJ0000000A";

    private final Scene scene = new Scene();
    private final FactPublisher publisher;

    @Inject
    MatchApiTest(FactPublisher publisher) {
        this.publisher = publisher;
    }

    @BeforeEach
    void theSceneIsSet() {
        publisher.publish("defined", FactMother.zhangbei());
        publisher.publish("verified", scene.organization(o -> {}));
        publisher.publish("opened", scene.offer(o -> {}));
        publisher.publish("published", scene.need(n -> {}));
    }

    @Test
    void ranksOffersForANeedAndSaysWhy() {
        OfferFact smaller = scene.offer(offer -> {
            offer.id = UUID.randomUUID();
            offer.items = List.of(new ItemFact(scene.resource, "册", 1_000_000, 100));
        });
        publisher.publish("opened", smaller);

        as(countyBureau("130722"))
                .get("/matches?need={need}", scene.needId)
                .then()
                .statusCode(200)
                .body(
                        "items.offer.id",
                        contains(scene.offerId.toString(), smaller.id().toString()))
                .body("items.rank", contains(1, 2))
                .body("items[0].need.divisionName", equalTo("县130722"))
                .body("items[0].organization.creditCode", equalTo(scene.creditCode))
                .body("items[0].score", matchesPattern("[01]\\.\\d{6}"))
                .body("items[0].factors", hasSize(9))
                .body("items[0].factors.find { it.factor == 'PAIRING' }.value", equalTo("1.000000"))
                .body("items[0].factors.find { it.factor == 'COVERAGE' }.weight", equalTo(15))
                .body("items[1].factors.find { it.factor == 'COVERAGE' }.value", equalTo("0.500000"))
                .body("items[0].factors.find { it.factor == 'TEXT_LIKENESS' }.present", equalTo(false))
                .body("items[0].factors.find { it.factor == 'TEXT_LIKENESS' }.value", equalTo(null))
                .body("items[0].versions.need", equalTo(1))
                .body("items[0].versions.policy", equalTo(1))
                .body("items[0].versions.pairings", equalTo(1));
    }

    @Test
    void tellsHowMuchTheIndexHoldsAndTakes() {
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(matchesPattern("(?s).*\nduijie_match_index_offers\\S* [1-9].*"))
                .body(matchesPattern("(?s).*\nduijie_match_index_needs\\S* [1-9].*"))
                .body(matchesPattern("(?s).*\nduijie_match_index_bytes\\S* [1-9].*"));
    }

    @Test
    void ranksNeedsForAnOffer() {
        as(organization(scene.creditCode))
                .get("/matches?offer={offer}&limit=1", scene.offerId)
                .then()
                .statusCode(200)
                .body("items.need.id", contains(scene.needId.toString()));
    }

    @Test
    void aRankingIsAlwaysOfThisMoment() {
        publisher.publish("withdrawn", scene.offer(offer -> {
            offer.version = 2;
            offer.status = "WITHDRAWN";
        }));

        as(countyBureau("130722"))
                .get("/matches?need={need}", scene.needId)
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void aNeedsSideAsksForItsRanking() {
        for (String token : List.of(
                countyBureau("130722"),
                superiorOffice("130700"),
                superiorOffice("130000"),
                leadingGroup(),
                supervisor(),
                partnerPlatform(List.of("130722"), List.of()))) {
            as(token).get("/matches?need={need}", scene.needId).then().statusCode(200);
        }
    }

    @Test
    void nobodyElseAsksForANeedsRanking() {
        given().get("/matches?need={need}", scene.needId).then().spec(problem(401, "access-unauthenticated"));
        as(Tokens.expired())
                .get("/matches?need={need}", scene.needId)
                .then()
                .spec(problem(401, "access-unauthenticated"));
        for (String token : List.of(
                countyBureau("130723"),
                superiorOffice("130800"),
                superiorOffice("130722"),
                organization(scene.creditCode),
                partnerPlatform(List.of("130723"), List.of(scene.creditCode)))) {
            as(token).get("/matches?need={need}", scene.needId).then().spec(problem(403, "access-forbidden"));
        }
    }

    @Test
    void anOffersSideAsksForItsRanking() {
        for (String token : List.of(
                organization(scene.creditCode),
                leadingGroup(),
                supervisor(),
                partnerPlatform(List.of(), List.of(scene.creditCode)))) {
            as(token).get("/matches?offer={offer}", scene.offerId).then().statusCode(200);
        }
        for (String token : List.of(countyBureau("130722"), superiorOffice("130000"), organization(STRANGER))) {
            as(token).get("/matches?offer={offer}", scene.offerId).then().spec(problem(403, "access-forbidden"));
        }
        given().get("/matches?offer={offer}", scene.offerId).then().spec(problem(401, "access-unauthenticated"));
    }

    @Test
    void aDraftIsHiddenFromOthers() {
        UUID draft = UUID.randomUUID();
        publisher.publish("drafted", scene.need(need -> {
            need.id = draft;
            need.status = "DRAFT";
        }));

        as(countyBureau("130722"))
                .get("/matches?need={need}", draft)
                .then()
                .statusCode(200)
                .body("items", empty());
        as(countyBureau("130723")).get("/matches?need={need}", draft).then().spec(problem(404, "match-need-not-found"));
        as(organization(scene.creditCode))
                .get("/explanations?need={need}&offer={offer}", draft, scene.offerId)
                .then()
                .spec(problem(404, "match-need-not-found"));
        as(countyBureau("130722"))
                .get("/explanations?need={need}&offer={offer}", draft, scene.offerId)
                .then()
                .statusCode(200)
                .body("brokenRules.rule", contains("NEED_NOT_OPEN"));
    }

    @Test
    void whatWasTakenBackIsHiddenFromTheOtherSide() {
        String pair = "/explanations?need=" + scene.needId + "&offer=" + scene.offerId;
        publisher.publish("withdrawn", scene.offer(offer -> {
            offer.version = 2;
            offer.status = "WITHDRAWN";
        }));
        for (String token : List.of(countyBureau("130722"), superiorOffice("130000"), organization(STRANGER))) {
            as(token).get(pair).then().spec(problem(404, "match-offer-not-found"));
        }
        as(organization(STRANGER))
                .get("/matches?offer={offer}", scene.offerId)
                .then()
                .spec(problem(404, "match-offer-not-found"));
        as(organization(scene.creditCode)).get(pair).then().statusCode(200);
        as(supervisor()).get(pair).then().statusCode(200);

        publisher.publish("withdrawn", scene.need(need -> {
            need.version = 2;
            need.status = "WITHDRAWN";
        }));
        as(organization(scene.creditCode)).get(pair).then().spec(problem(404, "match-need-not-found"));
        as(countyBureau("130723"))
                .get("/matches?need={need}", scene.needId)
                .then()
                .spec(problem(404, "match-need-not-found"));
        as(countyBureau("130722"))
                .get("/matches?need={need}", scene.needId)
                .then()
                .statusCode(200);
        as(leadingGroup()).get(pair).then().statusCode(200);
    }

    @Test
    void refusesWhatItCannotAnswer() {
        String all = leadingGroup();
        as(all).get("/matches").then().spec(problemAt(400, "request-invalid", "?need"));
        as(all).get("/matches?need={need}&offer={offer}", scene.needId, scene.offerId)
                .then()
                .spec(problemAt(400, "request-invalid", "?need"));
        as(all).get("/matches?need={need}&limit=0", scene.needId)
                .then()
                .spec(problemAt(400, "request-invalid", "?limit"));
        as(all).get("/matches?need={need}&limit=51", scene.needId)
                .then()
                .spec(problemAt(400, "request-invalid", "?limit"));
        as(all).get("/matches?need=none").then().spec(problem(400, "request-invalid"));
        as(all).get("/matches?need={need}", UUID.randomUUID()).then().spec(problem(404, "match-need-not-found"));
        as(all).get("/matches?offer={offer}", UUID.randomUUID()).then().spec(problem(404, "match-offer-not-found"));
    }

    @Test
    void explainsAMatch() {
        as(organization(scene.creditCode))
                .get("/explanations?need={need}&offer={offer}", scene.needId, scene.offerId)
                .then()
                .statusCode(200)
                .body("matches", equalTo(true))
                .body("brokenRules", empty())
                .body("factors", hasSize(9))
                .body("factors.find { it.factor == 'PAIRING' }.sentence.zh", equalTo("北京市西城区与张北县结对（来源未载起始日期）。"))
                .body("versions.offer", equalTo(1));
    }

    @Test
    void explainsWhatKeepsAPairApart() {
        publisher.publish("opened", scene.offer(offer -> {
            offer.version = 2;
            offer.fields = List.of("HEALTH");
            offer.smallestCommitmentFen = 8_000_000L;
            offer.excludedDivisions = List.of("130700");
        }));

        as(countyBureau("130722"))
                .get("/explanations?need={need}&offer={offer}", scene.needId, scene.offerId)
                .then()
                .statusCode(200)
                .body("matches", equalTo(false))
                .body("brokenRules.rule", contains("FIELD_NOT_SERVED", "BELOW_SMALLEST_COMMITMENT", "EXCLUDED"))
                .body(
                        "brokenRules[1].smallestChange.en",
                        equalTo("Lower the offer's smallest commitment to 50000.00 CNY."))
                .body("brokenRules[1].edits[0].member", equalTo("smallestCommitment"))
                .body("brokenRules[1].edits[0].value", equalTo("50000.00"))
                .body("brokenRules.edits.flatten().action", hasItem("REMOVE"));
    }

    @Test
    void onlyTheTwoSidesAskForAnExplanation() {
        String pair = "/explanations?need=" + scene.needId + "&offer=" + scene.offerId;
        for (String token : List.of(
                countyBureau("130722"),
                superiorOffice("130000"),
                organization(scene.creditCode),
                partnerPlatform(List.of("130722"), List.of()),
                leadingGroup(),
                supervisor())) {
            as(token).get(pair).then().statusCode(200);
        }
        for (String token : List.of(countyBureau("130723"), superiorOffice("130800"), organization(STRANGER))) {
            as(token).get(pair).then().spec(problem(403, "access-forbidden"));
        }
        given().get(pair).then().spec(problem(401, "access-unauthenticated"));
        as(leadingGroup())
                .get("/explanations?need=" + scene.needId)
                .then()
                .spec(problemAt(400, "request-invalid", "?offer"));
        as(leadingGroup())
                .get("/explanations?need={need}&offer={offer}", scene.needId, UUID.randomUUID())
                .then()
                .spec(problem(404, "match-offer-not-found"));
    }

    @Test
    void pairingsAndPoliciesArePublic() {
        given().get("/pairings?division=130700")
                .then()
                .statusCode(200)
                .body("items", hasSize(9))
                .body("items.find { it.countyCode == '130722' }.districtName", equalTo("北京市西城区"))
                .body("items.find { it.countyCode == '130728' }.since", equalTo("2018-04-01"))
                .body("items.find { it.countyCode == '130728' }.precision", equalTo("MONTH"));
        given().get("/pairings").then().statusCode(200).body("items", hasSize(19));
        given().get("/pairings?division=13").then().spec(problemAt(400, "request-invalid", "?division"));
        given().get("/policies/current")
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("weights.weight.sum()", equalTo(100));
        given().get("/policies/1").then().statusCode(200).body("weights", hasSize(9));
        given().get("/policies/2000000000").then().spec(problem(404, "policy-not-found"));
        given().get("/policies/latest").then().spec(problem(404, "request-route-not-found"));
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }
}
