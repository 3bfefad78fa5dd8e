package org.duijie.chassis.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;

/**
 * Completes the described API after every other filter: bounds, headers, the refusals that every operation shares, and
 * examples of whole bodies. What an annotation says goes before what is derived here.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = FilterOrder.LAST)
public class CompleteApi implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getServers() == null || api.getServers().isEmpty()) {
            api.setServers(List.of(OASFactory.createServer()
                    .url("/")
                    .description("The local, staging or production suite that this document was read from")
                    .addExtension("x-internal", false)));
        }
        ProblemExamples problems = new ProblemExamples();
        StandardAnswers answers = new StandardAnswers(api);
        for (Operation operation : Described.answered(api)) {
            PatchSchemas.describe(api, operation);
            TextBodies.describe(api, operation);
            answers.complete(operation);
            operation.getResponses().getAPIResponses().forEach(problems::illustrate);
        }
        api.getComponents().getResponses().forEach((name, response) -> problems.illustrate(null, response));
        problems.addTo(api.getComponents());
        Set<String> used = Described.used(api);
        Set.copyOf(api.getComponents().getSchemas().keySet()).stream()
                .filter(name -> !used.contains(name))
                .forEach(api.getComponents()::removeSchema);
        Set<String> sent = Described.headers(api);
        Set.copyOf(api.getComponents().getHeaders().keySet()).stream()
                .filter(name -> !sent.contains(name))
                .forEach(api.getComponents()::removeHeader);
        new SchemaBounds(api).complete();
        new ExampleBodies(api).complete();
    }
}
