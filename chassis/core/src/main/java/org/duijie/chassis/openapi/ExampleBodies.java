package org.duijie.chassis.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duijie.chassis.openapi.Described.Place;
import org.duijie.chassis.problem.ProblemDetail;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Shows whole bodies: puts the examples of the members together to one of the request, and one of the answer, wherever an
 * operation does not bring its own. A member without an example takes that of another of its name, so that what an answer
 * repeats is told once. The contract's test holds every body made here against its schema.
 */
final class ExampleBodies {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int DEEPEST = 12;
    private static final String ID = "01890a5d-ac96-774b-bcce-b302099a8057";
    private static final String DAY = "2027-09-01";
    private static final String INSTANT = "2026-11-23T08:30:00Z";

    private static final String CURSOR = "MDE4OTBhNWQtYWM5Ng";

    private final OpenAPI api;
    private final Told<Object> told = new Told<>();

    ExampleBodies(OpenAPI api) {
        this.api = api;
    }

    void complete() {
        told.keep(Place.NOWHERE.at("nextCursor"), CURSOR);
        Described.eachSchema(api, (place, schema) -> {
            Object example = own(schema);
            if (example != null) {
                told.keep(place, example);
            }
        });
        for (Operation operation : Described.operations(api)) {
            if (operation.getRequestBody() != null) {
                illustrate(operation.getRequestBody().getContent());
            }
            operation.getResponses().getAPIResponses().values().forEach(response -> illustrate(response.getContent()));
            Described.parameters(operation).forEach(this::illustrate);
        }
    }

    private void illustrate(@Nullable Content content) {
        if (content == null) {
            return;
        }
        content.getMediaTypes().forEach((type, body) -> {
            boolean shown = body.getExample() != null
                    || (body.getExamples() != null && !body.getExamples().isEmpty());
            if (shown || body.getSchema() == null) {
                return;
            }
            if (isJson(type)) {
                body.setExample(example(Place.NOWHERE, body.getSchema(), 0));
            } else if (body.getSchema().getContentSchema() != null) {
                String document =
                        written(example(Place.NOWHERE, body.getSchema().getContentSchema(), 0));
                body.setExample(type.equals(TextBodies.EVENTS) ? "data: " + document + "\n\n" : document + "\n");
            }
        });
    }

    /** Problems are shown by {@link ProblemExamples}; what has no JSON in it, by its operation. */
    private static boolean isJson(String type) {
        return type.equals("application/json") || (type.endsWith("+json") && !type.equals(ProblemDetail.MEDIA_TYPE));
    }

    private void illustrate(Parameter parameter) {
        boolean shown = parameter.getExample() != null
                || (parameter.getExamples() != null && !parameter.getExamples().isEmpty());
        if (!shown
                && parameter.getRef() == null
                && parameter.getSchema() != null
                && Boolean.TRUE.equals(parameter.getRequired())) {
            parameter.setExample(example(Place.NOWHERE.at(parameter.getName()), parameter.getSchema(), 0));
        }
    }

    private static String written(Object document) {
        try {
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static @Nullable Object own(Schema schema) {
        return schema.getExamples() != null && !schema.getExamples().isEmpty()
                ? schema.getExamples().getFirst()
                : schema.getConstValue();
    }

    private Object example(Place place, Schema schema, int depth) {
        Object known = known(place, schema);
        if (known != null) {
            return known;
        }
        if (schema.getRef() != null) {
            Schema named = Described.resolved(api, schema);
            return example(
                    Place.in(schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1))
                            .at(place.member()),
                    named,
                    depth);
        }
        if (schema.getEnumeration() != null) {
            return schema.getEnumeration().getFirst();
        }
        for (List<Schema> choices : Arrays.asList(schema.getOneOf(), schema.getAnyOf())) {
            if (choices != null) {
                return example(place, choices.getFirst(), depth);
            }
        }
        if (Described.is(schema, SchemaType.OBJECT) || schema.getProperties() != null || schema.getAllOf() != null) {
            return members(place, schema, depth);
        }
        if (Described.is(schema, SchemaType.ARRAY)) {
            return items(place, schema, depth);
        }
        if (Described.is(schema, SchemaType.BOOLEAN)) {
            return true;
        }
        if (Described.is(schema, SchemaType.INTEGER) || Described.is(schema, SchemaType.NUMBER)) {
            return schema.getMinimum() == null ? 1 : schema.getMinimum();
        }
        return text(schema);
    }

    /** The schema's own example; that of a member of the same name if it is of the same kind. */
    private @Nullable Object known(Place place, Schema schema) {
        Object own = own(schema);
        if (own != null) {
            return own;
        }
        Object other = told.ofAny(place);
        Schema kind = Described.resolved(api, schema);
        boolean fits = kind.getEnumeration() == null
                && ((other instanceof String
                                && Described.is(kind, SchemaType.STRING)
                                && !"uuid".equals(kind.getFormat()))
                        || (other instanceof Number && Described.is(kind, SchemaType.INTEGER))
                        || (other instanceof List && Described.is(kind, SchemaType.ARRAY)));
        return fits ? other : null;
    }

    private List<Object> items(Place place, Schema schema, int depth) {
        Schema item = schema.getItems();
        boolean wanted = schema.getMinItems() != null && schema.getMinItems() > 0;
        boolean bare = item == null || (item.getRef() == null && item.getProperties() == null && own(item) == null);
        return item == null || depth > DEEPEST || (bare && !wanted)
                ? List.of()
                : List.of(example(place.at(""), item, depth + 1));
    }

    /** What must be there, and of the rest what has an example: a body in which everything occurs would be of no case. */
    private Map<String, Object> members(Place place, Schema schema, int depth) {
        Map<String, Object> body = new LinkedHashMap<>();
        if (schema.getAllOf() != null) {
            schema.getAllOf().forEach(part -> body.putAll(members(place, Described.resolved(api, part), depth)));
        }
        if (schema.getProperties() != null && depth < DEEPEST) {
            List<String> required = schema.getRequired() == null ? List.of() : schema.getRequired();
            schema.getProperties().forEach((name, member) -> {
                Place at = place.at(name);
                if (required.isEmpty() || required.contains(name) || known(at, member) != null) {
                    body.put(name, example(at, member, depth + 1));
                }
            });
        }
        return body;
    }

    private static Object text(Schema schema) {
        return switch (String.valueOf(schema.getFormat())) {
            case "uuid" -> ID;
            case "date" -> DAY;
            case "date-time" -> INSTANT;
            case "uri" -> "https://example.org/";
            default -> "示例";
        };
    }
}
