package org.duijie.journeys;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.duijie.local.PartName;
import org.duijie.local.Suite;
import org.duijie.sample.http.Gateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The line while its parts are killed: what was acknowledged is there afterwards, and its event reached the subscriber
 * once, numbered without a gap.
 */
@ExtendWith(RunningSuite.class)
class FaultJourneyIT {

    private static final Duration BROKER_AWAY = Duration.ofSeconds(20);
    private static final Duration BETWEEN = Duration.ofSeconds(2);
    private static final Duration QUIET_LIMIT = Duration.ofMinutes(2);

    @Test
    void losesAndDoublesNothingWhenPartsAreKilled(Suite suite, Gateway gateway) throws InterruptedException {
        Subscriber subscriber = Subscriber.subscribe(gateway);
        Publisher publisher = new Publisher(gateway);
        try (subscriber;
                publisher) {
            for (PartName part : List.of(
                    PartName.PROJECT_SERVICE,
                    PartName.MATCHING_SERVICE,
                    PartName.ORGANIZATION_SERVICE,
                    PartName.GATEWAY)) {
                Thread.sleep(BETWEEN);
                suite.kill(part);
                suite.restart(part);
            }
            Thread.sleep(BETWEEN);
            suite.kill(PartName.KAFKA);
            Thread.sleep(BROKER_AWAY);
            assertThat(failingChecks(gateway)).contains("broker");
            suite.restart(PartName.KAFKA);
            Thread.sleep(BETWEEN);
        }
        List<String> published = publisher.published();
        assertThat(published).as("needs published while parts were killed").hasSizeGreaterThan(20);

        await().atMost(QUIET_LIMIT).untilAsserted(() -> assertThat(subscriber.begun())
                .extracting(Subscriber.Pair::need)
                .containsAll(published));
        assertThat(subscriber.begun()).doesNotHaveDuplicates();
        assertThat(subscriber.storedNumbers())
                .isEqualTo(LongStream.rangeClosed(1, subscriber.storedNumbers().size())
                        .boxed()
                        .toList());
        await().atMost(QUIET_LIMIT)
                .untilAsserted(() -> assertThat(subscriber.heardNumbers()).isEqualTo(subscriber.storedNumbers()));
        assertThat(deadLetters(gateway)).isEmpty();

        subscriber.unsubscribe();
        published.forEach(need -> gateway.as("zhangbei")
                .see("/needs/" + need)
                .post("withdrawal", Map.of("reason", "演练结束"))
                .expect(200));
    }

    /** A part that fails is an answer here, which those who only want to be served would try again. */
    private static List<String> failingChecks(Gateway gateway) {
        return given().baseUri(gateway.address().toString())
                .accept(ContentType.JSON)
                .get("/health")
                .then()
                .statusCode(503)
                .extract()
                .jsonPath()
                .getList("parts.failing.flatten()", String.class);
    }

    private static List<String> deadLetters(Gateway gateway) {
        return List.of("project-service", "organization-service", "matching-service").stream()
                .flatMap(service -> gateway.as("supervisor")
                        .get("/services/" + service + "/dead-letters")
                        .expect(200)
                        .body()
                        .path("items")
                        .valueStream())
                .map(Object::toString)
                .toList();
    }
}
