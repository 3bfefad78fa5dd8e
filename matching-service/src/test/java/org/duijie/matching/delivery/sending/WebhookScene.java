package org.duijie.matching.delivery.sending;

import static io.restassured.RestAssured.given;
import static org.duijie.chassis.testing.Tokens.organization;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.duijie.matching.testing.Scene;
import org.duijie.matching.testing.ToldEvents;

/** An organization of a test's own with subscriptions and endpoints. */
final class WebhookScene {

    final String creditCode = new Scene().creditCode;
    private final DataSource database;

    WebhookScene(DataSource database) {
        this.database = database;
    }

    /** An endpoint as it was made, with its secret. */
    record Made(UUID id, String secret) {}

    RequestSpecification asOwner() {
        return given().auth().oauth2(organization(creditCode));
    }

    UUID subscribe() {
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

    void tell(UUID subscription, int count) {
        ToldEvents.tell(database, subscription, count);
    }

    Made endpoint(String url) {
        return endpoint(url, Map.of());
    }

    Made endpoint(String url, Map<String, ?> more) {
        var made = create(url, more).statusCode(201).extract();
        return new Made(UUID.fromString(made.path("id")), made.path("secret"));
    }

    ValidatableResponse create(String url, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("organization", creditCode);
        body.put("url", url);
        return asOwner()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID())
                .header("Accept-Language", "en")
                .body(body)
                .post("/webhook-endpoints")
                .then();
    }

    ValidatableResponse post(Made endpoint, String verb, Object body) {
        return asOwner()
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(body)
                .post("/webhook-endpoints/{id}/" + verb, endpoint.id())
                .then();
    }

    ValidatableResponse get(Made endpoint, String part) {
        return asOwner().get("/webhook-endpoints/{id}" + part, endpoint.id()).then();
    }

    /** Has what waits be due now. */
    void hasten(Made endpoint) {
        sql(
                "update webhook_channel set next_attempt_at = now(), leased_until = '-infinity' where endpoint_id = ? and last_number > position",
                endpoint.id());
        sql("update webhook_message set next_attempt_at = now() where endpoint_id = ?", endpoint.id());
        sql("update webhook_endpoint set held_until = null where id = ?", endpoint.id());
    }

    int sql(String statement, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setObject(i + 1, values[i]);
            }
            return prepared.executeUpdate();
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    long number(String query, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement prepared = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setObject(i + 1, values[i]);
            }
            try (ResultSet row = prepared.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }
}
