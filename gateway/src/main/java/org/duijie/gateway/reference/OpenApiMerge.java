package org.duijie.gateway.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.duijie.gateway.service.Service;

/**
 * Makes one OpenAPI document of several. Services name their schemas and operations without knowing of each other, so
 * each name gets its service's word in front ({@code ProjectPage}, {@code projectListNeeds}); only what a service shares
 * with the gateway word for word, such as the problem document of the chassis, keeps its name. A path is taken in if the
 * gateway leads to it, under the name it has at the door.
 */
final class OpenApiMerge {

    private static final String REFERENCE = "$ref";
    private static final String SECURITY = "securitySchemes";
    /** Sections whose names mean one thing in every service: a header, a problem, an answer that all give. */
    private static final Set<String> ONE_OF_A_NAME = Set.of(SECURITY, "headers", "examples", "responses");

    private static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final ObjectNode own;
    private final ObjectNode merged = JsonNodeFactory.instance.objectNode();
    private final ObjectNode paths = JsonNodeFactory.instance.objectNode();
    private final ObjectNode operatorPaths = JsonNodeFactory.instance.objectNode();
    private final ObjectNode webhooks = JsonNodeFactory.instance.objectNode();
    private final ObjectNode components;
    private final Map<String, JsonNode> tags = new HashMap<>();

    /** @param own the gateway's own document; its title, version and names stay as they are */
    OpenApiMerge(ObjectNode own) {
        this.own = own.deepCopy();
        this.components = this.own.withObjectProperty("components");
    }

    /** Takes in what a service serves. */
    void add(Service service, JsonNode document) {
        ObjectNode copy = document.deepCopy();
        ObjectNode served = JsonNodeFactory.instance.objectNode();
        copy.path("paths").properties().forEach(path -> pathAtTheDoor(service, path.getKey())
                .ifPresent(atTheDoor -> served.set(atTheDoor, path.getValue())));
        served.forEach(path -> nameOperations(path, service, copy.path("security")));
        JsonNode sent = copy.path("webhooks");
        sent.forEach(webhook -> nameOperations(webhook, service, copy.path("security")));

        Map<String, String> newNames = newNames(service, copy.path("components"));
        follow(served, newNames);
        follow(sent, newNames);
        copy.path("components")
                .properties()
                .forEach(section -> section.getValue().properties().forEach(entry -> {
                    String reference = reference(section.getKey(), entry.getKey());
                    String name = lastSegment(newNames.getOrDefault(reference, reference));
                    follow(entry.getValue(), newNames);
                    ObjectNode target = components.withObjectProperty(section.getKey());
                    if (!target.has(name)) {
                        target.set(name, entry.getValue());
                    }
                }));
        served.properties().forEach(path -> (path.getKey().startsWith("/services/") ? operatorPaths : paths)
                .set(path.getKey(), path.getValue()));
        sent.properties().forEach(webhook -> webhooks.set(webhook.getKey(), webhook.getValue()));
        keepTags(copy.path("tags"));
    }

    /** The whole document: the services' collections in the order they came, what operators need, the gateway's own. */
    ObjectNode result(String description) {
        paths.setAll(operatorPaths);
        paths.setAll(own.withObjectProperty("paths"));
        keepTags(own.path("tags"));
        merged.set("openapi", own.path("openapi"));
        ObjectNode info = own.withObjectProperty("info");
        info.put("description", description);
        merged.set("info", info);
        merged.set("servers", own.path("servers"));
        merged.set("tags", tagsInOrderOfUse());
        merged.set("paths", paths);
        if (!webhooks.isEmpty()) {
            merged.set("webhooks", webhooks);
        }
        merged.set("components", reachable());
        return merged;
    }

    private static Optional<String> pathAtTheDoor(Service service, String path) {
        String collection = path.split("/", 3)[1];
        if (Service.OF_OPERATORS.contains(collection)) {
            return Optional.of("/services/" + service.slug() + path);
        }
        return service.collections().contains(collection) ? Optional.of(path) : Optional.empty();
    }

