package org.duijie.matching.explanation;

import static io.restassured.RestAssured.given;
import static org.duijie.chassis.testing.Problem.problem;
import static org.duijie.chassis.testing.Problem.problemAt;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

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
import org.duijie.matching.testing.FactPublisher;
import org.duijie.matching.testing.Scene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Near misses over HTTP: what one change would bring, and for whom that is to know. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class NearMissApiTest {

    private static final String SMALLEST = "rules.find { it.rule == 'BELOW_SMALLEST_COMMITMENT' }.";

    private final Scene scene = new Scene();
    private final FactPublisher publisher;

    @Inject
    NearMissApiTest(FactPublisher publisher) {
        this.publisher = publisher;
    }

    @BeforeEach
    void threeNeedsAreTooSmallForTheOffer() {
        publisher.publish("defined", FactMother.zhangbei());
        publisher.publish("verified", scene.organization(o -> {}));
        publisher.publish("opened", scene.offer(offer -> offer.smallestCommitmentFen = 8_000_000L));
        for (long value : new long[] {5_000_000, 6_000_000, 6_000_000}) {
            publisher.publish("published", scene.need(need -> {
                need.id = UUID.randomUUID();
                need.items = List.of(new ItemFact(scene.resource, "册", 2_000_000, value));
            }));
        }
    }

    @Test
    void tellsAnOrganizationWhatALowerBoundWouldBring() {
        as(Tokens.organization(scene.creditCode))
                .get("/near-misses?offer={offer}", scene.offerId)
                .then()
                .statusCode(200)
                .body("matches", equalTo(0))
                .body("looked", greaterThanOrEqualTo(3))
                .body("nearMisses", greaterThanOrEqualTo(3))
                .body(SMALLEST + "count", equalTo(3))
                .body(SMALLEST + "value.amount", equalTo("170000.00"))
                .body(SMALLEST + "changesInAll", equalTo(2))
                .body(SMALLEST + "changes.byAmount.amount", contains("20000.00", "30000.00"))
                .body(SMALLEST + "changes.more", contains(2, 1))
                .body(SMALLEST + "changes.gain", contains(2, 3))
                .body(SMALLEST + "changes.own", contains(true, true))
                .body(SMALLEST + "changes[0].edits[0].value", equalTo("60000.00"))
                .body(
                        SMALLEST + "changes[0].sentence.en",
                        equalTo("Lower the offer's smallest commitment to 60000.00 CNY."))
                .body(SMALLEST + "changes[0].examples[0].need.divisionName", equalTo("县130722"));
    }

    @Test
    void limitsWhatIsListedAndNotWhatIsCounted() {
        as(Tokens.leadingGroup())
                .get("/near-misses?offer={offer}&limit=1", scene.offerId)
                .then()
                .statusCode(200)
                .body(SMALLEST + "count", equalTo(3))
                .body(SMALLEST + "changesInAll", equalTo(2))
                .body(SMALLEST + "changes.gain", contains(2));
    }

    @Test
    void tellsACountyWhatKeepsOffersAway() {
        UUID need = UUID.randomUUID();
        publisher.publish("published", scene.need(n -> {
            n.id = need;
            n.admittedTypes = List.of("FOUNDATION");
            n.items = List.of(new ItemFact(scene.resource, "册", 2_000_000, 9_000_000));
        }));

        as(Tokens.countyBureau("130722"))
                .get("/near-misses?need={need}", need)
                .then()
                .statusCode(200)
                .body("rules.find { it.rule == 'TYPE_NOT_ADMITTED' }.count", equalTo(1))
                .body("rules.find { it.rule == 'TYPE_NOT_ADMITTED' }.changes[0].own", equalTo(true))
                .body(
                        "rules.find { it.rule == 'TYPE_NOT_ADMITTED' }.changes[0].examples[0].offer.id",
                        equalTo(scene.offerId.toString()));
    }

    @Test
    void isForTheSideThatItIsAboutOnly() {
        as(Tokens.countyBureau("130722"))
                .get("/near-misses?offer={offer}", scene.offerId)
                .then()
                .spec(problem(403, "access-forbidden"));
        as(Tokens.organization("51110105MJ0000000A"))
                .get("/near-misses?offer={offer}", scene.offerId)
                .then()
                .spec(problem(403, "access-forbidden"));
        given().get("/near-misses?offer={offer}", scene.offerId).then().spec(problem(401, "access-unauthenticated"));
        as(Tokens.leadingGroup()).get("/near-misses").then().spec(problemAt(400, "request-invalid", "?need"));
        as(Tokens.leadingGroup())
                .get("/near-misses?offer={offer}&limit=51", scene.offerId)
                .then()
                .spec(problemAt(400, "request-invalid", "?limit"));
        as(Tokens.leadingGroup())
                .get("/near-misses?offer={offer}", UUID.randomUUID())
                .then()
                .spec(problem(404, "match-offer-not-found"));
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }
}
