package org.duijie.matching.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.duijie.chassis.testing.openapi.Answer;
import org.duijie.chassis.testing.openapi.ApiContract;
import org.duijie.chassis.testing.openapi.Call;
import org.duijie.chassis.testing.openapi.Caller;
import org.duijie.chassis.testing.openapi.Callers;
import org.duijie.chassis.testing.openapi.Callers.Party;
import org.duijie.chassis.testing.openapi.ChassisFixtures;
import org.duijie.chassis.testing.openapi.Fixtures;
import org.duijie.chassis.testing.openapi.ServiceUnderTest;
import org.duijie.chassis.testing.openapi.Wire;
import org.duijie.matching.replica.FactMother;

/** How each operation of this service is called so that it works. */
public final class MatchingFixtures {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST = 50;
    private static final int NEWEST = 3;
    private static final int TRIES = 5;
    private static final int FEW = 5;
    private static final String REASON = "{\"reason\":\"今年的图书已由市教育局配齐\"}";

    private final Scene scene = new Scene();
    private final UUID openOffer = UUID.randomUUID();
    private final UUID openNeed = UUID.randomUUID();
    private final ApiContract contract = ApiContract.read();
    private final Wire wire = Wire.to(RestAssured.port);
    private final Callers callers = Callers.of(
            new Party("130722", "130700", scene.creditCode), new Party("510723", "510700", "51110105MJ0000000A"));
    private final FactPublisher facts;
    private int made;
    private int endpoints;
    private int digests;
    private int topics;

    private MatchingFixtures(FactPublisher facts) {
        this.facts = facts;
    }

    /** Each side has something that it alone may see: the county a draft, the organization a withdrawn offer. */
    public static ServiceUnderTest service(FactPublisher facts, DataSource database) {
        MatchingFixtures scene = new MatchingFixtures(facts);
        return new ServiceUnderTest(scene.contract, scene.fixtures(database), scene.callers, scene.wire);
    }

