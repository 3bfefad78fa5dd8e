package org.duijie.chassis.idempotency;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.duijie.chassis.openapi.Answers;
import org.duijie.chassis.openapi.DescribedMethods;
import org.duijie.chassis.openapi.FilterOrder;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.IndexView;

/** Describes the key and its refusals wherever {@link Idempotent} is honoured. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = FilterOrder.RULES)
public class IdempotencyRules implements OASFilter {

    private final IndexView index;
    private final DescribedMethods methods;

    public IdempotencyRules(IndexView index) {
        this.index = index;
        this.methods = new DescribedMethods(index);
    }

    @Override
    public Operation filterOperation(Operation operation) {
        AnnotationInstance idempotent = methods.annotation(operation, Idempotent.class);
        if (idempotent == null) {
            return operation;
        }
        boolean required = idempotent.valueWithDefault(index, "required").asBoolean();
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
        Answers.refuseAlso(
                operation, "400", (required ? "idempotency-key-missing, " : "") + "idempotency-key-malformed");
        Answers.refuseAlso(operation, "409", "idempotency-in-progress");
        Answers.refuseAlso(operation, "422", "idempotency-key-reused");
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
}
