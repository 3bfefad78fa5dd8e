package org.duijie.project.publishing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.duijie.chassis.testing.Problem.problem;
import static org.duijie.chassis.testing.Problem.problemAt;
import static org.duijie.project.need.NeedBody.aNeed;
import static org.duijie.project.need.NeedBody.today;
import static org.duijie.project.need.NeedSteps.WITHDRAWAL;
import static org.duijie.project.need.NeedSteps.WRITERS;
import static org.duijie.project.need.NeedSteps.ZHANGBEI;
import static org.duijie.project.need.NeedSteps.assertAnnounced;
import static org.duijie.project.need.NeedSteps.draftOf;
import static org.duijie.project.need.NeedSteps.post;
import static org.duijie.project.need.NeedSteps.quoted;
import static org.duijie.project.need.NeedSteps.refusalOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.TestClock;
import org.duijie.chassis.testing.Tokens;
import org.duijie.project.need.Caller;
import org.duijie.project.need.NeedBody;
import org.duijie.project.need.NeedRequest;
import org.duijie.project.need.NeedTerms;
import org.duijie.project.need.Writer;
import org.duijie.project.publishing.PutOutcome.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Needs under their publishers' own names, one by one over HTTP and many at once. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class ReferenceApiTest {

    private final PublishingService publishing;
    private final ObjectMapper json;
    private final TestClock clock;

    @Inject
    ReferenceApiTest(PublishingService publishing, ObjectMapper json, TestClock clock) {
        this.publishing = publishing;
        this.json = json;
        this.clock = clock;
    }

    @Test
    void isHandedInInOneStepAndFoundAgainByItsName() {
        String reference = aReference();

        String id = put(Caller.BUREAU, reference, aNeed(ZHANGBEI), null)
                .statusCode(201)
                .header("Location", matchesPattern(".*/needs/[0-9a-f-]{36}"))
                .header("ETag", "\"1\"")
                .body("version", equalTo(1))
                .body("status", equalTo("SUBMITTED"))
                .body("ownReference.publisher", equalTo(ZHANGBEI))
                .body("ownReference.reference", equalTo(reference))
                .extract()
                .path("id");

        get(Caller.BUREAU, reference).statusCode(200).body("id", equalTo(id));
        get(Caller.OTHER_BUREAU, reference).spec(problem(404, "need-not-found"));
        assertAnnounced(id, "submitted");
    }

    @Test
    void isItsPublishersAlone() {
        String reference = aReference();

        String bureaus = put(Caller.BUREAU, reference, aNeed(ZHANGBEI), null)
                .statusCode(201)
                .extract()
                .path("id");
        String platforms = put(Caller.PLATFORM, reference, aNeed(ZHANGBEI), null)
                .statusCode(201)
                .extract()
                .path("id");

        assertThat(platforms).isNotEqualTo(bureaus);
        get(Caller.BUREAU, reference).body("id", equalTo(bureaus));
        get(Caller.PLATFORM, reference).body("id", equalTo(platforms));
        get(Caller.LEADING_GROUP, reference).spec(problem(404, "need-not-found"));
    }

    @Test
    void changesNothingWhereNothingIsNew() {
        String reference = aReference();
        String id = put(Caller.BUREAU, reference, aNeed(ZHANGBEI), null)
                .statusCode(201)
                .extract()
                .path("id");

        put(Caller.BUREAU, reference, aNeed(ZHANGBEI), null)
                .statusCode(200)
                .body("id", equalTo(id))
                .body("version", equalTo(1));
        put(Caller.BUREAU, reference, aNeed(ZHANGBEI).with("/items/0/quantity", "\"2000.0\""), null)
                .statusCode(200)
                .body("version", equalTo(1));
        put(Caller.BUREAU, reference, aNeed(ZHANGBEI).with("/splittable", "false"), null)
                .statusCode(200)
                .body("id", equalTo(id))
                .body("version", equalTo(2))
                .body("status", equalTo("SUBMITTED"));
        assertAnnounced(id, "submitted", "submitted");
    }

    @Test
    void isMadeOnceByRequestsThatComeAtTheSameTime() throws InterruptedException {
        String reference = aReference();
        List<Integer> answers = Collections.synchronizedList(new ArrayList<>());
        List<Thread> senders = Stream.generate(() -> Thread.ofVirtual()
                        .unstarted(() -> answers.add(put(Caller.BUREAU, reference, aNeed(ZHANGBEI), null)
                                .extract()
                                .statusCode())))
                .limit(6)
                .toList();

        senders.forEach(Thread::start);
        for (Thread sender : senders) {
            sender.join();
        }

        assertThat(answers).containsOnlyOnce(201).containsOnly(200, 201).hasSize(6);
    }

    @Test
    void amendsWhatIsPublishedWithAReason() {
        String reference = aReference();
        String id = published(reference);
        NeedBody fewer = aNeed(ZHANGBEI).with("/items/0/quantity", "\"1500\"");

        put(Caller.BUREAU, reference, fewer, null).spec(problemAt(422, "need-reason-missing", "#/reason"));
        put(Caller.BUREAU, reference, fewer, "两所小学已配齐")
                .statusCode(200)
                .body("version", equalTo(3))
                .body("items[0].quantity", equalTo("1500"))
                .body("$", not(hasKey("proposal")));
        NeedBody more = aNeed(ZHANGBEI).with("/items/0/quantity", "\"2500\"");
        put(Caller.BUREAU, reference, more, "又有一所小学并入")
                .statusCode(200)
                .body("items[0].quantity", equalTo("1500"))
                .body("proposal.reason", equalTo("又有一所小学并入"));
        put(Caller.BUREAU, reference, more, "又有一所小学并入").statusCode(200).body("version", equalTo(4));
        assertAnnounced(id, "submitted", "published", "amended", "amendment-proposed");
    }

    @Test
    void opensAgainWhatWasTakenBack() {
        String reference = aReference();
        String id = published(reference);
        post(Caller.BUREAU, id, "withdrawal", WITHDRAWAL).statusCode(200);

        put(Caller.BUREAU, reference, aNeed(ZHANGBEI), null).statusCode(200).body("status", equalTo("WITHDRAWN"));
        put(Caller.BUREAU, reference, aNeed(ZHANGBEI).with("/splittable", "false"), "县财政未列支")
                .statusCode(200)
                .body("status", equalTo("SUBMITTED"))
                .body("$", not(hasKey("withdrawal")))
                .body("$", not(hasKey("publishedAt")));
    }

    @Test
    void honoursTheVersionWhereOneIsNamed() {
        String reference = aReference();
        put(Caller.BUREAU, reference, aNeed(ZHANGBEI), null).statusCode(201);

        conditional("If-Match", "\"9\"", reference, "甲").spec(problem(412, "precondition-failed"));
        conditional("If-Match", "\"1\"", reference, "甲").statusCode(200).body("version", equalTo(2));
        conditional("If-Match", "*", aReference(), "甲").spec(problem(412, "precondition-failed"));
        conditional("If-None-Match", "*", reference, "乙").spec(problem(412, "precondition-failed"));
        conditional("If-None-Match", "*", aReference(), "乙").statusCode(201);
    }

    private static ValidatableResponse conditional(String header, String tag, String reference, String title) {
        return Caller.BUREAU
                .signed()
                .header(header, tag)
                .body(body(aNeed(ZHANGBEI).with("/title", quoted(title)), null))
                .put("/needs/references/{reference}", reference)
                .then();
    }

    @Test
    void namesEveryPlaceInsideTheNeed() {
        put(Caller.BUREAU, aReference(), aNeed(ZHANGBEI).with("/items/0/quantity", "\"0\""), null)
                .spec(problemAt(400, "request-invalid", "#/need/items/0/quantity"));
        put(Caller.BUREAU, aReference(), aNeed(ZHANGBEI).with("/items/1/unit", "\"万元\""), null)
                .spec(problemAt(422, "need-contradictory", "#/need/items/1/unit"));
        put(Caller.BUREAU, aReference(), aNeed(ZHANGBEI).with("/summary", "\"电 １３８ ００００ ００００\""), null)
                .spec(problemAt(422, "need-personal-data", "#/need/summary"));
        put(Caller.LEADING_GROUP, aReference(), aNeed("130729"), null)
                .spec(problemAt(422, "need-division-unfit", "#/need/divisionCode"));
        put(Caller.BUREAU, aReference(), aNeed(ZHANGBEI).with("/deadline", quoted(today().minusDays(1))), null)
                .spec(problem(409, "need-deadline-passed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-a", "a b", "a/b", "表1", ""})
    void refusesANameThatIsNone(String reference) {
        assertThat(put(Caller.BUREAU, reference, aNeed(ZHANGBEI), null)
                        .extract()
                        .statusCode())
                .isIn(400, 404, 405);
    }

    @ParameterizedTest
    @EnumSource
    void isHandedInOnlyForTheCounty(Caller caller) {
        ValidatableResponse answer = put(caller, aReference(), aNeed(ZHANGBEI), null);

        if (WRITERS.contains(caller)) {
            answer.statusCode(201);
        } else {
            answer.spec(refusalOf(caller));
        }
    }

    @Test
    void isPublishedAtOnceWhereItsPublisherIsTrusted() {
        String county = "130727";
        decide(Caller.PREFECTURE, county, "TRUSTED", 10).statusCode(200);

        String id = bureauPut(county, aReference(), aNeed(county))
                .statusCode(201)
                .body("status", equalTo("PUBLISHED"))
                .body("review.standing", equalTo(true))
                .body("publishedAt", notNullValue())
                .extract()
                .path("id");
        assertAnnounced(id, "published");
    }

    @Test
    void isRefusedWhereItsPublisherIsBlocked() {
        String county = "130728";
        decide(Caller.PREFECTURE, county, "BLOCKED", 10).statusCode(200);

        bureauPut(county, aReference(), aNeed(county)).spec(problem(403, "publisher-blocked"));
        String draft = draftOf(Caller.LEADING_GROUP, aNeed(county));
        given().auth()
                .oauth2(Tokens.countyBureau(county))
                .header("If-Match", "*")
                .post("/needs/{id}/submission", draft)
                .then()
                .spec(problem(403, "publisher-blocked"));
    }

    @Test
    void takesNoMoreInADayThanTheQuota() throws InterruptedException {
        String county = "130730";
        decide(Caller.PREFECTURE, county, "REVIEWED", 3).statusCode(200);
        List<Integer> answers = Collections.synchronizedList(new ArrayList<>());
        List<Thread> senders = IntStream.range(0, 8)
                .mapToObj(i -> Thread.ofVirtual()
                        .unstarted(() -> answers.add(bureauPut(county, aReference(), aNeed(county))
                                .extract()
                                .statusCode())))
                .toList();
        senders.forEach(Thread::start);
        for (Thread sender : senders) {
            sender.join();
        }

        assertThat(answers).containsExactlyInAnyOrder(201, 201, 201, 429, 429, 429, 429, 429);
        bureauPut(county, aReference(), aNeed(county))
                .spec(problem(429, "publisher-quota-exceeded"))
                .header("Retry-After", matchesPattern("\\d{1,5}"));
        clock.inDays(1, () -> bureauPut(county, aReference(), aNeed(county)).statusCode(201));
    }

    @Test
    void takesManyEachByItself() throws Exception {
        Writer writer = new Writer("county-bureau-130731", "130731", false, Set.of("130731"), Map.of());
        String twice = aReference();
        List<NeedPut> puts = List.of(
                new NeedPut(twice, terms(aNeed("130731")), null),
                new NeedPut(aReference(), terms(aNeed("130731").with("/items/1/unit", "\"万元\"")), null),
                new NeedPut(aReference(), terms(aNeed(ZHANGBEI)), null),
                new NeedPut(twice, terms(aNeed("130731")), null),
                new NeedPut(twice, terms(aNeed("130731").with("/splittable", "false")), null),
                new NeedPut(twice, terms(aNeed("130731").with("/summary", "\"问 13800000000\"")), null),
                new NeedPut(twice, terms(aNeed("130731").with("/splittable", "false")), null));

        List<PutOutcome> outcomes = publishing.putAll(writer, puts);

        assertThat(outcomes)
                .extracting(PutOutcome::kind)
                .containsExactly(
                        Kind.CREATED,
                        Kind.REFUSED,
                        Kind.REFUSED,
                        Kind.UNCHANGED,
                        Kind.REPLACED,
                        Kind.REFUSED,
                        Kind.UNCHANGED);
        UUID id = outcomes.getFirst().needId();
        assertThat(outcomes.getLast().needId()).isEqualTo(id);
        assertAnnounced(String.valueOf(id), "submitted", "submitted");
        assertThat(publishing.putAll(writer, puts))
                .as("sent again: nothing is doubled; the first is the older text once more")
                .extracting(PutOutcome::kind)
                .containsExactly(
                        Kind.REPLACED,
                        Kind.REFUSED,
                        Kind.REFUSED,
                        Kind.UNCHANGED,
                        Kind.REPLACED,
                        Kind.REFUSED,
                        Kind.UNCHANGED);
    }

    private NeedTerms terms(NeedBody body) throws Exception {
        return json.readValue(body.toString(), NeedRequest.class).toTerms();
    }

    private static String aReference() {
        return "T-" + UUID.randomUUID();
    }

    private static String published(String reference) {
        String id = put(Caller.BUREAU, reference, aNeed(ZHANGBEI), null)
                .statusCode(201)
                .extract()
                .path("id");
        post(Caller.PREFECTURE, id, "review", "{\"decision\":\"PUBLISH\"}").statusCode(200);
        return id;
    }

    private static String body(NeedBody need, @Nullable String reason) {
        return "{\"need\":" + need + (reason == null ? "" : ",\"reason\":\"" + reason + "\"") + "}";
    }

    private static ValidatableResponse put(Caller caller, String reference, NeedBody need, @Nullable String reason) {
        return caller.signed()
                .body(body(need, reason))
                .put("/needs/references/{reference}", reference)
                .then();
    }

    private static ValidatableResponse bureauPut(String county, String reference, NeedBody need) {
        return given().contentType(ContentType.JSON)
                .auth()
                .oauth2(Tokens.countyBureau(county))
                .body(body(need, null))
                .put("/needs/references/{reference}", reference)
                .then();
    }

    private static ValidatableResponse get(Caller caller, String reference) {
        return caller.calls().get("/needs/references/{reference}", reference).then();
    }

    private static ValidatableResponse decide(Caller caller, String publisher, String trust, int quota) {
        return caller.calls()
                .body("{\"trust\":\"%s\",\"dailyQuota\":%d,\"reason\":\"抽查全部属实\"}".formatted(trust, quota))
                .put("/publishers/{id}", publisher)
                .then();
    }
}
