package org.duijie.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.duijie.local.PartName;
import org.duijie.local.Suite;
import org.duijie.sample.data.Organizations;
import org.duijie.sample.http.Gateway;
import org.duijie.sample.http.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two instances of matching-service share the work on one database and one broker. Each is killed while needs are
 * published and withdrawn; whatever subscription is looked at then, its numbers have no gap, nothing began or ended
 * twice, and what matches it now is what a full evaluation finds.
 */
@ExtendWith(RunningSuite.class)
class TwoMatchingsJourneyIT {

    private static final int ORGANIZATIONS = 12;
    private static final int PAGE = 200;
    private static final Duration WHILE = Duration.ofSeconds(6);
    private static final Duration QUIET_LIMIT = Duration.ofMinutes(2);

    @Test
    void shareTheWorkAndTakeOverFromEachOther(Suite suite, Gateway gateway) throws InterruptedException {
        Map<String, String> subscriptions = subscribeAll(gateway);
        Publisher publisher = new Publisher(gateway);
        try (publisher) {
            suite.restart(PartName.MATCHING_SERVICE_2);
            Patience.sleep(WHILE);
            suite.kill(PartName.MATCHING_SERVICE);
            withdrawSome(gateway, publisher.published());
            Patience.sleep(WHILE);
            suite.restart(PartName.MATCHING_SERVICE);
            Patience.sleep(WHILE);
            suite.kill(PartName.MATCHING_SERVICE_2);
            withdrawSome(gateway, publisher.published());
            Patience.sleep(WHILE);
        }
        assertThat(publisher.published())
                .as("needs published while instances were killed")
                .hasSizeGreaterThan(20);

        await().atMost(QUIET_LIMIT)
                .untilAsserted(() -> subscriptions.forEach((organization, subscription) -> {
                    List<JsonNode> told = events(gateway, subscription);
                    assertThat(told.stream().map(event -> event.path("number").asLong()))
                            .as("numbers of %s", subscription)
                            .isEqualTo(LongStream.rangeClosed(1, told.size())
                                    .boxed()
                                    .toList());
                    assertThat(matchingNow(told))
                            .as("what matches %s now", subscription)
                            .isEqualTo(fullEvaluation(gateway, organization));
                }));
        assertThat(subscriptions.values().stream()
                        .mapToInt(id -> events(gateway, id).size())
                        .sum())
                .as("a journey on which nothing is told proves nothing")
                .isPositive();

        subscriptions.values().forEach(id -> unsubscribe(gateway, id));
        publisher.published().forEach(need -> withdraw(gateway, need));
    }

    private static Map<String, String> subscribeAll(Gateway gateway) {
        Map<String, String> subscriptions = new LinkedHashMap<>();
        IntStream.range(0, ORGANIZATIONS)
                .mapToObj(i -> Organizations.at(i).creditCode())
                .forEach(code -> subscriptions.put(code, subscribe(gateway, code)));
        return subscriptions;
    }

    private static String subscribe(Gateway gateway, String organization) {
        return gateway.as("leading-group")
                .post(
                        "/subscriptions",
                        Map.of(
                                "organization",
                                organization,
                                "name",
                                "双实例演练",
                                "fields",
                                List.of("EDUCATION"),
                                "divisions",
                                List.of("130722")))
                .expect(201)
                .text("id");
    }

    private static void unsubscribe(Gateway gateway, String subscription) {
        gateway.as("leading-group").see("/subscriptions/" + subscription).delete();
    }

    /** Who subscribes now is told everything that matches now. */
    private static Set<Subscriber.Pair> fullEvaluation(Gateway gateway, String organization) {
        String fresh = subscribe(gateway, organization);
        try {
            return matchingNow(events(gateway, fresh));
        } finally {
            unsubscribe(gateway, fresh);
        }
    }

    /** Adds up a stream; fails where something begins that had begun, or ends that had not. */
    private static Set<Subscriber.Pair> matchingNow(List<JsonNode> told) {
        Set<Subscriber.Pair> matching = new HashSet<>();
        for (JsonNode event : told) {
            Subscriber.Pair pair = new Subscriber.Pair(
                    event.path("need").path("id").asText(),
                    event.path("offer").path("id").asText());
            boolean expected =
                    switch (event.path("type").asText()) {
                        case "MATCH_BEGAN" -> matching.add(pair);
                        case "MATCH_ENDED" -> matching.remove(pair);
                        default -> matching.contains(pair);
                    };
            assertThat(expected).as("a second telling: %s", event).isTrue();
        }
        return matching;
    }

    private static List<JsonNode> events(Gateway gateway, String subscription) {
        List<JsonNode> events = new ArrayList<>();
        List<JsonNode> page;
        do {
            page = gateway.as("leading-group")
                    .get("/subscriptions/" + subscription + "/events?limit=" + PAGE + "&after=" + events.size())
                    .expect(200)
                    .body()
                    .path("items")
                    .valueStream()
                    .toList();
            events.addAll(page);
        } while (!page.isEmpty());
        return events;
    }

    private static void withdrawSome(Gateway gateway, List<String> needs) {
        needs.stream().skip(Math.max(0, needs.size() - 5)).forEach(need -> withdraw(gateway, need));
    }

    private static void withdraw(Gateway gateway, String need) {
        gateway.as("zhangbei").see("/needs/" + need).post("withdrawal", Map.of("reason", "演练"));
    }
}
