package org.duijie.organization;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The database of every test begins with what 0.1.0 left ({@code kept/0.1.0.sql}): nothing of it is lost. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class KeptStateApiTest {

    private static final String OWNER = "53110000YL0000004N";
    private static final String OPEN = "01a20b9a-2c5c-75cc-aa66-3043535e158c";

    @ParameterizedTest
    @CsvSource({
        "01a20b99-5498-754d-bb62-59e3745fbe10, VERIFIED, 3",
        "01a20b99-7fe7-71ea-aeae-388790d45d8c, SUSPENDED, 4"
    })
    void readsEachOrganization(String id, String status, int version) {
        given().auth()
                .oauth2(Tokens.leadingGroup())
                .get("/organizations/{id}", id)
                .then()
                .statusCode(200)
                .header("ETag", "\"" + version + "\"")
                .body("status", equalTo(status))
                .body("version", equalTo(version))
                .body("standing.inspections.year", contains(2024, 2025));
    }

    @ParameterizedTest
    @CsvSource({OPEN + ", EDUCATION, 6", "01a20b9b-c8c4-76e6-b404-cb00e98dccf9, EDUCATION, 1"})
    void readsEachOfferWithItsItems(String id, String field, int items) {
        given().auth()
                .oauth2(Tokens.organization(OWNER))
                .get("/offers/{id}", id)
                .then()
                .statusCode(200)
                .body("fields[0]", equalTo(field))
                .body("items", hasSize(items));
    }

    @Test
    void letsItsOrganizationGoOnWithAnOffer() {
        given().auth()
                .oauth2(Tokens.organization(OWNER))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"1\"")
                .contentType("application/merge-patch+json")
                .body("{\"summary\":\"仅限山区小学。\"}")
                .patch("/offers/{id}", OPEN)
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
    }
}
