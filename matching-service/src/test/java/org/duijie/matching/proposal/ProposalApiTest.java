package org.duijie.matching.proposal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.duijie.chassis.testing.Problem.problem;
import static org.duijie.chassis.testing.Problem.problemAt;
import static org.duijie.chassis.testing.Tokens.countyBureau;
import static org.duijie.chassis.testing.Tokens.leadingGroup;
import static org.duijie.chassis.testing.Tokens.partnerPlatform;
import static org.duijie.chassis.testing.Tokens.superiorOffice;
import static org.duijie.chassis.testing.Tokens.supervisor;
import static org.duijie.matching.proposal.ProposalScene.as;
import static org.duijie.matching.proposal.Side.COUNTY;
import static org.duijie.matching.proposal.Side.ORGANIZATION;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duijie.chassis.testing.EventContract;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.Tokens;
import org.duijie.chassis.testing.TopicReader;
import org.duijie.matching.testing.FactPublisher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Proposals over HTTP: what is taken, what is refused, and who sees what. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class ProposalApiTest {

    private static final String STRANGER = "51110105MJ0000000A";

    private final FactPublisher facts;
    private ProposalScene pair;

    @Inject
    ProposalApiTest(FactPublisher facts) {
        this.facts = facts;
    }

    @BeforeEach
    void aMatch() {
        pair = ProposalScene.published(facts);
    }

    @ParameterizedTest
    @EnumSource
    void eitherSideProposes(Side side) {
        pair.propose(side)
                .statusCode(201)
                .header("ETag", equalTo("\"1\""))
                .body("status", equalTo("PROPOSED"))
                .body("stage", equalTo("AWAITING_" + side.other()))
                .body("waiting.zh", containsString("等待" + side.other().label().zh() + "答复"))
                .body("initiator", equalTo(side.name()))
                .body("byInvitation", equalTo(false))
                .body("organization.creditCode", equalTo(pair.scene.creditCode))
                .body("items[0].quantity", equalTo("1200"))
                .body("items[0].resourceCode", equalTo(pair.scene.resource))
                .body("value.amount", equalTo("24000.00"))
                .body("answerBy", equalTo(pair.scene.today.plusDays(14).toString()));
    }

    @Test
    void theSupervisorReadsWhoDidWhatFromWhichStateToWhichForWhom() {
        UUID id = UUID.fromString(as(partnerPlatform(List.of(), List.of(pair.scene.creditCode)))
                .body(pair.body(ORGANIZATION))
                .post("/proposals")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
        pair.counter(COUNTY, id, "800").statusCode(200);
        pair.act(ORGANIZATION, id, "refusal").statusCode(200);

        as(supervisor())
                .queryParam("subject", id)
                .get("/audit-records")
                .then()
                .statusCode(200)
                .body("items.action", contains("proposal.declined", "proposal.countered", "proposal.proposed"))
                .body("items.to", contains("DECLINED", "PROPOSED", "PROPOSED"))
                .body("items[0].from", equalTo("PROPOSED"))
                .body("items[0].onBehalfOf", nullValue())
                .body("items[1].actor", equalTo("county-bureau-130722"))
                .body("items[2].from", nullValue())
                .body("items[2].onBehalfOf", equalTo(pair.scene.creditCode))
                .body("items[2].delegation.length()", equalTo(36));
    }

    @Test
    void theSidesTalkUntilBothWantTheSame() {
        UUID id = pair.proposed(COUNTY);
        pair.counter(ORGANIZATION, id, "800")
                .statusCode(200)
                .body("version", equalTo(2))
                .body("stage", equalTo("AWAITING_COUNTY"))
                .body("items[0].quantity", equalTo("800"));
        pair.counter(COUNTY, id, "1000").statusCode(200).body("stage", equalTo("AWAITING_ORGANIZATION"));
        pair.accept(ORGANIZATION, id)
                .statusCode(200)
                .body("status", equalTo("ACCEPTED"))
                .body("stage", equalTo("AWAITING_RESERVATION"))
                .body("waiting.en", containsString("waiting for the organization's capacity since"))
                .body("acceptedAt", notNullValue());

        as(pair.bureau)
                .get("/proposals/{id}/changes", id)
                .then()
                .statusCode(200)
                .body("items.kind", contains("PROPOSED", "COUNTERED", "COUNTERED", "ACCEPTED"))
                .body("items.side", contains("COUNTY", "ORGANIZATION", "COUNTY", "ORGANIZATION"))
                .body("items[0].by", equalTo("county-bureau-130722"))
                .body("items[1].reason", equalTo("先行六所小学"))
                .body("items[1].terms.items[0].quantity", equalTo("800"))
                .body("items[3].terms", nullValue());
    }

    @Test
    void announcesEachStepAsPromised() {
        UUID id = pair.proposed(COUNTY);
        pair.counter(ORGANIZATION, id, "800").statusCode(200);
        pair.accept(COUNTY, id).statusCode(200);

        EventContract contract = EventContract.of(Path.of("contract"));
        try (TopicReader reader = TopicReader.of("duijie.proposal")) {
            List<TopicReader.Announced> told = reader.await(id, 3);
            assertThat(told)
                    .extracting(TopicReader.Announced::type)
                    .containsExactly(
                            "org.duijie.proposal.proposed.v1",
                            "org.duijie.proposal.countered.v1",
                            "org.duijie.proposal.accepted.v1");
            assertThat(told).allSatisfy(event -> contract.check("proposal", event.json()));
        }
    }

    @Test
    void declinesAndWithdrawsWithAReason() {
        UUID declined = pair.proposed(COUNTY);
        pair.act(ORGANIZATION, declined, "refusal")
                .statusCode(200)
                .body("status", equalTo("DECLINED"))
                .body("closing.code", equalTo("declined"))
                .body("closing.zh", equalTo("今年的图书已由市教育局配齐"));
        UUID withdrawn = pair.proposed(COUNTY);
        pair.act(ORGANIZATION, withdrawn, "withdrawal").spec(problem(409, "proposal-not-your-turn"));
        pair.act(COUNTY, withdrawn, "withdrawal").statusCode(200).body("status", equalTo("WITHDRAWN"));
        pair.act(COUNTY, withdrawn, "withdrawal").spec(problem(409, "proposal-not-open"));
    }

    @Test
    void nobodyAnswersThemselves() {
        UUID id = pair.proposed(COUNTY);
        pair.accept(COUNTY, id).spec(problem(409, "proposal-not-your-turn"));
        UUID ofLeaders = UUID.fromString(as(leadingGroup())
                .body(secondPair().body(ORGANIZATION))
                .post("/proposals")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
        as(leadingGroup())
                .header("If-Match", "*")
                .post("/proposals/{id}/acceptance", ofLeaders)
                .then()
                .spec(problem(403, "proposal-answerer-is-proposer"));
    }

    @Test
    void onePairHasOneOpenProposal() {
        UUID first = pair.proposed(COUNTY);
        pair.propose(ORGANIZATION).spec(problem(409, "proposal-already-open"));
        pair.act(ORGANIZATION, first, "refusal").statusCode(200);
        pair.propose(ORGANIZATION).statusCode(201);
    }

    @Test
    void mindsTheVersionThatWasRead() {
        UUID id = pair.proposed(COUNTY);
        given().auth()
                .oauth2(pair.organization)
                .post("/proposals/{id}/acceptance", id)
                .then()
                .spec(problem(428, "precondition-required"));
        given().auth()
                .oauth2(pair.organization)
                .header("If-Match", "\"7\"")
                .post("/proposals/{id}/acceptance", id)
                .then()
                .spec(problem(412, "precondition-failed"));
    }

    @Test
    void proposingTwiceUnderOneKeyProposesOnce() {
        String key = UUID.randomUUID().toString();
        String first = keyed(key);
        assertThat(keyed(key)).isEqualTo(first);
    }

    private String keyed(String key) {
        return given().auth()
                .oauth2(pair.bureau)
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(pair.body(COUNTY))
                .post("/proposals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    // ---- matches and invitations

    @Test
    void invitesWhereOnlyTheOffersOwnWishesSpeakAgainstIt() {
        ProposalScene elsewhere = ProposalScene.published(
                facts, need -> need.field = "HEALTH", offer -> offer.divisions = List.of("510000"));
        Map<String, Object> body = elsewhere.body(COUNTY);
        as(elsewhere.bureau).body(body).post("/proposals").then().spec(problem(409, "proposal-not-a-match"));

        body.put("invitation", true);

        as(elsewhere.bureau)
                .body(body)
                .post("/proposals")
                .then()
                .statusCode(201)
                .body("byInvitation", equalTo(true));
    }

    @Test
    void noInvitationWaivesEligibilityOrRelation() {
        ProposalScene related =
                ProposalScene.published(facts, need -> need.beneficiaryOrganization = STRANGER, offer -> {});
        facts.publish("amended", related.scene.organization(organization -> {
            organization.version = 2;
            organization.relatedParties = List.of(STRANGER);
        }));
        refusedThoughInvited(related, "受益单位");
        ProposalScene suspended = ProposalScene.published(facts);
        facts.publish("suspended", suspended.scene.organization(organization -> {
            organization.version = 2;
            organization.status = "SUSPENDED";
        }));
        refusedThoughInvited(suspended, "被暂停");
        refusedThoughInvited(
                ProposalScene.published(facts, need -> need.admittedTypes = List.of("FOUNDATION"), offer -> {}), "基金会");
    }

    private static void refusedThoughInvited(ProposalScene pair, String why) {
        Map<String, Object> body = pair.body(ORGANIZATION);
        body.put("invitation", true);
        as(pair.organization)
                .body(body)
                .post("/proposals")
                .then()
                .spec(problem(409, "proposal-not-admissible"))
                .body("detail", containsString(why));
    }

    @Test
    void whoBecameIneligibleIsNotAccepted() {
        UUID id = pair.proposed(ORGANIZATION);
        facts.publish("suspended", pair.scene.organization(organization -> {
            organization.version = 2;
            organization.status = "SUSPENDED";
        }));

        pair.accept(COUNTY, id).spec(problem(409, "proposal-not-admissible"));
        pair.get(pair.bureau, id).body("status", equalTo("PROPOSED"));
    }

    // ---- what is written

    @Test
    void refusesWhatIsNotInOrder() {
        refused(Map.of("side", "NEIGHBOUR")).spec(problem(400, "request-malformed"));
        refused(Map.of("status", "AGREED")).spec(problem(400, "request-malformed"));
        refusedTerms("items", List.of()).spec(problemAt(400, "request-invalid", "#/terms/items"));
        refusedTerms("items", List.of(Map.of("item", -1, "quantity", "1", "value", yuan("1"))))
                .spec(problemAt(400, "request-invalid", "#/terms/items/0/item"));
        refusedTerms("items", List.of(Map.of("item", 0, "quantity", "0", "value", yuan("1"))))
                .spec(problemAt(400, "request-invalid", "#/terms/items/0/quantity"));
        refusedTerms("items", List.of(Map.of("item", 1, "quantity", "1", "value", yuan("24000"))))
                .spec(problemAt(422, "proposal-contradictory", "#/items/0/item"));
        refusedTerms("items", List.of(Map.of("item", 0, "quantity", "2001", "value", yuan("24000"))))
                .spec(problemAt(422, "proposal-contradictory", "#/items/0/quantity"));
        refusedTerms("conditions", "联系 １３８ ０１２３ ４５６７").spec(problemAt(422, "proposal-personal-data", "#/conditions"));
    }

    private ValidatableResponse refused(Map<String, Object> members) {
        Map<String, Object> body = pair.body(COUNTY);
        body.putAll(members);
        return as(pair.bureau).body(body).post("/proposals").then();
    }

    private ValidatableResponse refusedTerms(String member, Object value) {
        Map<String, Object> terms = new HashMap<>(pair.terms("1200"));
        terms.put(member, value);
        return refused(Map.of("terms", terms));
    }

    private static Map<String, String> yuan(String amount) {
        return Map.of("amount", amount, "currency", "CNY");
    }

    // ---- who sees what

    @Test
    void isForItsSidesAndThoseAbove() {
        UUID id = pair.proposed(COUNTY);
        for (String reader : List.of(
                pair.bureau,
                pair.organization,
                superiorOffice("130700"),
                superiorOffice("130000"),
                partnerPlatform(List.of("130722"), List.of()),
                leadingGroup(),
                supervisor())) {
            pair.get(reader, id).statusCode(200);
            listed(reader).body("items.id", hasItem(id.toString()));
        }
        for (String stranger : List.of(
                countyBureau("130723"),
                Tokens.organization(STRANGER),
                superiorOffice("510700"),
                superiorOffice("130722"),
                partnerPlatform(List.of("130723"), List.of(STRANGER)))) {
            pair.get(stranger, id).spec(problem(404, "proposal-not-found"));
            as(stranger).get("/proposals/{id}/changes", id).then().spec(problem(404, "proposal-not-found"));
            listed(stranger).body("items", empty());
        }
        given().get("/proposals/{id}", id).then().spec(problem(401, "access-unauthenticated"));
    }

    @Test
    void onlyWhoActsForTheSideProposesForIt() {
        for (String other :
                List.of(countyBureau("130723"), pair.organization, partnerPlatform(List.of("130723"), List.of()))) {
            as(other).body(pair.body(COUNTY)).post("/proposals").then().spec(problem(403, "access-forbidden"));
        }
        as(superiorOffice("130700"))
                .body(pair.body(COUNTY))
                .post("/proposals")
                .then()
                .spec(problem(403, "access-forbidden"));
        String platform = partnerPlatform(List.of("130722"), List.of());
        String id = as(platform)
                .body(pair.body(COUNTY))
                .post("/proposals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as(supervisor())
                .get("/proposals/{id}/changes", id)
                .then()
                .body("items[0].onBehalfOf", equalTo("130722"))
                .body("items[0].delegation", notNullValue());
    }

    @Test
    void aHiddenNeedOrOfferStaysHidden() {
        ProposalScene draft = ProposalScene.published(facts, need -> need.status = "DRAFT", offer -> {});
        as(draft.organization)
                .body(draft.body(ORGANIZATION))
                .post("/proposals")
                .then()
                .spec(problem(404, "match-need-not-found"));
        as(draft.bureau)
                .body(draft.body(COUNTY))
                .post("/proposals")
                .then()
                .spec(problem(409, "proposal-not-admissible"));
        ProposalScene gone = ProposalScene.published(facts, need -> {}, offer -> offer.status = "WITHDRAWN");
        as(gone.bureau).body(gone.body(COUNTY)).post("/proposals").then().spec(problem(404, "match-offer-not-found"));
    }

    @Test
    void listsByNeedOfferOrganizationAndStatus() {
        UUID declined = pair.proposed(COUNTY);
        pair.act(ORGANIZATION, declined, "refusal").statusCode(200);
        UUID open = pair.proposed(COUNTY);
        String all = pair.scene.creditCode;
        as(supervisor())
                .get("/proposals?organization=" + all)
                .then()
                .body("items.id", contains(declined.toString(), open.toString()));
        as(supervisor())
                .get("/proposals?status=PROPOSED&need=" + pair.scene.needId)
                .then()
                .body("items.id", contains(open.toString()));
        String cursor = as(supervisor())
                .get("/proposals?limit=1&offer=" + pair.scene.offerId)
                .then()
                .body("items.id", contains(declined.toString()))
                .extract()
                .path("nextCursor");
        as(supervisor())
                .get("/proposals?limit=1&offer=" + pair.scene.offerId + "&cursor=" + cursor)
                .then()
                .body("items.id", contains(open.toString()))
                .body("items", hasSize(1));
        as(supervisor()).get("/proposals?status=SLEEPING").then().spec(problemAt(400, "request-invalid", "?status"));
    }

    private ValidatableResponse listed(String token) {
        return as(token).get("/proposals?need=" + pair.scene.needId).then().statusCode(200);
    }

    private ProposalScene secondPair() {
        return ProposalScene.published(facts);
    }
}
