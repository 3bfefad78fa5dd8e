package org.duijie.matching.delivery;

import static io.restassured.RestAssured.given;
import static org.duijie.chassis.testing.Tokens.leadingGroup;
import static org.duijie.chassis.testing.Tokens.organization;
import static org.duijie.chassis.testing.Tokens.partnerPlatform;
import static org.duijie.chassis.testing.Tokens.supervisor;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.matching.testing.Scene;
import org.junit.jupiter.api.Test;

/** Who opened, turned and closed the ways in which an organization is told, as the supervisor reads it. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class DeliveryAuditTest {

    private final String creditCode = new Scene().creditCode;

    @Test
    void tellsWhatWasDoneToAWebhookEndpoint() {
        String platform = partnerPlatform(List.of(), List.of(creditCode));
        String id = made(platform, "/webhook-endpoints", Map.of("url", "https://93.184.216.34/duijie"));
        String address = "/webhook-endpoints/" + id;
        String owner = organization(creditCode);
        change(owner, address, "{\"description\":\"业务系统\"}");
        change(owner, address, "{\"description\":\"业务系统\"}");
        as(owner).body("{}").post(address + "/pause").then().statusCode(200);
        as(owner).body("{}").post(address + "/resumption").then().statusCode(200);
        as(owner).body("{}").post(address + "/rotation").then().statusCode(200);
        as(owner).delete(address).then().statusCode(204);

        recordOf(id)
                .body(
                        "items.action",
                        contains(
                                "webhook-endpoint.deleted",
                                "webhook-endpoint.rotated",
                                "webhook-endpoint.resumed",
                                "webhook-endpoint.paused",
                                "webhook-endpoint.changed",
                                "webhook-endpoint.made"))
                .body("items.from", contains("ACTIVE", "ACTIVE", "PAUSED", "ACTIVE", "ACTIVE", null))
                .body("items.to", contains(null, "ACTIVE", "ACTIVE", "PAUSED", "ACTIVE", "ACTIVE"))
                .body("items[0].actor", equalTo("organization-" + creditCode))
                .body("items[5].onBehalfOf", equalTo(creditCode));
    }

    @Test
    void tellsWhatWasDoneToADigest() {
        String owner = organization(creditCode);
        String id = made(owner, "/digests", Map.of("address", "digest@example.org", "rhythm", "DAILY"));
        as(owner).delete("/digests/" + id).then().statusCode(204);

        recordOf(id)
                .body("items.action", contains("digest.deleted", "digest.made"))
                .body("items.to", contains(null, "UNCONFIRMED"));
    }

    @Test
    void tellsWhatWasDoneToAFeedAddress() {
        String owner = organization(creditCode);
        String id = made(owner, "/subscriptions", Map.of("name", "全部"));
        String address = "/subscriptions/" + id + "/feed-address";
        as(owner).post(address).then().statusCode(201);
        as(owner).post(address).then().statusCode(201);
        as(owner).delete(address).then().statusCode(204);

        recordOf(id)
                .body(
                        "items.action",
                        contains(
                                "feed-address.revoked",
                                "feed-address.replaced",
                                "feed-address.made",
                                "subscription.began"));
    }

    @Test
    void tellsWhoGrantedAndRevokedAPartnerTopic() {
        String id = made(leadingGroup(), "/partner-topics", Map.of("name", "audited-" + UUID.randomUUID()));
        as(leadingGroup()).delete("/partner-topics/" + id).then().statusCode(204);

        recordOf(id).body("items.action", contains("partner-topic.revoked", "partner-topic.granted"));
    }

    private String made(String token, String path, Map<String, String> more) {
        Map<String, String> body = new HashMap<>(more);
        body.put("organization", creditCode);
        return as(token).body(body).post(path).then().statusCode(201).extract().path("id");
    }

    private void change(String token, String address, String patch) {
        as(token)
                .contentType("application/merge-patch+json")
                .body(patch)
                .patch(address)
                .then()
                .statusCode(200);
    }

    private static RequestSpecification as(String token) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID())
                .header("If-Match", "*");
    }

    private static ValidatableResponse recordOf(String subject) {
        return given().auth()
                .oauth2(supervisor())
                .queryParam("subject", subject)
                .get("/audit-records")
                .then()
                .statusCode(200);
    }
}
