package org.duijie.chassis.testing.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One operation of a contract.
 *
 * @param id the {@code operationId}
 * @param method in capitals
 * @param path with its templates, such as {@code /needs/{id}}
 * @param description everything that the contract says of it
 */
public record ApiOperation(String id, String method, String path, JsonNode description, ApiContract contract) {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    static ApiOperation of(String method, String path, JsonNode description, ApiContract contract) {
        String id = description.path("operationId").asText(method + " " + path);
        return new ApiOperation(id, method.toUpperCase(Locale.ROOT), path, description, contract);
    }

    /** Does it leave everything as it is? */
    public boolean safe() {
        return SAFE.contains(method);
    }

    public boolean takesBody() {
        return description.has("requestBody");
    }

    /** The schema of the body, if it takes one that is JSON; of one line, if it takes lines. */
    public Optional<JsonNode> bodySchema() {
        return contract.resolve(description.path("requestBody")).path("content").properties().stream()
                .filter(type -> type.getKey().endsWith("json"))
                .map(type -> type.getValue().path("schema"))
                .map(schema -> contract.resolve(schema.has("contentSchema") ? schema.path("contentSchema") : schema))
                .findFirst();
    }

    /** The members that a body may have. */
    public Set<String> bodyMembers() {
        return Set.copyOf(bodySchema().map(contract::membersOf).orElse(List.of()));
    }

    /** The members that its answers show. */
    public Set<String> answerMembers() {
        List<String> members = new ArrayList<>();
        description.path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .flatMap(response -> contract.resolve(response.getValue()).path("content").properties().stream())
                .forEach(type ->
                        members.addAll(contract.membersOf(type.getValue().path("schema"))));
        return Set.copyOf(members);
    }

    /** The names of its parameters in a place: {@code query}, {@code path} or {@code header}. */
    public List<String> parameters(String place) {
        List<String> names = new ArrayList<>();
        for (JsonNode parameter : description.path("parameters")) {
            JsonNode resolved = contract.resolve(parameter);
            if (resolved.path("in").asText().equals(place)) {
                names.add(resolved.path("name").asText());
            }
        }
        return names;
    }

    @Override
    public String toString() {
        return id + " (" + method + " " + path + ")";
    }
}
