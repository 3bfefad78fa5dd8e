package org.duijie.matching;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.duijie.chassis.problem.ProblemDetail;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Says once for all operations how a refusal looks and how a caller signs in. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {

    @Override
    public Operation filterOperation(Operation operation) {
        var responses = operation.getResponses();
        responses.addAPIResponse(
                "default", OASFactory.createAPIResponse().description("Any other problem, see /problems"));
        responses.getAPIResponses().entrySet().stream()
                .filter(response -> !response.getKey().startsWith("2"))
                .forEach(response -> response.getValue().setContent(problemDetail()));
        return operation;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getComponents()
                .addSecurityScheme(
                        "SecurityScheme",
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description("Access token of the identity provider"));
    }

    private static Content problemDetail() {
        var schema = OASFactory.createSchema().ref("#/components/schemas/ProblemDetail");
        return OASFactory.createContent()
                .addMediaType(
                        ProblemDetail.MEDIA_TYPE, OASFactory.createMediaType().schema(schema));
    }
}
