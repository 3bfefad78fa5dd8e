package org.duijie.matching.filter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.duijie.chassis.testing.Tokens.organization;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.Tokens;
import org.duijie.matching.replica.FactMother;
import org.duijie.matching.replica.ItemFact;
import org.duijie.matching.testing.FactPublisher;
import org.duijie.matching.testing.Scene;
import org.duijie.matching.testing.Subscriber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One expression means the same needs to a search, a subscription, its preview, its feed and a back-test. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class FilterApiTest {

    private static final String BOOKS =
            "division:130700 AND amount<=60000 AND deadline<=200d AND (title:图书 OR mode:RELIEF) AND NOT title:搬迁";

    private final FactPublisher facts;
    private final Scene scene = new Scene();
    private final UUID dear = UUID.randomUUID();
    private final UUID moving = UUID.randomUUID();

    @Inject
    FilterApiTest(FactPublisher facts) {
        this.facts = facts;
    }

    /** Of three needs that match the offer the filter means one. */
    @BeforeEach
    void threeNeeds() {
        facts.publish("defined", FactMother.zhangbei());
        facts.publish("verified", scene.organization(o -> {}));
        facts.publish("opened", scene.offer(offer -> offer.largestCommitmentFen = null));
        facts.publish("published", scene.need(need -> {}));
        facts.publish("published", scene.need(need -> {
            need.id = dear;
            need.items = List.of(new ItemFact(scene.resource, "册", 2_000_000, 7_000_000));
        }));
        facts.publish("published", scene.need(need -> {
            need.id = moving;
            need.title = "搬迁安置点图书角";
        }));
    }

    @Test
    void aSearchFindsWhatIsMeant() {
        search("offer", scene.offerId.toString(), "").body("items.need.id", hasSize(3));
        search("offer", scene.offerId.toString(), BOOKS).body("items.need.id", contains(scene.needId.toString()));
        search("organization", scene.creditCode, BOOKS)
                .body("items.need.id", contains(scene.needId.toString()))
                .body("items.rank", contains(1));
        search("organization", scene.creditCode, "").body("items.need.id", hasSize(3));
        search("offer", scene.offerId.toString(), "priority:NATIONAL_KEY AND kind:GOODS")
                .body("items", hasSize(3));
        search("offer", scene.offerId.toString(), "score>=1").body("items", empty());
    }

    @Test
    void anOrganizationsRankingIsItsOwn() {
        given().auth()
                .oauth2(organization(new Scene().creditCode))
                .get("/matches?organization={code}", scene.creditCode)
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/access-forbidden"));
    }

    @Test
    void aFilterChoosesAmongNeedsAlone() {
        given().auth()
                .oauth2(Tokens.leadingGroup())
                .queryParam("need", scene.needId)
                .queryParam("filter", "mode:RELIEF")
                .get("/matches")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/request-invalid"))
                .body("errors[0].pointer", equalTo("?filter"));
    }

    @Test
    void aSubscriptionIsToldOfWhatIsMeantAndNothingElse() {
        Subscriber subscriber = Subscriber.subscribe(scene, Map.of("filter", BOOKS));
        assertThat(subscriber.events())
                .extracting(event -> event.at("/need/id").asText())
                .containsExactly(scene.needId.toString());

        // What was too dear is amended, and what was meant is renamed.
        facts.publish("amended", scene.need(need -> {
            need.id = dear;
            need.version = 2;
        }));
        facts.publish("amended", scene.need(need -> {
            need.version = 2;
            need.title = "搬迁学校图书角";
        }));

        assertThat(subscriber.types()).containsExactly("MATCH_BEGAN", "MATCH_BEGAN", "MATCH_ENDED");
        assertThat(subscriber.last().at("/reason/en").asText()).contains("no longer within the subscription");
    }

    @Test
    void aSubscriptionShowsItsFilterInOneForm() {
        Subscriber subscriber = Subscriber.subscribe(scene, Map.of("filter", "field=education  and amount<=5"));
        ValidatableResponse shown = given().auth()
                .oauth2(organization(scene.creditCode))
                .get("/subscriptions/{id}", subscriber.subscription())
                .then()
                .body("filter", equalTo("field:EDUCATION AND amount<=5.00"));
        String tag = shown.extract().header("ETag");

        patch(subscriber, tag, Map.of("filter", "field:"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/filter"))
                .body("errors[0].detail", containsString("7"));
        patch(subscriber, tag, Map.of("name", "改名"))
                .statusCode(200)
                .body("filter", equalTo("field:EDUCATION AND amount<=5.00"));
        Map<String, Object> all = new HashMap<>();
        all.put("filter", null);
        patch(subscriber, "*", all).statusCode(200).body("filter", nullValue());
        assertThat(subscriber.events()).hasSize(3);
    }

    @Test
    void aPreviewCountsWhatIsMeant() {
        preview(BOOKS).body("needs", equalTo(1)).body("pairs", equalTo(1)).body("never", empty());
        preview("mode:RELIEF AND NOT mode:RELIEF")
                .body("needs", equalTo(0))
                .body("never", hasSize(1))
                .body("never[0].en", containsString("mode:RELIEF AND NOT mode:RELIEF"));
        preview("amount<=100").body("never[0].en", containsString("commits to no amounts as small"));
        preview("NOT field:EDUCATION").body("never[0].en", containsString("none of the fields"));
        preview("field:EDUCATION OR amount<=100").body("never", empty());
    }

    @Test
    void aFeedShowsWhatIsMeantAndLeadsOn() {
        Subscriber subscriber = Subscriber.subscribe(scene, Map.of());
        assertThat(subscriber.events()).hasSize(3);

        feed(subscriber, BOOKS, 50)
                .body("items._duijie.need.id", contains(scene.needId.toString()))
                .body("feed_url", containsString("filter=division%3A130700"))
                .body("next_url", nullValue());
        String next = feed(subscriber, "title:图书", 2)
                .body("items", hasSize(2))
                .body("next_url", containsString("filter=title%3A"))
                .extract()
                .path("next_url");
        given().auth()
                .oauth2(organization(scene.creditCode))
                .urlEncodingEnabled(false)
                .get(next.substring(next.indexOf("/subscriptions")))
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("next_url", nullValue());
    }

    @Test
    void aBackTestNamesTheConditionThatLostSomething() {
        given().auth()
                .oauth2(organization(scene.creditCode))
                .queryParam("filter", BOOKS)
                .get("/back-tests/offers/{id}", scene.offerId)
                .then()
                .statusCode(200)
                .body("matched", equalTo(1))
                .body("lost.condition", hasItem("amount<=60000.00"))
                .body("lost.find { it.condition == 'NOT title:\"搬迁\"' }.criterion", equalTo("TITLE_NOT_WANTED"));
        given().auth()
                .oauth2(organization(scene.creditCode))
                .contentType(ContentType.JSON)
                .body(Map.of("organization", scene.creditCode, "name", "设想", "filter", BOOKS))
                .post("/back-tests/subscriptions")
                .then()
                .statusCode(200)
                .body("matched", equalTo(1))
                .body("lost.find { it.condition == 'amount<=60000.00' }.count", equalTo(1));
    }

    @Test
    void everyOneOfThemSaysWhereAFilterCannotBeRead() {
        String wrong = "field:EDUCATON";
        Subscriber subscriber = Subscriber.subscribe(scene, Map.of());
        for (String path : List.of(
                "/matches?offer=" + scene.offerId,
                "/matches?organization=" + scene.creditCode,
                "/back-tests/offers/" + scene.offerId,
                "/subscriptions/" + subscriber.subscription() + "/feed")) {
            given().auth()
                    .oauth2(organization(scene.creditCode))
                    .queryParam("filter", wrong)
                    .header("Accept-Language", "en")
                    .get(path)
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("/problems/request-invalid"))
                    .body("errors[0].pointer", equalTo("?filter"))
                    .body("errors[0].detail", containsString("character 7"))
                    .body("errors[0].detail", containsString("EDUCATION, HEALTH"));
        }
        for (String path : List.of("/subscriptions/preview", "/subscriptions", "/back-tests/subscriptions")) {
            post(path, Map.of("filter", wrong))
                    .statusCode(400)
                    .body("type", equalTo("/problems/request-invalid"))
                    .body("errors[0].pointer", equalTo("#/filter"));
        }
        post("/subscriptions", Map.of("filter", "title:\"致电 13812345678\""))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/filter"));
    }

    private ValidatableResponse search(String by, String what, String filter) {
        return given().auth()
                .oauth2(organization(scene.creditCode))
                .queryParam(by, what)
                .queryParam("filter", filter)
                .get("/matches")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse feed(Subscriber subscriber, String filter, int limit) {
        return given().auth()
                .oauth2(organization(scene.creditCode))
                .queryParam("filter", filter)
                .queryParam("limit", limit)
                .accept("application/feed+json")
                .get("/subscriptions/{id}/feed", subscriber.subscription())
                .then()
                .statusCode(200);
    }

    private ValidatableResponse preview(String filter) {
        return post("/subscriptions/preview", Map.of("filter", filter)).statusCode(200);
    }

    private ValidatableResponse post(String path, Map<String, ?> members) {
        Map<String, Object> body = new HashMap<>(members);
        body.put("organization", scene.creditCode);
        body.put("name", "设想");
        return given().auth()
                .oauth2(organization(scene.creditCode))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(body)
                .post(path)
                .then();
    }

    private ValidatableResponse patch(Subscriber subscriber, String tag, Map<String, ?> change) {
        return given().auth()
                .oauth2(organization(scene.creditCode))
                .contentType("application/merge-patch+json")
                .header("If-Match", tag)
                .body(change)
                .patch("/subscriptions/{id}", subscriber.subscription())
                .then();
    }
}