    private Fixtures fixtures(DataSource database) {
        facts.publish("defined", FactMother.zhangbei());
        facts.publish("verified", scene.organization(o -> {}));
        facts.publish("withdrawn", scene.offer(offer -> offer.status = "WITHDRAWN"));
        facts.publish("opened", scene.offer(offer -> offer.id = openOffer));
        facts.publish("drafted", scene.need(need -> need.status = "DRAFT"));
        facts.publish("published", scene.need(need -> need.id = openNeed));
        return ChassisFixtures.fixtures(database)
                .on("listPairings", owner -> Call.bare().query("division", "130700"))
                .on("getCurrentPolicy", owner -> Call.bare())
                .on("getPolicy", owner -> Call.of("version", 1))
                .on("listPolicies", owner -> Call.bare().query("limit", 5))
                .on("proposePolicy", owner -> policy())
                .on("rehearsePolicy", owner -> Call.of("version", 1))
                .on("listRehearsedNeeds", owner -> Call.of("version", 1).query("limit", 5))
                .on("listMatches", this::hiddenThing)
                .on("explainPair", this::pair)
                .on("listNearMisses", this::hiddenThing)
                .on("getAttention", owner -> Call.bare())
                .on("measureAttention", owner -> Call.bare())
                .on("backTestOffer", owner -> Call.of("id", scene.offerId))
                .on("backTestOfferTrial", owner -> offerTrial())
                .on("backTestSubscription", owner -> Call.of("id", subscribed()))
                .on("backTestSubscriptionTrial", owner -> subscription())
                .on("previewSubscription", owner -> subscription())
                .on("listProposals", owner -> Call.bare().query("limit", 5))
                .on("listResponseTimes", owner -> Call.bare().query("division", "130700"))
                .on("propose", owner -> proposal(sideOf(owner)))
                .on("getProposal", owner -> Call.of("id", proposed("COUNTY")))
                .on("listProposalChanges", owner -> Call.of("id", proposed("COUNTY")))
                .on("acceptProposal", owner -> any(proposed(otherThan(owner))))
                .on("declineProposal", owner -> any(proposed(otherThan(owner))).body(REASON))
                .on("withdrawProposal", owner -> any(proposed(sideOf(owner))).body(REASON))
                .on("counterProposal", owner -> any(proposed(otherThan(owner))).body("{\"terms\":" + terms() + "}"))
                .on("listSubscriptions", owner -> Call.bare().query("limit", 5))
                .on("subscribe", owner -> subscription())
                .on("getSubscription", owner -> Call.of("id", subscribed()))
                .on("changeSubscription", owner -> Call.of("id", subscribed())
                        .body("{\"name\":\"卫生需求\",\"fields\":[\"HEALTH\"],\"minimumScore\":null}")
                        .contentType("application/merge-patch+json")
                        .ifMatch(1))
                .on("unsubscribe", owner -> Call.of("id", subscribed()).ifMatch(1))
                .on("listMatchEvents", owner -> Call.of("id", subscribed()).query("after", 0))
                .on("listMatchEvents", owner -> Call.of("id", subscribed()).header("Accept", "text/event-stream"))
                .on("readSubscriptionFeed", owner -> Call.of("id", subscribed()).query("before", 3))
                .on("listStreamManifests", owner -> Call.of("id", subscribed()).query("limit", 5))
                .on("createWebhookEndpoint", owner -> endpoint(subscribed()))
                .on("listWebhookEndpoints", owner -> Call.bare().query("limit", 5))
                .on("getWebhookEndpoint", owner -> Call.of("id", sentTo()))
                .on("changeWebhookEndpoint", owner -> Call.of("id", sentTo())
                        .body("{\"description\":\"新系统\",\"types\":[\"MATCH_BEGAN\"],\"holdMinutes\":0}")
                        .contentType("application/merge-patch+json")
                        .ifMatch(0))
                .on("deleteWebhookEndpoint", owner -> Call.of("id", sentTo()).ifMatch(0))
                .on("pauseWebhookEndpoint", owner -> Call.of("id", sentTo()).ifMatch(0))
                .on("resumeWebhookEndpoint", owner -> Call.of("id", paused(subscribed()))
                        .ifMatch(1))
                .on("rotateWebhookSecret", owner -> Call.of("id", sentTo())
                        .body("{\"overlap\":\"PT24H\"}")
                        .ifMatch(0))
                .on("replayWebhookEvents", owner -> replay(database, "from"))
                .on("redeliverWebhookEvent", owner -> replay(database, "number"))
                .on("testWebhookEndpoint", owner -> Call.of("id", sentTo()))
                .on("getWebhookHealth", owner -> Call.of("id", sentTo()))
                .on("listWebhookAttempts", owner -> Call.of("id", sentTo()).query("number", 1))
                .on("createDigest", owner -> digest())
                .on("listDigests", owner -> Call.bare().query("limit", 5))
                .on("getDigest", owner -> Call.of("id", mailedTo()))
                .on("confirmDigest", owner -> Call.of("id", mailedTo(database)).body("{\"code\":\"7KQ2M9XWPC\"}"))
                .on("deleteDigest", owner -> Call.of("id", mailedTo()).ifMatch(0))
                .on("grantPartnerTopic", owner -> topic())
                .on("listPartnerTopics", owner -> Call.bare().query("limit", 5))
                .on("getPartnerTopic", owner -> Call.of("id", granted()))
                .on("getPartnerTopicHealth", owner -> Call.of("id", granted()))
                .on("replayPartnerTopic", owner -> written(database))
                .on("revokePartnerTopic", owner -> Call.of("id", granted()).ifMatch(0))
                .on("createFeedAddress", owner -> Call.of("id", subscribed()))
                .on("getFeedAddress", owner -> Call.of("id", opened()))
                .on("revokeFeedAddress", owner -> Call.of("id", opened()))
                .on("readOpenFeed", owner -> Call.of("code", feedCode()).query("before", 3))
                .on("readOpenAtomFeed", owner -> Call.of("code", feedCode()).query("limit", 5))
                .on("listWebhookNotices", owner -> Call.bare().query("limit", 5));
    }

    /** Nobody listens there, and nothing is told to the subscription that could be sent. */
    private Call endpoint(String subscription) {
        endpoints++;
        if (endpoints % MOST == 0) {
            makeRoom("listWebhookEndpoints", "deleteWebhookEndpoint");
        }
        ObjectNode body = JSON.createObjectNode()
                .put("organization", scene.creditCode)
                .put("url", "http://127.0.0.1:9/hook")
                .put("description", "业务系统")
                .put("holdMinutes", 60);
        body.putArray("subscriptions").add(subscription);
        return Call.json(body);
    }

