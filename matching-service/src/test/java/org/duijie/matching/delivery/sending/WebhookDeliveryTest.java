package org.duijie.matching.delivery.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.awaitility.core.ConditionFactory;
import org.duijie.chassis.testing.GivenDelegations;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.Tokens;
import org.duijie.matching.testing.Receiver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Real events of a real database, sent to a real receiver that takes them, or does not. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class WebhookDeliveryTest {

    private final DataSource database;
    private final NoticeService notices;
    private final WebhookScene scene;
    private final Receiver receiver = new Receiver();

    @Inject
    WebhookDeliveryTest(DataSource database, NoticeService notices) {
        this.database = database;
        this.notices = notices;
        this.scene = new WebhookScene(database);
    }

    @AfterEach
    void close() {
        receiver.close();
        // What is left of a test must not go on trying.
        scene.sql("delete from webhook_endpoint where organization = ?", scene.creditCode);
    }

    @Test
    void sendsEveryEventSignedAndInOrder() throws Exception {
        UUID subscription = scene.subscribe();
        var endpoint = scene.endpoint(receiver.url());

        scene.tell(subscription, 30);
        scene.tell(subscription, 20);

        eventually().untilAsserted(() -> assertThat(receiver.numbers()).isEqualTo(upTo(50)));
        Webhook verifier = new Webhook(endpoint.secret());
        for (Receiver.Message message : receiver.received()) {
            verifier.verify(message.body(), message.headers());
        }
        Receiver.Message first = receiver.received().getFirst();
        assertThat(first.body())
                .contains("\"type\":\"match.began\"", "\"subscription\":\"" + subscription + "\"", "\"number\":1");
        assertThat(first.header("content-type")).isEqualTo("application/json");
        assertThat(first.body().length()).isLessThan(20_000);
        eventually().untilAsserted(() -> scene.get(endpoint, "/health")
                .body("waiting", equalTo(0))
                .body("delivered", equalTo(50))
                .body("streams[0].delivered", equalTo(50))
                .body("failingSince", nullValue()));
    }

    @Test
    void isNotTakenForItselfWhenAByteIsChangedOrTheTimeIsOld() throws Exception {
        UUID subscription = scene.subscribe();
        var endpoint = scene.endpoint(receiver.url());
        scene.tell(subscription, 1);
        eventually().until(() -> receiver.received().size() == 1);
        Receiver.Message message = receiver.received().getFirst();
        Webhook verifier = new Webhook(endpoint.secret());
        Map<String, List<String>> old = new java.util.TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        old.putAll(message.headers());
        old.put("webhook-timestamp", List.of(Long.toString(Long.parseLong(message.header("webhook-timestamp")) - 301)));

        assertThatThrownBy(() -> verifier.verify(message.body().replace("张北", "张南"), message.headers()))
                .isInstanceOf(WebhookVerificationException.class);
        assertThatThrownBy(() -> verifier.verify(message.body(), old)).isInstanceOf(WebhookVerificationException.class);
        assertThatThrownBy(() ->
                        new Webhook("whsec_c2VjcmV0LW9mLXNvbWVib2R5LWVsc2U=").verify(message.body(), message.headers()))
                .isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void signsWithBothSecretsWhileOneIsChangedForTheOther() throws Exception {
        UUID subscription = scene.subscribe();
        var endpoint = scene.endpoint(receiver.url());
        String next = scene.post(endpoint, "rotation", Map.of("overlap", "PT1H"))
                .statusCode(200)
                .extract()
                .path("secret");
        scene.tell(subscription, 1);
        eventually().until(() -> receiver.received().size() == 1);
        Receiver.Message between = receiver.received().getFirst();

        assertThat(between.header("webhook-signature").split(" ", -1)).hasSize(2);
        new Webhook(endpoint.secret()).verify(between.body(), between.headers());
        new Webhook(next).verify(between.body(), between.headers());

        scene.sql(
                "update webhook_secret set ends_at = now() where endpoint_id = ? and ends_at is not null",
                endpoint.id());
        scene.tell(subscription, 1);
        eventually().until(() -> receiver.received().size() == 2);
        Receiver.Message after = receiver.received().getLast();
        new Webhook(next).verify(after.body(), after.headers());
        assertThatThrownBy(() -> new Webhook(endpoint.secret()).verify(after.body(), after.headers()))
                .isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void triesAgainUnderTheSameIdAndHoldsUpTheOthersMeanwhile() {
        UUID subscription = scene.subscribe();
        var endpoint = scene.endpoint(receiver.url());
        receiver.answerWith(500);
        scene.tell(subscription, 3);

        eventually().untilAsserted(() -> scene.get(endpoint, "/health")
                .body("waiting", equalTo(3))
                .body("streams[0].failures", equalTo(1))
                .body("streams[0].failingSince", notNullValue())
                .body("streams[0].nextAttempt", notNullValue())
                .body("oldestWaiting", notNullValue()));
        receiver.answerWith(200);
        scene.hasten(endpoint);

        eventually().untilAsserted(() -> assertThat(receiver.numbers()).containsExactly(1L, 1L, 2L, 3L));
        assertThat(receiver.received().get(0).body())
                .isEqualTo(receiver.received().get(1).body());
        eventually().untilAsserted(() -> scene.get(endpoint, "/attempts?number=1")
                .body("items", hasSize(2))
                .body("items[1].outcome", equalTo("ANSWERED"))
                .body("items[1].status", equalTo(500))
                .body("items[0].outcome", equalTo("DELIVERED"))
                .body("items[0].attempt", equalTo(2)));
    }

    @Test
    void setsAsideWhatIsNotTakenForTooLongAndLetsTheOthersPass() {
        UUID subscription = scene.subscribe();
        var endpoint = scene.endpoint(receiver.url(), Map.of("holdMinutes", 10));
        receiver.behave(exchange ->
                Receiver.answer(exchange, receiver.received().getLast().number() == 2 ? 422 : 204, "no such county"));
        scene.tell(subscription, 4);
        eventually().until(() -> receiver.numbers().contains(2L));
        eventually().untilAsserted(() -> scene.get(endpoint, "/health").body("streams[0].failures", equalTo(1)));

        scene.sql(
                "update webhook_channel set failing_since = now() - interval '11 minutes' where endpoint_id = ?",
                endpoint.id());
        scene.hasten(endpoint);

        eventually().untilAsserted(() -> assertThat(receiver.numbers()).containsExactly(1L, 2L, 2L, 3L, 4L));
        eventually().untilAsserted(() -> scene.get(endpoint, "/health")
                .body("waiting", equalTo(0))
                .body("setAside", equalTo(1)));
        receiver.answerWith(204);
        scene.hasten(endpoint);
        eventually().untilAsserted(() -> assertThat(receiver.numbers()).containsExactly(1L, 2L, 2L, 3L, 4L, 2L));
        eventually().untilAsserted(() -> scene.get(endpoint, "/health").body("setAside", equalTo(0)));
    }

    @Test
    void comesBackWhenTheReceiverAsksForIt() {
        UUID subscription = scene.subscribe();
        var endpoint = scene.endpoint(receiver.url());
        receiver.behave(exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "1800");
            Receiver.answer(exchange, 429, "");
        });
        scene.tell(subscription, 1);

        eventually().untilAsserted(() -> assertThat(scene.number(
                        "select extract(epoch from nullif(next_attempt_at, 'infinity') - now()) from webhook_channel where endpoint_id = ?",
                        endpoint.id()))
                .isBetween(1_700L, 1_801L));
        scene.get(endpoint, "/health").body("heldUntil", notNullValue());
    }

    @Test
    void usesNoAttemptWhileTheBreakerIsOpen() {
        UUID subscription = scene.subscribe();
        var endpoint = scene.endpoint(receiver.url());
        scene.sql(
                "update webhook_endpoint set failures = 7, held_until = now() + interval '3 seconds' where id = ?",
                endpoint.id());
        scene.tell(subscription, 1);

        eventually().untilAsserted(() -> assertThat(
                        scene.number("select claim from webhook_channel where endpoint_id = ?", endpoint.id()))
                .isPositive());
        scene.get(endpoint, "/health").body("streams[0].failures", equalTo(0));
        scene.get(endpoint, "/attempts").body("items", hasSize(0));
        assertThat(receiver.received()).isEmpty();
        eventually().until(() -> receiver.received().size() == 1);
        eventually().untilAsserted(() -> scene.get(endpoint, "/attempts").body("items[0].attempt", equalTo(1)));
    }

    @Test
    void opensTheBreakerForAnEndpointThatFailsAgainAndAgain() {
        receiver.answerWith(500);
        var endpoint = scene.endpoint(receiver.url());
        for (int i = 0; i < 5; i++) {
            scene.tell(scene.subscribe(), 1);
        }

        eventually().untilAsserted(() -> scene.get(endpoint, "/health")
                .body("failed", equalTo(5))
                .body("heldUntil", notNullValue()));
    }

    @Test
    void takesUpWhatSomebodyWasKilledOver() {
        UUID subscription = scene.subscribe();
        var endpoint = scene.endpoint(receiver.url());
        scene.post(endpoint, "pause", Map.of()).statusCode(200);
        scene.tell(subscription, 2);
        eventually().untilAsserted(() -> assertThat(
                        scene.number("select last_number from webhook_channel where endpoint_id = ?", endpoint.id()))
                .isEqualTo(2));
        // Another instance has claimed it, and is no more: its lease ends in two seconds.
        scene.sql("update webhook_endpoint set status = 'ACTIVE' where id = ?", endpoint.id());
        scene.sql("""
                update webhook_channel
                   set claim = claim + 1, next_attempt_at = now(), leased_until = now() + interval '2 seconds'
                 where endpoint_id = ?
                """, endpoint.id());

        eventually().untilAsserted(() -> assertThat(receiver.numbers()).containsExactly(1L, 2L));
    }

    @Test
    void isNotStoppedByAMessageWhoseEndpointIsGone() {
        UUID subscription = scene.subscribe();
        var gone = scene.endpoint(receiver.url() + "/gone");
        var stays = scene.endpoint(receiver.url());
        AtomicInteger deleted = new AtomicInteger();
        receiver.behave(exchange -> {
            if (exchange.getRequestURI().getPath().endsWith("/gone")) {
                // While it is being sent to.
                deleted.addAndGet(scene.sql("delete from webhook_endpoint where id = ?", gone.id()));
            }
            Receiver.answer(exchange, 204, "");
        });
        scene.tell(subscription, 3);

        eventually().untilAsserted(() -> scene.get(stays, "/health").body("streams[0].delivered", equalTo(3)));
        assertThat(deleted).hasPositiveValue();
        scene.tell(subscription, 1);
        eventually().untilAsserted(() -> scene.get(stays, "/health").body("streams[0].delivered", equalTo(4)));
    }

    @Test
    void disablesAnEndpointThatIsGoneAndTellsItsOwner() {
        UUID subscription = scene.subscribe();
        var other = scene.endpoint(receiver.url() + "/other");
        var endpoint = scene.endpoint(receiver.url());
        receiver.behave(exchange ->
                Receiver.answer(exchange, exchange.getRequestURI().getPath().endsWith("/other") ? 204 : 410, ""));
        scene.tell(subscription, 1);

        eventually().untilAsserted(() -> scene.get(endpoint, "")
                .body("status", equalTo("DISABLED"))
                .body("statusReason", equalTo("GONE")));
        assertThat(scene.number("select count(*) from webhook_notice where endpoint_id = ?", endpoint.id()))
                .isEqualTo(1);
        eventually().untilAsserted(() -> assertThat(receiver.received()).anySatisfy(message -> assertThat(
                        message.body())
                .contains("\"type\":\"endpoint.disabled\"", endpoint.id().toString())));
        scene.get(other, "/attempts").body("items.kind", hasItem("NOTICE"));

        receiver.answerWith(204);
        scene.tell(subscription, 1);
        scene.post(endpoint, "resumption", Map.of()).statusCode(200).body("status", equalTo("ACTIVE"));
        eventually().untilAsserted(() -> scene.get(endpoint, "/health").body("streams[0].delivered", equalTo(2)));
    }

    @Test
    void disablesAnEndpointThatTookNothingForThreeDaysAndReplaysWhenItIsBack() throws SQLException {
        UUID subscription = scene.subscribe();
        var endpoint = scene.endpoint(receiver.url());
        receiver.answerWith(503);
        scene.tell(subscription, 2);
        eventually().untilAsserted(() -> scene.get(endpoint, "/health").body("failingSince", notNullValue()));
        notices.giveUpFailing();
        scene.get(endpoint, "").body("status", equalTo("ACTIVE"));

        scene.sql(
                "update webhook_endpoint set failing_since = now() - interval '73 hours' where id = ?", endpoint.id());
        notices.giveUpFailing();

        scene.get(endpoint, "").body("status", equalTo("DISABLED")).body("statusReason", equalTo("FAILING"));
        scene.tell(subscription, 3);
        receiver.answerWith(204);
        receiver.received().clear();
        scene.post(endpoint, "resumption", Map.of()).statusCode(200);
        eventually().untilAsserted(() -> assertThat(receiver.numbers()).isEqualTo(upTo(5)));
        eventually().untilAsserted(() -> scene.get(endpoint, "/health").body("streams[0].delivered", equalTo(5)));

        scene.post(endpoint, "replay", Map.of("subscription", subscription, "from", 2))
                .statusCode(200)
                .body("from", equalTo(2))
                .body("to", equalTo(5));
        eventually().untilAsserted(() -> assertThat(receiver.numbers())
                .containsExactly(1L, 2L, 3L, 4L, 5L, 2L, 3L, 4L, 5L));
    }

    @Test
    void sendsOneEventAgainOnRequest() {
        UUID subscription = scene.subscribe();
        var endpoint = scene.endpoint(receiver.url());
        scene.tell(subscription, 3);
        eventually().until(() -> receiver.received().size() == 3);

        scene.post(endpoint, "redelivery", Map.of("subscription", subscription, "number", 2))
                .statusCode(200);

        eventually().untilAsserted(() -> assertThat(receiver.numbers()).containsExactly(1L, 2L, 3L, 2L));
        scene.post(endpoint, "redelivery", Map.of("subscription", subscription, "number", 4))
                .statusCode(422);
        scene.post(endpoint, "replay", Map.of("subscription", UUID.randomUUID()))
                .statusCode(422);
    }

    @Test
    void goesNowhereElseOnAnAnswersWordAndReadsNoMoreThanIsGoodForIt() {
        UUID subscription = scene.subscribe();
        var endpoint = scene.endpoint(receiver.url());
        try (Receiver canary = new Receiver()) {
            receiver.behave(exchange -> {
                exchange.getResponseHeaders().add("Location", canary.url());
                Receiver.answer(exchange, 302, "");
            });
            scene.post(endpoint, "test", Map.of())
                    .statusCode(200)
                    .body("outcome", equalTo("REDIRECTED"))
                    .body("status", equalTo(302));
            assertThat(canary.received()).isEmpty();
        }
        receiver.behave(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] much = new byte[1024 * 1024];
            for (int i = 0; i < 1024; i++) {
                exchange.getResponseBody().write(much);
            }
            exchange.close();
        });
        scene.post(endpoint, "test", Map.of())
                .statusCode(200)
                .body("outcome", equalTo("DELIVERED"))
                .body("durationMillis", org.hamcrest.Matchers.lessThan(5_000));
        receiver.answerWith(204);
        scene.tell(subscription, 1);
        eventually().until(() -> receiver.numbers().contains(1L));
    }

    @Test
    void sendsOnlyWhatAnEndpointAsksFor() {
        UUID wanted = scene.subscribe();
        UUID other = scene.subscribe();
        var endpoint = scene.endpoint(
                receiver.url(), Map.of("subscriptions", List.of(wanted), "types", List.of("MATCH_ENDED")));
        scene.tell(wanted, 2);
        scene.tell(other, 2);
        org.duijie.matching.testing.ToldEvents.tell(database, wanted, 1, "MATCH_ENDED");

        eventually().untilAsserted(() -> assertThat(receiver.numbers()).containsExactly(3L));
        scene.get(endpoint, "/health")
                .body("streams", hasSize(1))
                .body("streams[0].subscription", equalTo(wanted.toString()));
    }

    @Test
    void sendsNothingMoreThroughAPlatformThatNoLongerActsForTheOrganization() {
        UUID subscription = scene.subscribe();
        String platform = "platform-" + UUID.randomUUID();
        UUID delegation =
                GivenDelegations.grant(platform, List.of(scene.creditCode)).getFirst();
        String id = io.restassured.RestAssured.given()
                .auth()
                .oauth2(Tokens.platform(platform))
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("organization", scene.creditCode, "url", receiver.url()))
                .post("/webhook-endpoints")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        scene.tell(subscription, 1);
        eventually().until(() -> receiver.received().size() == 1);

        GivenDelegations.tell(
                delegation,
                GivenDelegations.granted(delegation, platform, scene.creditCode)
                        .replace("\"version\":1", "\"version\":2")
                        .replace("ACTIVE", "REVOKED"));
        scene.tell(subscription, 1);

        var endpoint = new WebhookScene.Made(UUID.fromString(id), "");
        eventually().untilAsserted(() -> scene.get(endpoint, "")
                .body("status", equalTo("DISABLED"))
                .body("statusReason", equalTo("DELEGATION_ENDED")));
        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void keepsTheSecretToItselfOnceItHasShownIt() {
        String key = UUID.randomUUID().toString();
        List<String> secrets = new java.util.ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 2; i++) {
            var answer = scene.asOwner()
                    .contentType("application/json")
                    .header("Idempotency-Key", key)
                    .body(Map.of("organization", scene.creditCode, "url", receiver.url()))
                    .post("/webhook-endpoints")
                    .then()
                    .statusCode(201)
                    .extract();
            secrets.add(answer.path("secret"));
            ids.add(answer.path("id"));
        }
        assertThat(ids).hasSize(1);
        assertThat(secrets.get(0)).startsWith("whsec_");
        assertThat(secrets.get(1)).isNull();
        scene.get(new WebhookScene.Made(UUID.fromString(ids.iterator().next()), ""), "")
                .body("secret", nullValue());
        assertThat(scene.number(
                        "select count(*) from idempotency_key where convert_from(body, 'UTF8') like '%' || ? || '%'",
                        secrets.get(0)))
                .isZero();
    }

    @Test
    void refusesAHostileAddressWithTheReason() {
        Map.of(
                        "https://10.0.0.1/hook", "PRIVATE",
                        "https://[::ffff:169.254.169.254]/", "METADATA",
                        "https://2130706433/", "NUMERIC_HOST",
                        "http://93.184.216.34/", "NOT_HTTPS",
                        "https://localhost/", "RESERVED_NAME",
                        "https://user@93.184.216.34/", "USER_INFO")
                .forEach((url, fault) -> {
                    String detail = scene.create(url, Map.of())
                            .statusCode(422)
                            .body("type", org.hamcrest.Matchers.endsWith("/problems/webhook-address-refused"))
                            .extract()
                            .path("errors[0].detail");
                    assertThat(detail).startsWith(fault);
                });
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(20));
    }

    private static List<Long> upTo(int last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
