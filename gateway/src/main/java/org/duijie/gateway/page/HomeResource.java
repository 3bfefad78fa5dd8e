package org.duijie.gateway.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.duijie.chassis.identity.Access;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The way in for people who open the gateway's address in a browser. */
@Path("/")
@RunOnVirtualThread
public class HomeResource {

    private final String version;

    public HomeResource(@ConfigProperty(name = "quarkus.application.version") String version) {
        this.version = version;
    }

    @CheckedTemplate(basePath = "")
    static class Templates {
        static native TemplateInstance home(String version);
    }

    @GET
    @Access(open = true)
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<String> home(
            @RestQuery("lang") @Nullable String chosen,
            @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        return Page.of(Templates.home(version), Page.language(chosen, acceptLanguage));
    }
}
