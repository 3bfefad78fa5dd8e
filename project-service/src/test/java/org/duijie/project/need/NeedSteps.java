package org.duijie.project.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duijie.chassis.testing.Problem.problem;
import static org.duijie.project.need.NeedBody.aNeed;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.restassured.specification.ResponseSpecification;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.duijie.chassis.testing.EventContract;
import org.duijie.chassis.testing.TopicReader;
import org.duijie.chassis.testing.TopicReader.Announced;

/** Steps that tests over HTTP take with needs. */
public final class NeedSteps {

    public static final String ZHANGBEI = "130722";

    public static final List<Caller> WRITERS = List.of(Caller.BUREAU, Caller.PLATFORM, Caller.LEADING_GROUP);
    public static final List<Caller> REVIEWERS = List.of(Caller.PREFECTURE, Caller.PROVINCE, Caller.LEADING_GROUP);
    public static final List<Caller> CONCERNED = Stream.of(WRITERS, REVIEWERS, List.of(Caller.SUPERVISOR))
            .flatMap(List::stream)
            .toList();

    private NeedSteps() {}

    public static final String PUBLISH = "{\"decision\":\"PUBLISH\"}";
    public static final String WITHDRAWAL = "{\"reason\":\"已由县财政解决\"}";

    public static String returned(String reason) {
        return "{\"decision\":\"RETURN\",\"reasons\":[\"" + reason + "\"]}";
    }

    public static String quoted(Object value) {
        return "\"" + value + "\"";
    }

    public static ResponseSpecification refusalOf(Caller caller) {
        return caller == Caller.PUBLIC ? problem(401, "access-unauthenticated") : problem(403, "access-forbidden");
    }

    /** What its writers ask of a need that is not theirs and not public: to those of their kind it does not exist. */
    public static ResponseSpecification hiddenFromWriters(Caller caller) {
        return caller == Caller.OTHER_BUREAU || caller == Caller.OTHER_PLATFORM
                ? problem(404, "need-not-found")
                : refusalOf(caller);
    }

    /** The same for its reviewers. */
    public static ResponseSpecification hiddenFromReviewers(Caller caller) {
        return caller == Caller.OTHER_OFFICE ? problem(404, "need-not-found") : refusalOf(caller);
    }

    public static ValidatableResponse get(Caller caller, String id) {
        return caller.calls().get("/needs/{id}", id).then();
    }

    public static ValidatableResponse put(Caller caller, String id) {
        return caller.calls()
                .body(aNeed(ZHANGBEI).toString())
                .put("/needs/{id}", id)
                .then();
    }

    public static ValidatableResponse post(Caller caller, String id, String act, String body) {
        RequestSpecification request = caller.calls();
        return (body.isEmpty() ? request : request.body(body))
                .post("/needs/{id}/{act}", id, act)
                .then();
    }

    public static String draftOf(Caller caller, NeedBody body) {
        return caller.calls()
                .body(body.toString())
                .post("/needs")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static String aDraft() {
        return draftOf(Caller.BUREAU, aNeed(ZHANGBEI));
    }

    public static String aSubmittedNeed() {
        String id = aDraft();
        post(Caller.BUREAU, id, "submission", "").statusCode(200);
        return id;
    }

    public static String aPublishedNeed() {
        String id = aSubmittedNeed();
        post(Caller.PREFECTURE, id, "review", PUBLISH).statusCode(200);
        return id;
    }

    /** Every verb reached the broker, in order, once, with growing versions, and as the contract says. */
    public static void assertAnnounced(String id, String... verbs) {
        try (TopicReader topic = TopicReader.of("duijie.need")) {
            List<Announced> announced = topic.await(UUID.fromString(id), verbs.length);
            assertThat(announced)
                    .extracting(Announced::type)
                    .containsExactly(Stream.of(verbs)
                            .map(verb -> "org.duijie.need." + verb + ".v1")
                            .toArray(String[]::new));
            for (int i = 0; i < announced.size(); i++) {
                assertThat(announced.get(i).headers())
                        .containsEntry("ce_source", "/project-service")
                        .containsEntry("ce_subject", id)
                        .containsEntry("ce_sequence", Integer.toString(i + 1));
                EventContract.of(Path.of("contract"))
                        .check("need", announced.get(i).json());
            }
        }
    }
}
