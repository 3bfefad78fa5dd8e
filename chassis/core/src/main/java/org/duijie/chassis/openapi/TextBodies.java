package org.duijie.chassis.openapi;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/**
 * Describes bodies that are many JSON documents, one a line or an event. Each is a text to whoever checks or generates a
 * client; {@code contentSchema} says what one document in it is. An operation names just that one document.
 */
final class TextBodies {

    static final String LINES = "application/x-ndjson";
    static final String EVENTS = "text/event-stream";

    private static final Set<String> TYPES = Set.of(LINES, EVENTS);
    private static final String TABLE = "text/csv";

    /** By this, generators hand the body over as it is, instead of as a JSON string. */
    private static final String FILE = "binary";

    /** No more can be handed in; what is answered is as long as it is. */
    private static final int LARGEST_FILE = 268_435_456;

    private TextBodies() {}

    static void describe(OpenAPI api, Operation operation) {
        if (operation.getRequestBody() != null) {
            describe(api, operation.getRequestBody().getContent(), LARGEST_FILE);
        }
        operation
                .getResponses()
                .getAPIResponses()
                .values()
                .forEach(response -> describe(api, response.getContent(), Integer.MAX_VALUE));
    }

    private static void describe(OpenAPI api, @Nullable Content content, int longest) {
        if (content == null) {
            return;
        }
        for (Map.Entry<String, MediaType> body :
                List.copyOf(content.getMediaTypes().entrySet())) {
            // The weight of a type is a matter between the framework's methods, not part of its name.
            String type = body.getKey().replaceFirst(";qs=.*$", "");
            if (!type.equals(body.getKey())) {
                content.removeMediaType(body.getKey());
                content.addMediaType(type, body.getValue());
            }
            Schema schema = body.getValue().getSchema();
            if (schema == null) {
                continue;
            }
            if (TYPES.contains(type) && !Described.is(Described.resolved(api, schema), SchemaType.STRING)) {
                body.getValue()
                        .setSchema(OASFactory.createSchema()
                                .addType(SchemaType.STRING)
                                .format(FILE)
                                .contentMediaType(type)
                                .contentSchema(schema)
                                .maxLength(longest));
            } else if (type.equals(TABLE)) {
                schema.format(FILE).setMaxLength(longest);
            }
        }
    }
}
