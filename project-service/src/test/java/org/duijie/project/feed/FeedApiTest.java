package org.duijie.project.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duijie.chassis.testing.Problem.problem;
import static org.duijie.chassis.testing.Problem.problemAt;
import static org.duijie.project.need.NeedBody.aNeed;
import static org.duijie.project.need.NeedSteps.WITHDRAWAL;
import static org.duijie.project.need.NeedSteps.ZHANGBEI;
import static org.duijie.project.need.NeedSteps.aDraft;
import static org.duijie.project.need.NeedSteps.aPublishedNeed;
import static org.duijie.project.need.NeedSteps.post;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.project.need.Caller;
import org.duijie.project.need.NeedRequest;
import org.duijie.project.need.NeedTerms;
import org.duijie.project.need.Writer;
import org.duijie.project.publishing.NeedPut;
import org.duijie.project.publishing.PublishingService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The change feed: what its readers see, and that they miss nothing of what is written at the same time. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class FeedApiTest {

    private final PublishingService publishing;
    private final ObjectMapper json;

    @Inject
    FeedApiTest(PublishingService publishing, ObjectMapper json) {
        this.publishing = publishing;
        this.json = json;
    }

    @Test
    void tellsThePublicWhatAppearsChangesAndVanishes() {
        Reader reader = new Reader(Caller.PUBLIC).fromHere();
        String id = aPublishedNeed();
        post(Caller.BUREAU, id, "amendments", "{\"reason\":\"不再拆分\",\"patch\":{\"splittable\":false}}")
                .statusCode(200);

        assertThat(reader.follow(id)).containsExactly("PUBLISHED 3 v4", "AMENDED 4 v4");
        post(Caller.BUREAU, id, "withdrawal", WITHDRAWAL).statusCode(200);
        assertThat(reader.follow(id)).containsExactly("WITHDRAWN 5 gone");
    }

    @Test
    void tellsEachCallerWhatTheyMaySee() {
        Reader bureau = new Reader(Caller.BUREAU).fromHere();
        Reader office = new Reader(Caller.PREFECTURE).fromHere();
        Reader other = new Reader(Caller.OTHER_BUREAU).fromHere();
        Reader supervisor = new Reader(Caller.SUPERVISOR).fromHere();
        String draft = aDraft();

        assertThat(bureau.follow(draft)).containsExactly("DRAFTED 1 v1");
        assertThat(office.follow(draft)).containsExactly("DRAFTED 1 v1");
        assertThat(supervisor.follow(draft)).containsExactly("DRAFTED 1 v1");
        assertThat(other.follow(draft)).isEmpty();
    }

    @Test
    void passesNobodyByWhoCommitsLate() throws InterruptedException {
        Reader reader = new Reader(Caller.SUPERVISOR).fromHere();
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        Queue<UUID> early = new ConcurrentLinkedQueue<>();
        Thread slow = Thread.ofVirtual()
                .start(() -> QuarkusTransaction.requiringNew().run(() -> {
                    early.add(put("slow-" + UUID.randomUUID()));
                    written.countDown();
                    await(mayCommit);
                }));
        written.await();

        UUID late = put("fast-" + UUID.randomUUID());
        String slowId = String.valueOf(early.peek());
        assertThat(reader.follow(late.toString()))
                .as("not before what was begun earlier")
                .isEmpty();
        mayCommit.countDown();
        slow.join();

        List<String> order = reader.toTheEnd().seen;
        assertThat(order).contains(slowId, late.toString());
        assertThat(order.indexOf(slowId)).isLessThan(order.indexOf(late.toString()));
    }

    @Test
    void missesNothingWhileManyWriteAtOnce() throws InterruptedException {
        Reader reader = new Reader(Caller.SUPERVISOR).fromHere();
        Queue<UUID> made = new ConcurrentLinkedQueue<>();
        List<Thread> writers = IntStream.range(0, 8)
                .mapToObj(i -> Thread.ofVirtual().start(() -> write("writer-" + i, new Random(i), made)))
                .toList();

        while (writers.stream().anyMatch(Thread::isAlive)) {
            reader.toTheEnd();
        }
        for (Thread writer : writers) {
            writer.join();
        }
        reader.toTheEnd();

        assertThat(reader.seen)
                .doesNotHaveDuplicates()
                .containsAll(made.stream().map(UUID::toString).toList());
        assertThat(made).hasSize(8 * 12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"since=later", "since=1", "since=-1-0", "limit=0", "limit=1001", "limit=x"})
    void refusesAPlaceThatIsNone(String query) {
        Caller.PUBLIC
                .calls()
                .get("/needs/feed?" + query)
                .then()
                .spec(problemAt(400, "request-invalid", "?" + query.replaceFirst("=.*", "")));
    }

    @Test
    void refusesAPlaceThatItNeverGave() {
        Caller.PUBLIC
                .calls()
                .get("/needs/feed?since=999999999999999-0")
                .then()
                .spec(problem(410, "feed-position-unknown"));
    }

    private void write(String publisher, Random random, Queue<UUID> made) {
        for (int i = 0; i < 12; i++) {
            UUID id = QuarkusTransaction.requiringNew().call(() -> {
                UUID one = put(publisher);
                sleep(random.nextInt(40));
                return one;
            });
            made.add(id);
        }
    }

    private UUID put(String publisher) {
        Writer writer = new Writer(publisher, publisher, true, Set.of(), Map.of());
        NeedPut put = new NeedPut("R-" + UUID.randomUUID(), terms(), null);
        return Objects.requireNonNull(
                publishing.putAll(writer, List.of(put)).getFirst().needId());
    }

    private NeedTerms terms() {
        try {
            return json.readValue(aNeed(ZHANGBEI).toString(), NeedRequest.class).toTerms();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** Keeps a copy by following the feed. */
    private static final class Reader {

        private static final int PAGE = 50;
        private static final String NOWHERE = "99";

        private final Caller caller;
        private final List<String> seen = new ArrayList<>();
        private String since = "0-0";

        Reader(Caller caller) {
            this.caller = caller;
        }

        Reader toTheEnd() {
            next();
            return this;
        }

        /** An export says from where to follow, one of nothing too. */
        Reader fromHere() {
            since = caller.calls()
                    .queryParam("division", NOWHERE)
                    .get("/needs/export")
                    .then()
                    .statusCode(200)
                    .extract()
                    .header("Duijie-Feed-Position");
            return this;
        }

        /** What is told of one need from where the reader is. */
        List<String> follow(String id) {
            return next().stream()
                    .filter(item -> item.startsWith(id))
                    .map(item -> item.substring(37))
                    .toList();
        }

        private List<String> next() {
            List<String> told = new ArrayList<>();
            String before;
            do {
                before = since;
                JsonPath answer = caller.calls()
                        .queryParam("since", since)
                        .queryParam("limit", PAGE)
                        .get("/needs/feed")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();
                List<Map<String, Object>> items = answer.getList("items");
                for (Map<String, Object> item : items) {
                    Map<?, ?> need = (Map<?, ?>) item.get("need");
                    seen.add(String.valueOf(item.get("needId")));
                    told.add(item.get("needId") + " " + item.get("kind") + " " + item.get("version") + " "
                            + (need == null ? "gone" : "v" + need.get("version")));
                }
                since = answer.getString("nextSince");
                if (items.size() < PAGE) {
                    return told;
                }
            } while (!since.equals(before));
            return told;
        }
    }
}
