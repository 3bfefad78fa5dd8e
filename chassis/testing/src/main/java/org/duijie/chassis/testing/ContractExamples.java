package org.duijie.chassis.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sees to it that an API description can be trusted: every operation shows whole bodies that fit their schemas, and every
 * text or list that a caller may send has a limit and a form.
 */
final class ContractExamples {

    /** What the description says of lists that say nothing of themselves. */
    private static final int UNLIMITED = 10_000;

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonNode api;
    private final List<String> faults = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private ContractExamples(JsonNode api) {
        this.api = api;
    }

    /** @throws AssertionError that names every place at fault */
    static void check(String openApi) throws JsonProcessingException {
        ContractExamples contract = new ContractExamples(YAML.readTree(openApi));
        contract.api.path("paths").forEach(path -> path.properties().forEach(contract::checkOperation));
        contract.api.path("webhooks").forEach(hook -> hook.properties().forEach(contract::checkWebhook));
        if (!contract.faults.isEmpty()) {
            throw new AssertionError(
                    "The API is not described well enough:\n  " + String.join("\n  ", contract.faults));
        }
    }

    private void checkOperation(Map.Entry<String, JsonNode> entry) {
        JsonNode operation = entry.getValue();
        String name = operation.path("operationId").asText();
        checkBodies(name + " request", operation.path("requestBody").path("content"));
        operation
                .path("requestBody")
                .path("content")
                .forEach(body -> checkLimits(name + " request", body.path("schema")));
        operation
                .path("responses")
                .properties()
                .forEach(answer -> checkBodies(
                        name + " " + answer.getKey(),
                        resolved(answer.getValue()).path("content")));
    }

    /** What a receiver is sent has no limits to keep; it should know what to expect. */
    private void checkWebhook(Map.Entry<String, JsonNode> entry) {
        JsonNode operation = entry.getValue();
        checkBodies(
                operation.path("operationId").asText(),
                operation.path("requestBody").path("content"));
    }

    private void checkBodies(String where, JsonNode content) {
        content.properties().forEach(entry -> {
            JsonNode body = entry.getValue();
            JsonNode inside = body.path("schema").path("contentSchema");
            if (!inside.isMissingNode()) {
                checkText(where, inside, body.path("example").asText());
            }
            if (body.has("example")) {
                checkExample(where, body.path("schema"), body.path("example"));
            } else if (body.path("examples").isEmpty() && !where.endsWith(" 429")) {
                faults.add(where + " shows no example");
            }
            body.path("examples")
                    .forEach(example -> checkExample(
                            where, body.path("schema"), resolved(example).path("value")));
        });
    }

    /** Each document in a text of lines or events. */
    private void checkText(String where, JsonNode schema, String text) {
        text.lines()
                .map(line -> line.replaceFirst("^data: ", ""))
                .filter(line -> line.startsWith("{"))
                .forEach(line -> {
                    try {
                        checkExample(where, schema, YAML.readTree(line));
                    } catch (JsonProcessingException noJson) {
                        faults.add(where + " example is no JSON: " + line);
                    }
                });
    }

    private void checkExample(String where, JsonNode schema, JsonNode example) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", api.path("components"));
        SCHEMAS.getSchema(whole.toString(), InputFormat.JSON)
                .validate(example.toString(), InputFormat.JSON)
                .forEach(error -> faults.add(where + " example: " + error));
    }

    /** What the caller may send. */
    private void checkLimits(String where, JsonNode schema) {
        String reference = schema.path("$ref").asText();
        if (!reference.isEmpty()) {
            if (seen.add(reference)) {
                checkLimits(reference.substring(reference.lastIndexOf('/') + 1), resolved(schema));
            }
            return;
        }
        boolean closed = schema.has("enum") || schema.has("const");
        if (schema.path("type").asText().equals("string") && !closed) {
            if (schema.has("contentSchema")) {
                checkLimits(where, schema.path("contentSchema"));
            } else if (!schema.has("format") && !schema.has("pattern")) {
                faults.add(where + " is a text without pattern or format");
            }
        } else if (schema.path("type").asText().equals("array")
                && schema.path("maxItems").asInt() >= UNLIMITED) {
            faults.add(where + " is a list without a limit");
        }
        schema.path("properties")
                .properties()
                .forEach(member -> checkLimits(where + "." + member.getKey(), member.getValue()));
        if (schema.has("items")) {
            checkLimits(where + "[]", schema.path("items"));
        }
        for (String parts : List.of("allOf", "anyOf", "oneOf")) {
            schema.path(parts).forEach(part -> checkLimits(where, part));
        }
    }

    private JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.startsWith("#/") ? api.at(reference.substring(1)) : node;
    }
}
