package org.duijie.chassis.export;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.StreamingOutput;
import org.duijie.chassis.openapi.Answers;
import org.duijie.chassis.openapi.DescribedMethods;
import org.duijie.chassis.openapi.FilterOrder;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

/** Describes what {@link Export} does: the other form, and the position in the head of the answer. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = FilterOrder.RULES)
public class ExportRules implements OASFilter {

    private static final DotName STREAM = DotName.createSimple(StreamingOutput.class);

    private final DescribedMethods methods;

    public ExportRules(IndexView index) {
        this.methods = new DescribedMethods(index);
    }

    @Override
    public Operation filterOperation(Operation operation) {
        @Nullable MethodInfo method = methods.of(operation);
        @Nullable APIResponse answer = operation.getResponses().getAPIResponse("200");
        if (method == null
                || !method.returnType().name().equals(STREAM)
                || answer == null
                || answer.getContent() == null
                || !answer.getContent().hasMediaType(Export.NDJSON)) {
            return operation;
        }
        answer.addHeader(Export.POSITION, text("since for the change feed").example("48213-0"))
                .addHeader("Link", text("The change feed from here on, rel=\"monitor\""));
        answer.getContent()
                .addMediaType(
                        "text/csv",
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING))
                                .example("id,version\r\n01890a5d-ac96-774b-bcce-b302099a8057,3\r\n"));
        Answers.add(operation, "406", "request-not-acceptable");
        return operation;
    }

    private static Header text(String description) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    }
}
