package org.duijie.matching.testing;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.restassured.http.ContentType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duijie.chassis.testing.Tokens;

/** A scene's organization as it subscribes and reads what it is told. */
public record Subscriber(String creditCode, UUID subscription) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Subscribes with a wish of these members of the API. */
    public static Subscriber subscribe(Scene scene, Map<String, ?> wish) {
        Map<String, Object> body = new HashMap<>(wish);
        body.put("organization", scene.creditCode);
        body.put("name", "试订阅");
        String id = given().auth()
                .oauth2(Tokens.organization(scene.creditCode))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(body)
                .post("/subscriptions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return new Subscriber(scene.creditCode, UUID.fromString(id));
    }

    /** The first 200 events of the stream. */
    public List<JsonNode> events() {
        String page = given().auth()
                .oauth2(Tokens.organization(creditCode))
                .get("/subscriptions/{id}/events?limit=200", subscription)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        try {
            List<JsonNode> events = new ArrayList<>();
            JSON.readTree(page).path("items").forEach(events::add);
            return events;
        } catch (JsonProcessingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    public JsonNode last() {
        return events().getLast();
    }

    public List<String> types() {
        return events().stream().map(event -> event.path("type").asText()).toList();
    }
}