    private Call digest() {
        digests++;
        if (digests % MOST == 0) {
            makeRoom("listDigests", "deleteDigest");
        }
        return Call.json(JSON.createObjectNode()
                .put("organization", scene.creditCode)
                .put("address", "duijie@example.org")
                .put("rhythm", "DAILY"));
    }

    private Call topic() {
        topics++;
        if (topics % FEW == 0) {
            makeRoom("listPartnerTopics", "revokePartnerTopic");
        }
        return Call.json(JSON.createObjectNode()
                .put("organization", scene.creditCode)
                .put("name", "partner-" + UUID.randomUUID()));
    }

    private String granted() {
        return made("grantPartnerTopic", this::topic, "listPartnerTopics", "revokePartnerTopic");
    }

    private Call written(DataSource database) {
        String subscription = subscribed();
        ToldEvents.tell(database, UUID.fromString(subscription), 1);
        return Call.of("id", granted())
                .body(JSON.createObjectNode().put("subscription", subscription).put("from", 1));
    }

    private String opened() {
        String subscription = subscribed();
        wire.send(
                contract.operation("createFeedAddress"),
                Call.of("id", subscription),
                callers.leadingGroup().token());
        return subscription;
    }

    private String feedCode() {
        Answer made = wire.send(
                contract.operation("createFeedAddress"),
                Call.of("id", subscribed()),
                callers.leadingGroup().token());
        return made.json()
                .path("jsonFeed")
                .asText()
                .replaceFirst(".*/feeds/", "")
                .replaceFirst("/json", "");
    }

    private String mailedTo() {
        return made("createDigest", this::digest, "listDigests", "deleteDigest");
    }

    /** One whose address was sent the code that stands in the call. */
    private String mailedTo(DataSource database) {
        String id = mailedTo();
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update digest set code_hash = sha256('7KQ2M9XWPC') where id = ?")) {
            update.setObject(1, UUID.fromString(id));
            update.executeUpdate();
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
        return id;
    }

    private String sentTo() {
        return sentTo(subscribed());
    }

    private String sentTo(String subscription) {
        return made(
                "createWebhookEndpoint", () -> endpoint(subscription), "listWebhookEndpoints", "deleteWebhookEndpoint");
    }

    private String paused(String subscription) {
        String id = sentTo(subscription);
        asLeadingGroup("pauseWebhookEndpoint", Call.of("id", id).header("If-Match", "*"));
        return id;
    }

    private Call replay(DataSource database, String which) {
        String subscription = subscribed();
        String endpoint = paused(subscription);
        ToldEvents.tell(database, UUID.fromString(subscription), 1);
        Awaitility.await().until(() -> wire.send(
                        contract.operation("getWebhookHealth"),
                        Call.of("id", endpoint),
                        callers.leadingGroup().token())
                .body()
                .contains("\"waiting\":1"));
        return Call.of("id", endpoint)
                .body(JSON.createObjectNode().put("subscription", subscription).put(which, 1));
    }

    /** It takes force long after the test. */
    private static Call policy() {
        ObjectNode body = JSON.createObjectNode()
                .put("inForceFrom", Instant.now().plus(Duration.ofDays(200)).toString())
                .put("reason", "让近处的组织排得更前。");
        body.putArray("weights")
                .add(JSON.createObjectNode().put("factor", "NEARNESS").put("weight", 20));
        return Call.json(body);
    }

    private Call offerTrial() {
        ObjectNode body = JSON.createObjectNode()
                .put("organizationId", scene.organizationId.toString())
                .put("title", "万册图书进乡村")
                .put("validFrom", "2027-01-01")
                .put("validUntil", "2027-12-31");
        ObjectNode item = JSON.createObjectNode()
                .put("resourceCode", "GOODS.BOOKS")
                .put("quantity", "2000")
                .put("unit", "册");
        item.putObject("value").put("amount", "50000.00").put("currency", "CNY");
        body.putArray("items").add(item);
        body.putArray("fields").add("EDUCATION");
        body.putArray("divisions").add("130700");
        return Call.json(body);
    }

    /** On which side the owner stands; who may stand on both proposes for the county. */
    private static String sideOf(Caller owner) {
        return owner.role().equals("ORGANIZATION") ? "ORGANIZATION" : "COUNTY";
    }

