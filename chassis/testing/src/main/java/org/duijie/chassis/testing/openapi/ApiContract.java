package org.duijie.chassis.testing.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a service promised, {@code contract/openapi.yaml}, read so that tests can be made from it. */
public final class ApiContract {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");
    private static final String REFERENCE = "$ref";

    private final JsonNode document;

    private ApiContract(JsonNode document) {
        this.document = document;
    }

    /** The contract of the module under test. */
    public static ApiContract read() {
        return read(Path.of("contract", "openapi.yaml"));
    }

    public static ApiContract read(Path file) {
        try {
            return new ApiContract(new YAMLMapper().readTree(file.toFile()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static ApiContract of(String yaml) {
        try {
            return new ApiContract(new YAMLMapper().readTree(yaml));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** All operations, in the order of the document. */
    public List<ApiOperation> operations() {
        List<ApiOperation> found = new ArrayList<>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(method -> METHODS.contains(method.getKey()))
                .forEach(
                        method -> found.add(ApiOperation.of(method.getKey(), path.getKey(), method.getValue(), this))));
        return List.copyOf(found);
    }

    /** The operation of that id. */
    public ApiOperation operation(String id) {
        return operations().stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The contract has no operation " + id));
    }

    /** What a node stands for: itself, or what it refers to. */
    JsonNode resolve(JsonNode node) {
        JsonNode reference = node.path(REFERENCE);
        return reference.isTextual() ? resolve(document.at(reference.asText().substring(1))) : node;
    }

    /** The members that a schema names, those of the schemas that it is put together from included. */
    List<String> membersOf(JsonNode schema) {
        List<String> members = new ArrayList<>();
        JsonNode resolved = resolve(schema);
        resolved.path("properties").fieldNames().forEachRemaining(members::add);
        for (String combined : List.of("allOf", "anyOf", "oneOf")) {
            resolved.path(combined).forEach(part -> members.addAll(membersOf(part)));
        }
        return members;
    }

    /** The schema of one member, missing where the schema does not name it. */
    JsonNode memberOf(JsonNode schema, String member) {
        JsonNode resolved = resolve(schema);
        if (resolved.path("properties").has(member)) {
            return resolve(resolved.path("properties").path(member));
        }
        for (String combined : List.of("allOf", "anyOf", "oneOf")) {
            for (JsonNode part : resolved.path(combined)) {
                JsonNode found = memberOf(part, member);
                if (!found.isMissingNode()) {
                    return found;
                }
            }
        }
        return MissingNode.getInstance();
    }
}
