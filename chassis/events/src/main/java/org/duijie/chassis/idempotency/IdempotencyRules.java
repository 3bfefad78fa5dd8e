package org.duijie.chassis.idempotency;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/** Describes the key and its refusals wherever {@link Idempotent} is honoured. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 2) // before the refusals are given their media type
public class IdempotencyRules implements OASFilter {

    private static final DotName OPERATION =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.Operation");

    private final Map<String, Boolean> requiredOf = new HashMap<>();

    public IdempotencyRules(IndexView index) {
        for (AnnotationInstance idempotent : index.getAnnotations(DotName.createSimple(Idempotent.class))) {
            if (idempotent.target().kind() == AnnotationTarget.Kind.METHOD) {
                AnnotationInstance operation = idempotent.target().asMethod().annotation(OPERATION);
                if (operation != null && operation.value("operationId") != null) {
                    requiredOf.put(
                            operation.value("operationId").asString(),
                            idempotent.valueWithDefault(index, "required").asBoolean());
                }
            }
        }
    }

    @Override
    public Operation filterOperation(Operation operation) {
        Boolean required = requiredOf.get(operation.getOperationId());
        if (required == null) {
            return operation;
        }
        operation.addParameter(key(required));
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2")) {
                response.addHeader(
                        ReplayAnswers.HEADER,
                        OASFactory.createHeader()
                                .description("true where this is the stored answer to the first request")
                                .schema(OASFactory.createSchema().addType(Schema.SchemaType.BOOLEAN)));
            }
        });
        refuse(operation, "400", (required ? "idempotency-key-missing, " : "") + "idempotency-key-malformed");
        refuse(operation, "409", "idempotency-in-progress");
        refuse(operation, "422", "idempotency-key-reused");
        return operation;
    }

    private static Parameter key(boolean required) {
        return OASFactory.createParameter()
                .in(Parameter.In.HEADER)
                .name(IdempotencyKey.HEADER)
                .required(required)
                .description(
                        "A random name for this request, in double quotes. Sent again under the same key within 7 days,"
                                + " the request has no second effect and gets the same answer.")
                .schema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.STRING)
                        .minLength(1)
                        .maxLength(IdempotencyKey.LONGEST + 2)
                        .pattern("^[ -~]+$"))
                .example("\"8e03978e-40d5-43dd-bc93-6894a57f9324\"");
    }

    private static void refuse(Operation operation, String status, String problems) {
        APIResponse known = operation.getResponses().getAPIResponse(status);
        if (known == null) {
            operation
                    .getResponses()
                    .addAPIResponse(status, OASFactory.createAPIResponse().description(problems));
        } else {
            known.setDescription(known.getDescription() + ", " + problems);
        }
    }
}
