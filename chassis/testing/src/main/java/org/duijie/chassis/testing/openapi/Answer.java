package org.duijie.chassis.testing.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpHeaders;

/** What came back. */
public record Answer(int status, HttpHeaders headers, String body) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PROBLEM = "application/problem+json";

    public boolean succeeded() {
        return status >= 200 && status < 300;
    }

    /** The body, missing where it is no JSON. */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException other) {
            return MissingNode.getInstance();
        }
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** The last segment of the problem's type; empty where the answer is no problem of ours. */
    public String problem() {
        JsonNode told = json();
        boolean whole = header("Content-Type").startsWith(PROBLEM)
                && told.path("status").asInt() == status
                && told.path("instance").asText().startsWith("urn:uuid:")
                && told.path("type").asText().startsWith("/problems/");
        return whole ? told.path("type").asText().substring("/problems/".length()) : "";
    }

    @Override
    public String toString() {
        String shown = body.length() > 300 ? body.substring(0, 300) + "…" : body;
        return status + " " + header("Content-Type") + " " + shown;
    }
}
