package org.duijie.project.supervision;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.duijie.chassis.answer.Created;
import org.duijie.chassis.idempotency.Idempotent;
import org.duijie.chassis.identity.Access;
import org.duijie.chassis.identity.Role;
import org.duijie.chassis.page.Page;
import org.duijie.chassis.page.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Draws for spot checks over HTTP. */
@Path("/spot-checks")
@Tag(name = "supervision", description = "What looks wrong by published rules, what was found, what was put right")
@RunOnVirtualThread
public class SpotCheckResource {

    private final SpotCheckService service;

    @Inject
    SpotCheckResource(SpotCheckService service) {
        this.service = service;
    }

    @GET
    @Access(roles = {Role.SUPERVISOR, Role.LEADING_GROUP})
    @Operation(operationId = "listSpotChecks", summary = "List the draws, newest first")
    @APIResponse(responseCode = "200", description = "One page of draws")
    @APIResponse(responseCode = "400", description = "request-invalid")
    public Page<SpotCheckResponse> list(@BeanParam PageRequest page) {
        var rows = service.newestFirst(page.afterId().orElse(null), page.fetchSize());
        return Page.of(rows, page, SpotCheck::id, SpotCheckResponse::of);
    }

    @GET
    @Path("/{id}")
    @Access(roles = {Role.SUPERVISOR, Role.LEADING_GROUP})
    @Operation(operationId = "getSpotCheck", summary = "Read a draw")
    @APIResponse(responseCode = "200", description = "The draw")
    @APIResponse(responseCode = "404", description = "finding-not-found")
    public SpotCheckResponse get(@RestPath UUID id) {
        return service.find(id).map(SpotCheckResponse::of).orElseThrow(FindingProblem.NOT_FOUND::problem);
    }

    @POST
    @Idempotent
    @Access(roles = {Role.SUPERVISOR, Role.LEADING_GROUP})
    @Operation(
            operationId = "drawSpotCheck",
            summary = "Draw projects by lot",
            description =
                    "Of those that are running or completed. With the published seed whoever has their ids comes to "
                            + "the same draw.")
    @APIResponse(
            responseCode = "201",
            description = "The draw; Location is its address",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SpotCheckResponse.class)))
    @APIResponse(responseCode = "400", description = "request-malformed, request-invalid")
    public RestResponse<SpotCheckResponse> draw(@NotNull @Valid SpotCheckRequest request) {
        SpotCheck check = service.draw(request.seed().strip(), request.size(), request.division());
        return Created.at("/spot-checks/" + check.id(), SpotCheckResponse.of(check));
    }
}
