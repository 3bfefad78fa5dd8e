package org.duijie.chassis.openapi;

import java.util.LinkedHashMap;
import org.duijie.chassis.patch.MergePatch;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Describes a merge patch as what it patches with every member optional: what is not named stays as it is. */
final class PatchSchemas {

    private PatchSchemas() {}

    static void describe(OpenAPI api, Operation operation) {
        if (operation.getRequestBody() == null || operation.getRequestBody().getContent() == null) {
            return;
        }
        MediaType body = operation.getRequestBody().getContent().getMediaType(MergePatch.MEDIA_TYPE);
        if (body == null || body.getSchema() == null || body.getSchema().getRef() == null) {
            return;
        }
        Schema whole = Described.resolved(api, body.getSchema());
        if (whole.getRequired() == null || whole.getRequired().isEmpty()) {
            return;
        }
        String name = body.getSchema().getRef().replaceFirst("^.*/", "").replaceFirst("Request$", "") + "Patch";
        api.getComponents()
                .addSchema(
                        name,
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.OBJECT)
                                .description("Members to change; null takes an optional one away (RFC 7396)")
                                .properties(new LinkedHashMap<>(whole.getProperties())));
        body.setSchema(OASFactory.createSchema().ref("#/components/schemas/" + name));
    }
}