    private static String otherThan(Caller owner) {
        return sideOf(owner).equals("COUNTY") ? "ORGANIZATION" : "COUNTY";
    }

    private static Call any(String id) {
        return Call.of("id", id).header("If-Match", "*");
    }

    /** About a need that no other proposal is about. */
    private Call proposal(String side) {
        UUID need = UUID.randomUUID();
        facts.publish("published", scene.need(asked -> {
            asked.id = need;
            asked.splittable = true;
        }));
        return Call.json("{\"needId\":\"" + need + "\",\"offerId\":\"" + openOffer + "\",\"side\":\"" + side
                + "\",\"terms\":" + terms() + "}");
    }

    private String terms() {
        return """
                {"items":[{"item":0,"quantity":"1200","value":{"amount":"24000.00","currency":"CNY"}}],
                 "periodStart":"%s","periodEnd":"%s","conditions":"运费由捐赠方承担。",
                 "milestones":[{"title":"图书到校","dueOn":"%s"}],
                 "pledges":[{"item":0,"quantity":"1200","value":{"amount":"24000.00","currency":"CNY"},"dueOn":"%s"}]}""".formatted(
                        scene.today.plusDays(10),
                        scene.today.plusDays(200),
                        scene.today.plusDays(100),
                        scene.today.plusDays(90));
    }

    /** One that was made on this side, by somebody who is only there. */
    private String proposed(String side) {
        Caller maker = callers.own(side.equals("COUNTY") ? "COUNTY_BUREAU" : "ORGANIZATION");
        Answer answer = wire.send(contract.operation("propose"), proposal(side), maker.token());
        return answer.json().path("id").asText();
    }

    private Call hiddenThing(Caller owner) {
        return owner.role().equals("ORGANIZATION")
                ? Call.bare().query("offer", scene.offerId)
                : Call.bare().query("need", scene.needId);
    }

    /** What is the owner's own with what anybody may see of the other side. */
    private Call pair(Caller owner) {
        return owner.role().equals("ORGANIZATION")
                ? Call.bare().query("offer", scene.offerId).query("need", openNeed)
                : Call.bare().query("need", scene.needId).query("offer", openOffer);
    }

    /** Makes room first: one organization may not have many. */
    private synchronized Call subscription() {
        made++;
        if (made % MOST == 0) {
            makeRoom("listSubscriptions", "unsubscribe");
        }
        ObjectNode body = JSON.createObjectNode()
                .put("organization", scene.creditCode)
                .put("name", "张家口教育需求")
                .put("minimumScore", "0.3");
        body.putArray("fields").add("EDUCATION");
        body.putArray("divisions").add("130700");
        body.putArray("modes").add("CAPACITY_BUILDING");
        body.putArray("categories").add("DEVELOPMENT");
        return Call.json(body);
    }

    private String subscribed() {
        return made("subscribe", this::subscription, "listSubscriptions", "unsubscribe");
    }

    /** Others may take the last place at the same time: then room is made once more. */
    private String made(String operation, Supplier<Call> asked, String list, String remove) {
        Answer answer = asLeadingGroup(operation, asked.get());
        for (int i = 0; i < TRIES && !answer.succeeded(); i++) {
            makeRoom(list, remove);
            answer = asLeadingGroup(operation, asked.get());
        }
        return id(operation, answer);
    }

    private Answer asLeadingGroup(String operation, Call call) {
        return wire.send(
                contract.operation(operation), call, callers.leadingGroup().token());
    }

    private static String id(String operation, Answer answer) {
        if (!answer.succeeded()) {
            throw new IllegalStateException(operation + " answered " + answer);
        }
        return answer.json().path("id").asText();
    }

    /** Takes away what is there but for the newest, which somebody may be about to use. */
    private void makeRoom(String list, String remove) {
        Answer all = wire.send(
                contract.operation(list),
                Call.bare().query("limit", 200),
                callers.own("ORGANIZATION").token());
        JsonNode items = all.json().path("items");
        for (int i = 0; i < items.size() - NEWEST; i++) {
            wire.send(
                    contract.operation(remove),
                    Call.of("id", items.get(i).path("id").asText()).header("If-Match", "*"),
                    callers.leadingGroup().token());
        }
    }
}
