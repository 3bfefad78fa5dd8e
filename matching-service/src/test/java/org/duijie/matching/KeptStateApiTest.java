package org.duijie.matching;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.Tokens;
import org.junit.jupiter.api.Test;

/** The database of every test begins with what 0.1.0 left ({@code kept/0.1.0.sql}): nothing of it is lost. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class KeptStateApiTest {

    private static final String SUBSCRIPTION = "01a20b9c-b0fc-71e1-b70d-fc339c81ac34";
    private static final String NEED = "01a20b9c-b204-73fa-a3ca-16d199d11d76";

    @Test
    void tellsASubscriptionOnWhereItStopped() {
        itsOrganization()
                .get("/subscriptions/{id}", SUBSCRIPTION)
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\"1"))
                .body("name", equalTo("河北需求"));
        itsOrganization()
                .queryParam("limit", 2)
                .get("/subscriptions/{id}/events", SUBSCRIPTION)
                .then()
                .statusCode(200)
                .body("items.number", contains(74, 75))
                .body("items.type", contains("MATCH_BEGAN", "MATCH_BEGAN"));
    }

    @Test
    void matchesNeedsAndOffersThatNobodyAnnouncesAgain() {
        given().auth()
                .oauth2(Tokens.countyBureau("130722"))
                .queryParam("need", NEED)
                .get("/matches")
                .then()
                .statusCode(200)
                .body(
                        "items.offer.id",
                        hasItems("01a20b9a-2c5c-75cc-aa66-3043535e158c", "01a20b9a-2c8c-7742-b77d-0dc3fa8f23ca"));
    }

    @Test
    void remembersFromNowOnWhatWasPublicAlready() {
        itsOrganization()
                .get("/back-tests/offers/{id}", "01a20b9a-2c5c-75cc-aa66-3043535e158c")
                .then()
                .statusCode(200)
                .body("complete", equalTo(false))
                .body("examples.id", hasItem(NEED));
    }

    private static RequestSpecification itsOrganization() {
        return given().auth().oauth2(Tokens.organization("53110000YL0000004N"));
    }
}
