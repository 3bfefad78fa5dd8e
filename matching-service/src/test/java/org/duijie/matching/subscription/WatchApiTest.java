package org.duijie.matching.subscription;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.duijie.chassis.testing.Tokens.organization;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.duijie.chassis.testing.GivenDelegations;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.TestClock;
import org.duijie.chassis.testing.Tokens;
import org.duijie.chassis.text.Text;
import org.duijie.matching.occasion.Occasion;
import org.duijie.matching.occasion.ReasonCode;
import org.duijie.matching.project.ProjectRepository;
import org.duijie.matching.reason.Difference;
import org.duijie.matching.replica.Cause;
import org.duijie.matching.replica.OrganizationFact.Rating;
import org.duijie.matching.testing.FactPublisher;
import org.duijie.matching.testing.Scene;
import org.duijie.matching.testing.Subscriber;
import org.junit.jupiter.api.Test;

/** Subscriptions that watch organizations and projects by name. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class WatchApiTest {

    private static final Path EXAMPLES = Path.of("../project-service/contract/events/examples");

    private final FactPublisher facts;
    private final ObjectMapper json;
    private final TestClock clock;
    private final Calendar calendar;
    private final MatchJournal journal;
    private final ProjectRepository projects;
    private final Scene scene = new Scene();
    private final Scene watched = new Scene();
    private final UUID project = UUID.randomUUID();

    @Inject
    WatchApiTest(
            FactPublisher facts,
            ObjectMapper json,
            TestClock clock,
            Calendar calendar,
            MatchJournal journal,
            ProjectRepository projects) {
        this.facts = facts;
        this.json = json;
        this.clock = clock;
        this.calendar = calendar;
        this.journal = journal;
        this.projects = projects;
    }

    @Test
    void tellsWhatOfAnOrganizationChangedFromWhatToWhat() {
        facts.publish("verified", watched.organization(o -> {}));
        Subscriber subscriber = watchOrganization();
        Subscriber stranger = Subscriber.subscribe(
                new Scene(),
                Map.of("subject", "ORGANIZATION_STATUS", "organizations", List.of(new Scene().creditCode)));
        assertThat(subscriber.events()).isEmpty();

        facts.publish("suspended", watched.organization(o -> {
            o.version = 2;
            o.status = "SUSPENDED";
        }));

        JsonNode told = subscriber.last();
        assertThat(told.path("number").asLong()).isEqualTo(1);
        assertThat(told.path("type").asText()).isEqualTo("ORGANIZATION_CHANGED");
        assertThat(told.at("/organization/creditCode").asText()).isEqualTo(watched.creditCode);
        assertThat(told.at("/organization/eligible").asBoolean()).isFalse();
        assertThat(told.at("/reason/code").asText()).isEqualTo("ORGANIZATION_CHANGED");
        assertThat(told.at("/reason/changes/0/member").asText()).isEqualTo("status");
        assertThat(told.at("/reason/changes/0/from/zh").asText()).isEqualTo("已核实");
        assertThat(told.at("/reason/changes/0/to/en").asText()).isEqualTo("suspended");
        assertThat(told.at("/reason/zh").asText()).contains("被暂停");
        assertThat(told.at("/cause/traceparent").asText()).isEqualTo(FactPublisher.TRACEPARENT);
        assertThat(told.has("need")).isFalse();
        assertThat(told.has("score")).isFalse();
        assertThat(stranger.events()).isEmpty();
    }

    /** Nothing happens but that a day begins. */
    @Test
    void tellsOfARatingThatLapses() {
        facts.publish(
                "verified",
                watched.organization(
                        o -> o.rating = new Rating("AAAA", watched.today.minusDays(100), watched.today.plusDays(1))));
        Subscriber subscriber = watchOrganization();

        clock.inDays(2, () -> {
            calendar.look();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> !subscriber.events().isEmpty());
        });
        calendar.look();

        JsonNode told = subscriber.events().getFirst();
        assertThat(told.at("/reason/code").asText()).isEqualTo("DAY_BEGAN");
        assertThat(told.at("/reason/changes/0/member").asText()).isEqualTo("rating");
        assertThat(told.at("/reason/changes/0/from/en").asText()).isEqualTo("4A");
        assertThat(told.at("/organization").has("rating")).isFalse();
    }

    @Test
    void tellsWhatOfAProjectChangedFromWhatToWhat() throws IOException {
        publish("agreed", 1);
        Subscriber subscriber = watchProject();
        publish("recorded", 3);
        publish("progressed", 7);
        publish("recorded", 3);

        await(subscriber, 2);
        List<JsonNode> told = subscriber.events();
        assertThat(told).extracting(event -> event.path("type").asText()).containsOnly("PROJECT_CHANGED");
        assertThat(told.getLast().at("/project/received/amount").asText()).isEqualTo("6000.00");
        assertThat(told.getLast().at("/project/reached").asInt()).isEqualTo(1);
        assertThat(told.getLast().path("reason").path("changes"))
                .extracting(change -> change.path("member").asText())
                .contains("money.received", "milestones.1");
        assertThat(told.getLast().at("/reason/zh").asText())
                .startsWith("项目“乡村小学图书角”有进展")
                .contains("到账：600.00 元 → 6000.00 元");
        assertThat(told.getFirst().at("/reason/en").asText()).contains("received: 0.00 CNY → 600.00 CNY");
    }

    @Test
    void onlyProjectsOfTheOrganizationAreWatched() throws IOException {
        publish("agreed", 1);
        Scene other = new Scene();

        for (UUID id : List.of(project, UUID.randomUUID())) {
            post(other, Map.of("subject", "PROJECT", "projects", List.of(id)))
                    .statusCode(400)
                    .body("type", equalTo("/problems/request-invalid"))
                    .body("errors.pointer", contains("#/projects/0"))
                    .body("errors[0].detail", containsString("没有这个项目"));
        }
    }

    /** Subscriptions are one matter of a delegation and projects another. */
    @Test
    void aPlatformSeesOfProjectsOnlyWhatWasDelegatedToIt() throws IOException {
        publish("agreed", 1);
        Subscriber subscriber = watchProject();
        String platform = "platform-" + UUID.randomUUID();
        UUID delegation =
                GivenDelegations.grant(platform, List.of(scene.creditCode)).getFirst();
        read(platform, subscriber).statusCode(200);

        GivenDelegations.tell(
                delegation,
                GivenDelegations.granted(delegation, platform, scene.creditCode)
                        .replace("\"version\":1", "\"version\":2")
                        .replace(",\"PROJECTS\"", ""));

        read(platform, subscriber).statusCode(404).body("type", equalTo("/problems/subscription-not-found"));
        given().auth()
                .oauth2(Tokens.platform(platform))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of(
                        "organization",
                        scene.creditCode,
                        "name",
                        "关注",
                        "subject",
                        "PROJECT",
                        "projects",
                        List.of(project)))
                .post("/subscriptions")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/access-forbidden"));
    }

    private static ValidatableResponse read(String platform, Subscriber subscriber) {
        return given().auth()
                .oauth2(Tokens.platform(platform))
                .get("/subscriptions/{id}/events", subscriber.subscription())
                .then();
    }

    @Test
    void aFeedShowsWhatIsWatched() throws IOException {
        publish("agreed", 1);
        Subscriber subscriber = watchProject();
        publish("recorded", 3);
        await(subscriber, 1);

        given().auth()
                .oauth2(organization(scene.creditCode))
                .accept("application/feed+json")
                .get("/subscriptions/{id}/feed", subscriber.subscription())
                .then()
                .statusCode(200)
                .body("items[0].title", equalTo("项目有变：张北县 · 乡村小学图书角"))
                .body("items[0].url", containsString("/projects/" + project))
                .body("items[0].content_text", containsString("到账：0.00 元 → 600.00 元"));
    }

    @Test
    void aSubscriptionHasTheMembersOfItsSubjectAlone() throws IOException {
        publish("agreed", 1);
        post(scene, Map.of("subject", "PROJECT")).statusCode(400).body("errors.pointer", contains("#/projects"));
        post(scene, Map.of("subject", "ORGANIZATION_STATUS", "fields", List.of("HEALTH"), "filter", "mode:RELIEF"))
                .statusCode(400)
                .body("errors.pointer", hasItems("#/fields", "#/filter", "#/organizations"));
        post(scene, Map.of("projects", List.of(project)))
                .statusCode(400)
                .body("errors.pointer", contains("#/projects"));

        Subscriber subscriber = watchProject();
        patch(subscriber, Map.of("subject", "MATCHES")).statusCode(400).body("errors[0].pointer", equalTo("#/subject"));
        patch(subscriber, Map.of("name", "改名"))
                .statusCode(200)
                .body("subject", equalTo("PROJECT"))
                .body("projects", contains(project.toString()));
        given().auth()
                .oauth2(organization(scene.creditCode))
                .get("/back-tests/subscriptions/{id}", subscriber.subscription())
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/subject"));
    }

    /** An instance that takes over may work through an occasion again. */
    @Test
    void oneOccasionIsToldOnceAndLeavesNoGap() {
        Subscriber subscriber = watchOrganization();
        Watch watch = new Watch(subscriber.subscription(), scene.creditCode, List.of(watched.creditCode));
        WatchedOrganization standing = WatchedOrganization.of(watched.organization(o -> {}), watched.today);
        List<Announcement> twice = List.of(
                Announcement.of(watch, standing, occasion(UUID.randomUUID()), Instant.EPOCH),
                Announcement.of(watch, standing, occasion(UUID.randomUUID()), Instant.EPOCH));
        write(twice.subList(0, 1));

        write(twice);
        write(twice);

        assertThat(subscriber.events())
                .extracting(event -> event.path("number").asLong())
                .containsExactly(1L, 2L);
    }

    private void write(List<Announcement> told) {
        QuarkusTransaction.requiringNew().run(() -> journal.write(told, Map.of()));
    }

    private static Occasion occasion(UUID event) {
        return new Occasion(
                ReasonCode.ORGANIZATION_CHANGED,
                "any",
                Text.of("试", "test"),
                List.of(new Difference("name", Text.of("名称", "name"), Text.of("甲", "a"), Text.of("乙", "b"))),
                new Cause(event, "test", Instant.EPOCH, null));
    }

    private Subscriber watchOrganization() {
        return Subscriber.subscribe(
                scene, Map.of("subject", "ORGANIZATION_STATUS", "organizations", List.of(watched.creditCode)));
    }

    private Subscriber watchProject() {
        return Subscriber.subscribe(scene, Map.of("subject", "PROJECT", "projects", List.of(project)));
    }

    private static void await(Subscriber subscriber, int events) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> subscriber.events().size() >= events);
    }

    /** The producer's own example, of this scene's organization; returns when it has been taken in. */
    private void publish(String verb, long version) throws IOException {
        ObjectNode state = (ObjectNode) json.readTree(Files.readString(EXAMPLES.resolve("project." + verb + ".json")));
        state.put("id", project.toString());
        ((ObjectNode) state.path("organization")).put("creditCode", scene.creditCode);
        facts.send("project", verb, project, UUID.randomUUID(), version, state);
        if (version == 1) {
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(this::known);
        }
    }

    private boolean known() {
        return QuarkusTransaction.requiringNew()
                .call(() -> !projects.find(List.of(project)).isEmpty());
    }

    private ValidatableResponse post(Scene whose, Map<String, ?> members) {
        Map<String, Object> body = new HashMap<>(members);
        body.put("organization", whose.creditCode);
        body.put("name", "关注");
        return given().auth()
                .oauth2(organization(whose.creditCode))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(body)
                .post("/subscriptions")
                .then();
    }

    private ValidatableResponse patch(Subscriber subscriber, Map<String, ?> change) {
        return given().auth()
                .oauth2(organization(scene.creditCode))
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(change)
                .patch("/subscriptions/{id}", subscriber.subscription())
                .then();
    }
}
