package org.duijie.matching.delivery.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.duijie.chassis.testing.Tokens.organization;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.duijie.chassis.testing.GivenDelegations;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.Tokens;
import org.duijie.matching.testing.Scene;
import org.duijie.matching.testing.ToldEvents;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;

/** Who knows the address reads the stream, and nobody else; until it is revoked or replaced. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class FeedAddressTest {

    private final DataSource database;
    private final String creditCode = new Scene().creditCode;

    @Inject
    FeedAddressTest(DataSource database) {
        this.database = database;
    }

    @Test
    void showsTheStreamToWhoeverKnowsTheAddress() {
        UUID subscription = subscribe();
        ToldEvents.tell(database, subscription, 3);
        ExtractableResponse<Response> made = make(subscription, UUID.randomUUID());

        String first = open(made.path("jsonFeed"))
                .statusCode(200)
                .contentType("application/feed+json")
                .header("Cache-Control", "private, max-age=60")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", startsWith("noindex"))
                .body("items._duijie.number", contains(3, 2, 1))
                .body("feed_url", equalTo(made.path("jsonFeed")))
                .extract()
                .path("items[0].id");
        String atom = open(made.path("atom"))
                .statusCode(200)
                .contentType("application/atom+xml")
                .header("Cache-Control", "private, max-age=60")
                .extract()
                .asString();
        assertThat(atom).contains(first, made.<String>path("atom"));
        String next = open(made.path("jsonFeed") + "?limit=2").extract().path("next_url");
        open(next).body("items._duijie.number", contains(1));
        asOwner()
                .get("/subscriptions/{id}/feed-address", subscription)
                .then()
                .statusCode(200)
                .body("jsonFeed", nullValue())
                .body("atom", nullValue())
                .body("readAt", notNullValue());
    }

    @Test
    void leadsNowhereOnceItIsReplacedOrRevoked() {
        UUID subscription = subscribe();
        String former = make(subscription, UUID.randomUUID()).path("jsonFeed");
        String present = make(subscription, UUID.randomUUID()).path("jsonFeed");
        assertThat(present).isNotEqualTo(former);
        isClosed(former);
        open(present).statusCode(200);

        asOwner()
                .delete("/subscriptions/{id}/feed-address", subscription)
                .then()
                .statusCode(204);

        isClosed(present);
        asOwner()
                .get("/subscriptions/{id}/feed-address", subscription)
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/feed-address-not-found"));
        asOwner()
                .delete("/subscriptions/{id}/feed-address", subscription)
                .then()
                .statusCode(404);
    }

    @Test
    void endsWithItsSubscription() {
        UUID subscription = subscribe();
        String address = make(subscription, UUID.randomUUID()).path("jsonFeed");
        asOwner()
                .header("If-Match", "*")
                .delete("/subscriptions/{id}", subscription)
                .then()
                .statusCode(204);
        isClosed(address);
    }

    @Test
    void isNotFoundByGuessing() {
        make(subscribe(), UUID.randomUUID());
        for (String code : List.of("A".repeat(43), "A".repeat(42), "%2e%2e", "'or'1'='1")) {
            isClosed("http://localhost/feeds/" + code + "/json");
        }
    }

    @Test
    void isKeptAsAHashAloneAndShownOnce() {
        UUID subscription = subscribe();
        UUID key = UUID.randomUUID();
        String address = make(subscription, key).path("jsonFeed");
        assertThat(make(subscription, key).<String>path("jsonFeed")).isNull();
        open(address).statusCode(200);
        String code = code(address);
        assertThat(code).matches(FeedCode.PATTERN);
        assertThat(number("select count(*) from feed_address where code_hash = sha256(?::bytea)", code))
                .isEqualTo(1);
        assertThat(number("select count(*) from feed_address a where a::text like '%' || ? || '%'", code))
                .isZero();
        assertThat(number(
                        "select count(*) from idempotency_key where convert_from(body, 'UTF8') like '%' || ? || '%'",
                        code))
                .isZero();
    }

    @Test
    void isLoggedWithoutWhatMakesItUnguessable() {
        String address = make(subscribe(), UUID.randomUUID()).path("atom");
        Lines lines = new Lines();
        Logger root = Logger.getLogger("");
        root.addHandler(lines);
        try {
            open(address).statusCode(200);
            isClosed(address.replaceFirst("/atom", "x/atom"));
        } finally {
            root.removeHandler(lines);
        }
        assertThat(lines.taken).noneMatch(line -> line.contains(code(address)));
    }

    /** Takes down each line with its fields. */
    private static final class Lines extends Handler {

        private final Queue<String> taken = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord line) {
            ExtLogRecord full = (ExtLogRecord) line;
            taken.add(full.getFormattedMessage() + full.getMdcCopy());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void isReadSoOftenAndNoMore() {
        String address = make(subscribe(), UUID.randomUUID()).path("jsonFeed");
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(1))
                .until(() -> open(address).extract().statusCode() == 429);
        open(address)
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("type", equalTo("/problems/feed-read-too-often"));
        open(make(subscribe(), UUID.randomUUID()).path("jsonFeed")).statusCode(200);
    }

    @Test
    void endsWithTheDelegationOfThePlatformThatMadeIt() {
        UUID subscription = subscribe();
        String platform = "platform-" + UUID.randomUUID();
        UUID delegation = GivenDelegations.grant(platform, List.of(creditCode)).getFirst();
        String address = given().auth()
                .oauth2(Tokens.platform(platform))
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/subscriptions/{id}/feed-address", subscription)
                .then()
                .statusCode(201)
                .extract()
                .path("jsonFeed");
        open(address).statusCode(200);

        GivenDelegations.tell(
                delegation,
                GivenDelegations.granted(delegation, platform, creditCode)
                        .replace("\"version\":1", "\"version\":2")
                        .replace("ACTIVE", "REVOKED"));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> isClosed(address));
    }

    @Test
    void isMadeAndSeenByNobodyElse() {
        UUID subscription = subscribe();
        make(subscription, UUID.randomUUID());
        String stranger = organization(new Scene().creditCode);
        for (String method : List.of("GET", "POST", "DELETE")) {
            given().auth()
                    .oauth2(stranger)
                    .header("Idempotency-Key", UUID.randomUUID())
                    .request(method, "/subscriptions/{id}/feed-address", subscription)
                    .then()
                    .statusCode(404);
        }
        given().auth()
                .oauth2(Tokens.supervisor())
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/subscriptions/{id}/feed-address", subscription)
                .then()
                .statusCode(403);
    }

    private io.restassured.specification.RequestSpecification asOwner() {
        return given().auth().oauth2(organization(creditCode));
    }

    private UUID subscribe() {
        String id = asOwner()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("organization", creditCode, "name", "全部"))
                .post("/subscriptions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return UUID.fromString(id);
    }

    private ExtractableResponse<Response> make(UUID subscription, UUID key) {
        return asOwner()
                .header("Idempotency-Key", key)
                .header("X-Forwarded-Host", "duijie.example")
                .header("X-Forwarded-Proto", "https")
                .post("/subscriptions/{id}/feed-address", subscription)
                .then()
                .statusCode(201)
                .extract();
    }

    /** As a feed reader asks, through the gateway. */
    private static ValidatableResponse open(String address) {
        URI uri = URI.create(address);
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return given().header("X-Forwarded-Host", "duijie.example")
                .header("X-Forwarded-Proto", "https")
                .urlEncodingEnabled(false)
                .get(uri.getRawPath() + query)
                .then();
    }

    private static void isClosed(String address) {
        open(address).statusCode(404);
    }

    private static String code(String address) {
        return address.replaceFirst("https://duijie.example/feeds/", "").replaceFirst("/.*", "");
    }

    private long number(String query, String value) {
        try (Connection connection = database.getConnection();
                PreparedStatement prepared = connection.prepareStatement(query)) {
            prepared.setString(1, value);
            try (ResultSet row = prepared.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }
}
