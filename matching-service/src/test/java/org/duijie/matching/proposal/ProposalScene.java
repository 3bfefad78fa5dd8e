package org.duijie.matching.proposal;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.duijie.chassis.testing.Tokens;
import org.duijie.matching.replica.FactMother;
import org.duijie.matching.replica.FactMother.Need;
import org.duijie.matching.replica.FactMother.Offer;
import org.duijie.matching.replica.ItemFact;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.testing.FactPublisher;
import org.duijie.matching.testing.Scene;

/** A county that asks for 2000 books, an organization that offers them, and what the two say to each other. */
public final class ProposalScene {

    private static final String COUNTY = "130722";

    public final Scene scene = new Scene();
    final String bureau = Tokens.countyBureau(COUNTY);
    final String organization = Tokens.organization(scene.creditCode);

    private ProposalScene() {}

    public static ProposalScene published(FactPublisher facts) {
        return published(facts, need -> {}, offer -> {});
    }

    static ProposalScene published(FactPublisher facts, Consumer<Need> need, Consumer<Offer> offer) {
        ProposalScene made = new ProposalScene();
        facts.publish("defined", FactMother.zhangbei());
        facts.publish("verified", made.scene.organization(o -> {}));
        facts.publish("opened", made.scene.offer(offer));
        facts.publish("published", made.need(made.scene.needId, need));
        return made;
    }

    NeedFact need(UUID id, Consumer<Need> change) {
        return scene.need(need -> {
            need.id = id;
            need.splittable = true;
            need.items = List.of(new ItemFact(scene.resource, "册", 2_000_000, 5_000_000));
            change.accept(need);
        });
    }

    /** The body of {@code POST /proposals}, right as it stands. */
    public Map<String, Object> body(Side side) {
        return body(side, scene.needId, "1200");
    }

    Map<String, Object> body(Side side, UUID need, String quantity) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("needId", need);
        body.put("offerId", scene.offerId);
        body.put("side", side);
        body.put("terms", terms(quantity));
        return body;
    }

    public Map<String, Object> terms(String quantity) {
        Map<String, Object> terms = new LinkedHashMap<>();
        terms.put(
                "items",
                List.of(Map.of(
                        "item", 0, "quantity", quantity, "value", Map.of("amount", "24000.00", "currency", "CNY"))));
        terms.put("periodStart", scene.today.plusDays(10).toString());
        terms.put("periodEnd", scene.today.plusDays(200).toString());
        terms.put("conditions", "运费由捐赠方承担。");
        return terms;
    }

    /** Who stands on this side. */
    String token(Side side) {
        return side == Side.COUNTY ? bureau : organization;
    }

    static RequestSpecification as(String token) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    ValidatableResponse propose(Side side) {
        return as(token(side)).body(body(side)).post("/proposals").then();
    }

    /** The id of a proposal that this side has made. */
    UUID proposed(Side side) {
        return UUID.fromString(propose(side).statusCode(201).extract().path("id"));
    }

    ValidatableResponse act(Side side, UUID id, String act) {
        return as(token(side))
                .header("If-Match", "*")
                .body("{\"reason\":\"今年的图书已由市教育局配齐\"}")
                .post("/proposals/{id}/" + act, id)
                .then();
    }

    ValidatableResponse accept(Side side, UUID id) {
        return given().auth()
                .oauth2(token(side))
                .header("If-Match", "*")
                .post("/proposals/{id}/acceptance", id)
                .then();
    }

    ValidatableResponse counter(Side side, UUID id, String quantity) {
        return as(token(side))
                .header("If-Match", "*")
                .body(Map.of("reason", "先行六所小学", "terms", terms(quantity)))
                .post("/proposals/{id}/counter-proposals", id)
                .then();
    }

    ValidatableResponse get(String token, UUID id) {
        return given().auth().oauth2(token).get("/proposals/{id}", id).then();
    }
}
