package org.duijie.organization.offer;

import static io.restassured.RestAssured.given;
import static org.duijie.chassis.testing.Problem.problem;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.duijie.chassis.testing.Tokens;

/** Everybody who might call, seen from an offer. */
enum Caller {
    PUBLIC,
    ITS_ORGANIZATION,
    OTHER_ORGANIZATION,
    PLATFORM,
    OTHER_PLATFORM,
    REGISTRAR,
    COUNTY_BUREAU,
    LEADING_GROUP,
    SUPERVISOR;

    /** A request that is sent for the first time and minds no version. */
    RequestSpecification calls(String creditCode) {
        return signed(creditCode).header("If-Match", "*");
    }

    /** The same without a version. */
    RequestSpecification signed(String creditCode) {
        RequestSpecification request = given().contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString());
        return this == PUBLIC ? request : request.auth().oauth2(token(creditCode));
    }

    private String token(String creditCode) {
        return switch (this) {
            case PUBLIC -> "";
            case ITS_ORGANIZATION -> Tokens.organization(creditCode);
            case OTHER_ORGANIZATION -> Tokens.organization("53110000500309522J");
            case PLATFORM -> Tokens.partnerPlatform(List.of(), List.of(creditCode));
            case OTHER_PLATFORM -> Tokens.partnerPlatform(List.of("130722"), List.of("53110000500309522J"));
            case REGISTRAR -> Tokens.superiorOffice("130700");
            case COUNTY_BUREAU -> Tokens.countyBureau("130722");
            case LEADING_GROUP -> Tokens.leadingGroup();
            case SUPERVISOR -> Tokens.supervisor();
        };
    }

    /** May this caller act for the organization? */
    boolean acts() {
        return this == ITS_ORGANIZATION || this == PLATFORM || this == LEADING_GROUP;
    }

    void assertRefused(ValidatableResponse answer) {
        answer.spec(this == PUBLIC ? problem(401, "access-unauthenticated") : problem(403, "access-forbidden"));
    }
}
