package org.duijie.organization.organization;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.List;

/** What happens to an organization before a test begins. */
final class OrganizationSteps {

    static final String ZHANGJIAKOU = "130700";

    private OrganizationSteps() {}

    static ValidatableResponse register(RequestSpecification caller, String body) {
        return caller.body(body).post("/organizations").then();
    }

    static String anOrganization(String code, String status) {
        String id = register(Caller.LEADING_GROUP.calls(code), aRegistration(code, "53110000500309522J"))
                .statusCode(201)
                .extract()
                .path("id");
        List<OfficeAct> acts =
                switch (status) {
                    case "REGISTERED" -> List.of();
                    case "VERIFIED" -> List.of(OfficeAct.VERIFY);
                    case "SUSPENDED" -> List.of(OfficeAct.VERIFY, OfficeAct.SUSPEND);
                    default -> List.of(OfficeAct.DEREGISTER);
                };
        acts.forEach(
                act -> act.send(Caller.LEADING_GROUP.calls(code), id).then().statusCode(200));
        return id;
    }

    static String aRegistration(String code, String... relatedParties) {
        return "{\"creditCode\":\"%s\",\"name\":\"样例张家口云杉教育基金会0001号\",\"relatedParties\":[%s]}"
                .formatted(
                        code,
                        String.join(
                                ",",
                                Arrays.stream(relatedParties)
                                        .map(party -> '"' + party + '"')
                                        .toList()));
    }
}
