package org.duijie.gateway.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.duijie.chassis.identity.Access;
import org.duijie.chassis.problem.RequestProblem;
import org.duijie.gateway.page.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The API reference: the merged document for programs, and a page that shows it to people. */
@Path("/")
@RunOnVirtualThread
public class ReferenceResource {

    private static final String YAML = "application/yaml";

    private static final YAMLMapper YAML_WRITER = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();

    /** The viewer sets the style of single elements, which the policy of the other pages forbids. */
    private static final String VIEWER_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
                    + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final SuiteOpenApi suite;
    private final ObjectMapper json;

    @Inject
    ReferenceResource(SuiteOpenApi suite, ObjectMapper json) {
        this.suite = suite;
        this.json = json;
    }

    @CheckedTemplate(basePath = "")
    static class Templates {
        static native TemplateInstance reference();
    }

    @GET
    @Access(open = true)
    @Path("/api")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<String> page(
            @RestQuery("lang") @Nullable String chosen,
            @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        return Page.of(Templates.reference(), Page.language(chosen, acceptLanguage), VIEWER_POLICY);
    }

    @GET
    @Access(open = true)
    @Path("/openapi")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Response json(Request request) throws JsonProcessingException {
        return answer(json.writeValueAsString(suite.document()), MediaType.APPLICATION_JSON, request);
    }

    @GET
    @Access(open = true)
    @Path("/openapi")
    @Produces(YAML + ";qs=0.9")
    @Operation(hidden = true)
    public Response yaml(Request request) throws JsonProcessingException {
        return answer(YAML_WRITER.writeValueAsString(suite.document()), YAML, request);
    }

    @GET
    @Access(open = true)
    @Path("/openapi.yaml")
    @Produces(YAML)
    @Operation(hidden = true)
    public Response yamlFile(Request request) throws JsonProcessingException {
        return yaml(request);
    }

    /** The document is asked for often and changes seldom: a caller that has it already gets 304. */
    private static Response answer(String document, String type, Request request) {
        // Where two methods make two types, the framework takes one of them even if neither is asked for.
        if (request.selectVariant(Variant.mediaTypes(MediaType.valueOf(type)).build()) == null) {
            throw RequestProblem.NOT_ACCEPTABLE.problem();
        }
        EntityTag tag = new EntityTag(UUID.nameUUIDFromBytes(document.getBytes(StandardCharsets.UTF_8))
                .toString());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer =
                unchanged != null ? unchanged : Response.ok(document, type + ";charset=UTF-8");
        return answer.tag(tag)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }
}
