package org.duijie.matching.delivery.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.TestClock;
import org.duijie.matching.delivery.manifest.ManifestService;
import org.duijie.matching.testing.Receiver;
import org.junit.jupiter.api.Test;

/** A receiver can check its books against ours, from what the API shows it alone. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class ManifestTest {

    private final ManifestService manifests;
    private final TestClock clock;
    private final WebhookScene scene;

    @Inject
    ManifestTest(ManifestService manifests, TestClock clock, DataSource database) {
        this.manifests = manifests;
        this.clock = clock;
        this.scene = new WebhookScene(database);
    }

    @Test
    void statesEachDayOnceItIsOverAndSendsIt() throws GeneralSecurityException {
        UUID subscription = scene.subscribe();
        try (Receiver receiver = new Receiver()) {
            scene.endpoint(receiver.url());
            scene.tell(subscription, 3);
            clock.inDays(1, manifests::stateYesterday);
            clock.inDays(1, manifests::stateYesterday);
            scene.tell(subscription, 2);
            clock.inDays(2, manifests::stateYesterday);
            clock.inDays(3, manifests::stateYesterday);

            scene.asOwner()
                    .get("/subscriptions/{id}/manifests", subscription)
                    .then()
                    .statusCode(200)
                    .body("items.count", contains(0, 2, 3))
                    .body("items.collect { it['last'] }", contains(5, 5, 3))
                    .body("items[0].first", nullValue())
                    .body("items[1].first", equalTo(4))
                    .body("items[1].hash", equalTo(hashOf(subscription, 3, 2)))
                    .body("items[2].hash", equalTo(hashOf(subscription, 0, 3)));
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(receiver.received())
                    .filteredOn(message -> message.body().contains("stream.manifest"))
                    .hasSize(3)
                    .anySatisfy(message -> assertThat(message.body())
                            .contains("\"first\":4", "\"count\":2", subscription.toString())));
        }
        String next = scene.asOwner()
                .get("/subscriptions/{id}/manifests?limit=2", subscription)
                .then()
                .extract()
                .path("nextCursor");
        scene.asOwner()
                .get("/subscriptions/{id}/manifests?limit=2&cursor={cursor}", subscription, next)
                .then()
                .body("items.count", contains(3));
    }

    /** As a receiver would work it out. */
    private String hashOf(UUID subscription, int after, int count) throws GeneralSecurityException {
        List<Map<String, Object>> events = scene.asOwner()
                .get("/subscriptions/{id}/events?after={after}&limit={count}", subscription, after, count)
                .then()
                .extract()
                .path("items");
        StringBuilder lines = new StringBuilder();
        for (Map<String, Object> event : events) {
            lines.append(String.join(
                            ",",
                            event.get("number").toString(),
                            event.get("type").toString(),
                            ((Map<?, ?>) event.get("need")).get("id").toString(),
                            ((Map<?, ?>) event.get("offer")).get("id").toString(),
                            event.get("score").toString()))
                    .append('\n');
        }
        byte[] hash =
                MessageDigest.getInstance("SHA-256").digest(lines.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash);
    }
}
