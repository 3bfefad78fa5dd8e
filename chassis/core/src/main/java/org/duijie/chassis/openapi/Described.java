package org.duijie.chassis.openapi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Ways through the described API. */
final class Described {

    private static final String SCHEMAS = "#/components/schemas/";

    private Described() {}

    /** What a caller may ask for, and what the caller is told without asking. */
    static List<Operation> operations(OpenAPI api) {
        Map<String, PathItem> hooks = api.getWebhooks() == null ? Map.of() : api.getWebhooks();
        return Stream.concat(answered(api).stream(), operations(hooks)).toList();
    }

    /** What the service answers itself; a webhook is answered by its receiver. */
    static List<Operation> answered(OpenAPI api) {
        return operations(api.getPaths().getPathItems()).toList();
    }

    private static Stream<Operation> operations(Map<String, PathItem> items) {
        return items.values().stream()
                .map(PathItem::getOperations)
                .map(Map::values)
                .flatMap(Collection::stream);
    }

    static List<Parameter> parameters(Operation operation) {
        return operation.getParameters() == null ? List.of() : operation.getParameters();
    }

    static List<MediaType> bodies(@Nullable Content content) {
        return content == null ? List.of() : List.copyOf(content.getMediaTypes().values());
    }

    /** The named schema that this one refers to, or itself. */
    static Schema resolved(OpenAPI api, Schema schema) {
        String reference = schema.getRef();
        if (reference == null || !reference.startsWith(SCHEMAS)) {
            return schema;
        }
        Schema named = api.getComponents().getSchemas().get(reference.substring(SCHEMAS.length()));
        return named == null ? schema : resolved(api, named);
    }

    static boolean is(Schema schema, Schema.SchemaType type) {
        return schema.getType() != null && schema.getType().contains(type);
    }

    /** Every schema once. */
    static void eachSchema(OpenAPI api, BiConsumer<Place, Schema> visitor) {
        Visit visit = new Visit(null, visitor);
        api.getComponents().getSchemas().forEach((name, schema) -> visit.see(Place.in(name), schema));
        for (Operation operation : operations(api)) {
            parameters(operation)
                    .forEach(parameter -> visit.see(Place.NOWHERE.at(parameter.getName()), parameter.getSchema()));
            bodiesOf(operation).forEach(body -> visit.see(Place.NOWHERE, body.getSchema()));
            operation.getResponses().getAPIResponses().values().stream()
                    .filter(response -> response.getHeaders() != null)
                    .flatMap(response -> response.getHeaders().entrySet().stream())
                    .forEach(header -> visit.see(
                            Place.NOWHERE.at(header.getKey()), header.getValue().getSchema()));
        }
        if (api.getComponents().getHeaders() != null) {
            api.getComponents()
                    .getHeaders()
                    .forEach((name, header) -> visit.see(Place.NOWHERE.at(name), header.getSchema()));
        }
    }

    /** Every schema that a caller's body is held to. */
    static void eachRequestSchema(OpenAPI api, BiConsumer<Place, Schema> visitor) {
        Visit visit = new Visit(api, visitor);
        answered(api).stream()
                .filter(operation -> operation.getRequestBody() != null)
                .flatMap(operation -> bodies(operation.getRequestBody().getContent()).stream())
                .forEach(body -> visit.see(Place.NOWHERE, body.getSchema()));
    }

    /** The names of the schemas that some operation comes to. */
    static Set<String> used(OpenAPI api) {
        Set<String> names = new HashSet<>();
        Visit visit = new Visit(api, (place, schema) -> {
            if (schema.getRef() != null) {
                names.add(schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1));
            }
        });
        for (Operation operation : operations(api)) {
            parameters(operation).forEach(parameter -> visit.see(Place.NOWHERE, parameter.getSchema()));
            bodiesOf(operation).forEach(body -> visit.see(Place.NOWHERE, body.getSchema()));
        }
        return names;
    }

    /** The names of the headers that some answer refers to. */
    static Set<String> headers(OpenAPI api) {
        return Stream.concat(
                        operations(api).stream()
                                .flatMap(operation -> operation.getResponses().getAPIResponses().values().stream()),
                        api.getComponents().getResponses().values().stream())
                .filter(response -> response.getHeaders() != null)
                .flatMap(response -> response.getHeaders().values().stream())
                .filter(header -> header.getRef() != null)
                .map(header -> header.getRef().replaceFirst("^.*/", ""))
                .collect(Collectors.toSet());
    }

    private static List<MediaType> bodiesOf(Operation operation) {
        List<MediaType> found = new ArrayList<>();
        if (operation.getRequestBody() != null) {
            found.addAll(bodies(operation.getRequestBody().getContent()));
        }
        operation
                .getResponses()
                .getAPIResponses()
                .values()
                .forEach(answer -> found.addAll(bodies(answer.getContent())));
        return found;
    }

    /**
     * Where a schema stands.
     *
     * @param family the first word of the named schema around it: {@code Need} for {@code NeedRequest}; empty outside
     * @param member the member that it describes; empty where it describes none
     */
    record Place(String family, String member) {

        static final Place NOWHERE = new Place("", "");

        static Place in(String schemaName) {
            return new Place(schemaName.replaceFirst("(?<=[a-z0-9])[A-Z].*$", ""), "");
        }

        Place at(String name) {
            return new Place(family, name);
        }
    }

    /** @param references where references are followed; null not to follow them */
    private record Visit(@Nullable OpenAPI references, BiConsumer<Place, Schema> visitor, Map<Schema, Boolean> seen) {

        Visit(@Nullable OpenAPI references, BiConsumer<Place, Schema> visitor) {
            this(references, visitor, new IdentityHashMap<>());
        }

        void see(Place place, @Nullable Schema schema) {
            if (schema == null || seen.put(schema, true) != null) {
                return;
            }
            visitor.accept(place, schema);
            if (references != null && schema.getRef() != null) {
                see(
                        Place.in(schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1)),
                        resolved(references, schema));
            }
            if (schema.getProperties() != null) {
                schema.getProperties().forEach((name, member) -> see(place.at(name), member));
            }
            see(place, schema.getItems());
            see(place, schema.getContentSchema());
            see(place, schema.getAdditionalPropertiesSchema());
            Stream.of(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf())
                    .filter(parts -> parts != null)
                    .flatMap(List::stream)
                    .forEach(part -> see(place, part));
        }
    }
}
