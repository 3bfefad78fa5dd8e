package org.duijie.organization.organization;

import static io.restassured.RestAssured.given;
import static org.duijie.chassis.testing.Problem.problem;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.duijie.chassis.testing.Tokens;

/** Everybody who might call, seen from an organization registered in Zhangjiakou. */
enum Caller {
    PUBLIC,
    ITSELF,
    OTHER_ORGANIZATION,
    PLATFORM,
    OTHER_PLATFORM,
    REGISTRAR,
    OFFICE_ABOVE,
    OTHER_OFFICE,
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
            case ITSELF -> Tokens.organization(creditCode);
            case OTHER_ORGANIZATION -> Tokens.organization("53110000500309522J");
            case PLATFORM -> Tokens.partnerPlatform(List.of(), List.of(creditCode));
            case OTHER_PLATFORM ->
                Tokens.partnerPlatform(List.of(OrganizationSteps.ZHANGJIAKOU), List.of("53110000500309522J"));
            case REGISTRAR -> Tokens.superiorOffice(OrganizationSteps.ZHANGJIAKOU);
            case OFFICE_ABOVE -> Tokens.superiorOffice("130000");
            case OTHER_OFFICE -> Tokens.superiorOffice("130800");
            case COUNTY_BUREAU -> Tokens.countyBureau(OrganizationSteps.ZHANGJIAKOU);
            case LEADING_GROUP -> Tokens.leadingGroup();
            case SUPERVISOR -> Tokens.supervisor();
        };
    }

    /** May this caller act for the organization? */
    boolean acts() {
        return this == ITSELF || this == PLATFORM || this == LEADING_GROUP;
    }

    /** Does it keep the organization's registration, or stand above who does? */
    boolean isItsOffice() {
        return this == REGISTRAR || this == OFFICE_ABOVE || this == LEADING_GROUP;
    }

    void assertRefused(ValidatableResponse answer) {
        answer.spec(this == PUBLIC ? problem(401, "access-unauthenticated") : problem(403, "access-forbidden"));
    }
}
