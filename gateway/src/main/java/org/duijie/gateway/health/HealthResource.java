package org.duijie.gateway.health;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.duijie.chassis.identity.Access;
import org.duijie.chassis.time.BusinessDay;
import org.duijie.gateway.page.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** How the suite is, for people and for their monitoring. A load balancer asks {@code /q/health/ready} of each part instead. */
@Path("/health")
@Tag(name = "operation", description = "Whether the suite works, and in which version")
@RunOnVirtualThread
public class HealthResource {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(BusinessDay.ZONE);

    private final SuiteHealth suite;

    @Inject
    HealthResource(SuiteHealth suite) {
        this.suite = suite;
    }

    @CheckedTemplate(basePath = "")
    static class Templates {
        static native TemplateInstance health(HealthResponse health, String time);
    }

    @GET
    @Access(open = true)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "readHealth", summary = "Read whether every part of the suite works")
    @APIResponse(responseCode = "200", description = "Everything works")
    @APIResponse(
            responseCode = "503",
            description = "A part is down; the body says which",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = HealthResponse.class)))
    public RestResponse<HealthResponse> read() {
        HealthResponse health = suite.look();
        boolean up = health.status() == HealthResponse.Status.UP;
        return RestResponse.status(up ? RestResponse.Status.OK : RestResponse.Status.SERVICE_UNAVAILABLE, health);
    }

    @GET
    @Access(open = true)
    @Produces("text/html;qs=0.8")
    @Operation(hidden = true)
    public RestResponse<String> page(
            @RestQuery("lang") @Nullable String chosen,
            @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        Locale language = Page.language(chosen, acceptLanguage);
        HealthResponse health = suite.look();
        return Page.of(Templates.health(health, TIME.format(health.at())), language);
    }
}
