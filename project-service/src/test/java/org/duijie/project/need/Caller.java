package org.duijie.project.need;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.duijie.chassis.testing.Tokens;

/** Everybody who might call, seen from a need of Zhangbei. */
public enum Caller {
    PUBLIC,
    BUREAU,
    OTHER_BUREAU,
    PLATFORM,
    OTHER_PLATFORM,
    PREFECTURE,
    PROVINCE,
    OTHER_OFFICE,
    LEADING_GROUP,
    SUPERVISOR,
    ORGANIZATION;

    /** A request that is sent for the first time and minds no version: what a test means otherwise it says. */
    public RequestSpecification calls() {
        return signed().header("If-Match", "*");
    }

    /** The same without a version. */
    public RequestSpecification signed() {
        RequestSpecification request =
                given().contentType(ContentType.JSON).header("Idempotency-Key", "\"" + UUID.randomUUID() + "\"");
        return this == PUBLIC ? request : request.auth().oauth2(token());
    }

    private String token() {
        return switch (this) {
            case PUBLIC -> "";
            case BUREAU -> Tokens.countyBureau(NeedSteps.ZHANGBEI);
            case OTHER_BUREAU -> Tokens.countyBureau("130723");
            case PLATFORM -> Tokens.partnerPlatform(List.of(NeedSteps.ZHANGBEI), List.of());
            case OTHER_PLATFORM -> Tokens.partnerPlatform(List.of("130723"), List.of());
            case PREFECTURE -> Tokens.superiorOffice("130700");
            case PROVINCE -> Tokens.superiorOffice("130000");
            case OTHER_OFFICE -> Tokens.superiorOffice("130800");
            case LEADING_GROUP -> Tokens.leadingGroup();
            case SUPERVISOR -> Tokens.supervisor();
            case ORGANIZATION -> Tokens.organization("53110000500309522J");
        };
    }
}
