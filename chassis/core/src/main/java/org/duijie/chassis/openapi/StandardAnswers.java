package org.duijie.chassis.openapi;

import java.util.List;
import java.util.Map;
import org.duijie.chassis.problem.ProblemDetail;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * What every operation answers in the same way: the headers that go with its kind of body, the limits that the gateway
 * keeps in front of each service, and failure.
 */
final class StandardAnswers {

    private static final String TOO_MANY = "429";
    private static final String FAILED = "500";
    private static final List<String> MADE = List.of("201", "202");

    private final OpenAPI api;

    StandardAnswers(OpenAPI api) {
        this.api = api;
        header("Location", "Where the new resource is", "/needs/01890a5d-ac96-774b-bcce-b302099a8057");
        header(
                "Link",
                "The next page, as rel=\"next\" (RFC 8288); absent on the last",
                "</needs?cursor=MDE4OTBh>; rel=\"next\"");
        header(
                "RateLimit",
                "What is left to this caller, and the seconds until it is whole again",
                "\"default\";r=550;t=12");
        header("RateLimit-Policy", "How many requests a caller may send in how many seconds", "\"default\";q=600;w=60");
        api.getComponents()
                .addHeader(
                        "Retry-After",
                        OASFactory.createHeader()
                                .description("After how many seconds to try again")
                                .schema(OASFactory.createSchema().addType(SchemaType.INTEGER))
                                .example(5))
                .addResponse(
                        "TooManyRequests",
                        limits(problem("gateway-quota-exceeded: answered by the gateway")
                                .addHeader("Retry-After", reference("Retry-After"))))
                .addResponse("Failure", problem("request-internal-error"));
    }

    void complete(Operation operation) {
        Map<String, APIResponse> responses = operation.getResponses().getAPIResponses();
        if (!responses.containsKey("400") && !responses.containsKey("422")) {
            operation.getResponses().addAPIResponse("400", problem("request-invalid"));
        }
        responses = operation.getResponses().getAPIResponses();
        responses.forEach((status, response) -> {
            if (response.getRef() == null && (status.startsWith("2") || status.startsWith("4"))) {
                limits(response);
            }
            describe(status, response);
        });
        if (!responses.containsKey(TOO_MANY)) {
            operation
                    .getResponses()
                    .addAPIResponse(
                            TOO_MANY, OASFactory.createAPIResponse().ref("#/components/responses/TooManyRequests"));
        }
        if (!responses.containsKey(FAILED)) {
            operation
                    .getResponses()
                    .addAPIResponse(FAILED, OASFactory.createAPIResponse().ref("#/components/responses/Failure"));
        }
        Described.parameters(operation).stream()
                .filter(parameter -> parameter.getRef() == null && parameter.getDescription() == null)
                .forEach(StandardAnswers::describe);
        operation.setDescription(described(operation));
    }

    private void describe(String status, APIResponse response) {
        if (MADE.contains(status)) {
            add(response, "Location");
        }
        if (status.equals("503") || status.equals(TOO_MANY)) {
            add(response, "Retry-After");
        }
        if (!status.startsWith("2") || response.getContent() == null) {
            return;
        }
        for (MediaType body : Described.bodies(response.getContent())) {
            if (body.getSchema() != null) {
                Map<String, Schema> members =
                        Described.resolved(api, body.getSchema()).getProperties();
                if (members != null && members.containsKey("nextCursor")) {
                    add(response, "Link");
                }
            }
        }
    }

    private static void describe(Parameter parameter) {
        parameter.setDescription(
                parameter.getIn() == Parameter.In.PATH
                        ? "Which one: its " + parameter.getName()
                        : "Only those with this " + parameter.getName());
    }

    /** The description with the rule of access at its end, so that nobody has to try in order to learn it. */
    private static String described(Operation operation) {
        String said = operation.getDescription() == null ? operation.getSummary() + "." : operation.getDescription();
        if (operation.getExtensions() == null
                || !(operation.getExtensions().get("x-access") instanceof Map<?, ?> rule)) {
            return said;
        }
        if (Boolean.TRUE.equals(rule.get("open"))) {
            return said + "\n\nAccess: everybody.";
        }
        Object roles = rule.get("roles");
        String who = roles instanceof List<?> named && !named.isEmpty()
                ? String.join(", ", named.stream().map(String::valueOf).toList())
                : "everybody who is signed in";
        return said + "\n\nAccess: " + who + ".";
    }

    private static APIResponse limits(APIResponse response) {
        add(response, "RateLimit");
        add(response, "RateLimit-Policy");
        return response;
    }

    private static void add(APIResponse response, String header) {
        if (response.getHeaders() == null || !response.getHeaders().containsKey(header)) {
            response.addHeader(header, reference(header));
        }
    }

    private static Header reference(String header) {
        return OASFactory.createHeader().ref("#/components/headers/" + header);
    }

    private static APIResponse problem(String description) {
        return OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                ProblemDetail.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/ProblemDetail"))));
    }

    private void header(String name, String description, String example) {
        api.getComponents()
                .addHeader(
                        name,
                        OASFactory.createHeader()
                                .description(description)
                                .schema(OASFactory.createSchema()
                                        .addType(SchemaType.STRING)
                                        .pattern("^[\\x20-\\x7e]{1,2000}$"))
                                .example(example));
    }
}
