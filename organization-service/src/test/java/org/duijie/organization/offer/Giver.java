package org.duijie.organization.offer;

import static org.duijie.organization.organization.OrganizationMother.aCreditCode;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;

/**
 * An organization that opens offers.
 *
 * @param id of the organization
 */
record Giver(String id, String creditCode) {

    static final String REASON = "{\"reason\":\"物资已另作安排\"}";

    static Giver registered() {
        String code = aCreditCode("130700");
        String id = Caller.ITS_ORGANIZATION
                .calls(code)
                .body(Map.of("creditCode", code, "name", "样例张家口云杉教育基金会0001号"))
                .post("/organizations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return new Giver(id, code);
    }

    static Giver verified() {
        Giver giver = registered();
        giver.office("verification");
        return giver;
    }

    void office(String act) {
        Caller.REGISTRAR
                .calls(creditCode)
                .body(REASON)
                .post("/organizations/" + id + "/" + act)
                .then()
                .statusCode(200);
    }

    ValidatableResponse offers(OfferBody body) {
        return offers(Caller.ITS_ORGANIZATION, body);
    }

    ValidatableResponse offers(Caller caller, OfferBody body) {
        return caller.calls(creditCode).body(body.toMap()).post("/offers").then();
    }

    String opens(OfferBody body) {
        return offers(body).statusCode(201).extract().path("id");
    }

    ValidatableResponse withdraws(String offer) {
        return Caller.ITS_ORGANIZATION
                .calls(creditCode)
                .body(REASON)
                .post("/offers/" + offer + "/withdrawal")
                .then();
    }

    List<String> sees(Caller caller, String query) {
        return caller.calls(creditCode)
                .get("/offers?organization=" + id + query)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }
}