    private static void nameOperations(JsonNode path, Service service, JsonNode defaultSecurity) {
        for (String method : METHODS) {
            if (path.get(method) instanceof ObjectNode operation) {
                String name = operation.path("operationId").asText();
                if (!name.isEmpty()) {
                    operation.put("operationId", service.domain() + capitalized(name));
                }
                if (!operation.has("security") && defaultSecurity.isArray()) {
                    operation.set("security", defaultSecurity);
                }
            }
        }
    }

    /** From the references of the service's document to those of the merged one. */
    private Map<String, String> newNames(Service service, JsonNode theirs) {
        Map<String, String> names = new HashMap<>();
        theirs.properties().forEach(section -> section.getValue().properties().forEach(entry -> {
            boolean shared = ONE_OF_A_NAME.contains(section.getKey())
                    || entry.getValue().equals(own.at("/components/" + section.getKey() + "/" + entry.getKey()));
            String name = shared ? entry.getKey() : prefixed(service, entry.getKey(), section.getValue());
            names.put(reference(section.getKey(), entry.getKey()), reference(section.getKey(), name));
        }));
        return names;
    }

    /** Not twice the same word in front, unless that would make one name of two. */
    private static String prefixed(Service service, String name, JsonNode itsSection) {
        String word = capitalized(service.domain());
        boolean hasIt = name.startsWith(word) && !itsSection.has(name.substring(word.length()));
        return hasIt ? name : word + name;
    }

    /** Rewrites every reference below a node, those of a discriminator too. */
    private static void follow(JsonNode node, Map<String, String> newNames) {
        if (node instanceof ObjectNode object) {
            UnaryOperator<String> renamed = old -> newNames.getOrDefault(old, old);
            if (object.path(REFERENCE).isTextual()) {
                object.put(REFERENCE, renamed.apply(object.path(REFERENCE).asText()));
            }
            if (object.path("mapping") instanceof ObjectNode mapping) {
                mapping.properties().stream()
                        .filter(target -> target.getValue().isTextual())
                        .toList()
                        .forEach(target -> mapping.put(
                                target.getKey(), renamed.apply(target.getValue().asText())));
            }
        }
        node.forEach(child -> follow(child, newNames));
    }

    private void keepTags(JsonNode theirs) {
        theirs.forEach(tag -> tags.putIfAbsent(tag.path("name").asText(), tag));
    }

    private ArrayNode tagsInOrderOfUse() {
        Set<String> used = new LinkedHashSet<>();
        paths.forEach(path -> path.forEach(operation -> operation.path("tags").forEach(tag -> used.add(tag.asText()))));
        ArrayNode ordered = JsonNodeFactory.instance.arrayNode();
        used.stream().map(tags::get).filter(Objects::nonNull).forEach(ordered::add);
        return ordered;
    }

    /** A service's components that no path at the door and no webhook needs are left out. */
    private ObjectNode reachable() {
        Set<String> wanted = new HashSet<>();
        Deque<JsonNode> open = new ArrayDeque<>(List.of(paths, webhooks));
        while (!open.isEmpty()) {
            JsonNode node = open.pop();
            String target = node.path(REFERENCE).asText();
            if (target.startsWith("#/components/") && wanted.add(target)) {
                open.push(own.at(target.substring(1)));
            }
            node.forEach(open::push);
        }
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        components
                .properties()
                .forEach(section -> section.getValue().properties().forEach(entry -> {
                    boolean needed = section.getKey().equals(SECURITY)
                            || wanted.contains(reference(section.getKey(), entry.getKey()));
                    if (needed) {
                        kept.withObjectProperty(section.getKey()).set(entry.getKey(), entry.getValue());
                    }
                }));
        return kept;
    }

    private static String reference(String section, String name) {
        return "#/components/" + section + "/" + name;
    }

    private static String lastSegment(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    private static String capitalized(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
