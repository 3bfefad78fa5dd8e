package org.duijie.project.need;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.UUID;
import org.duijie.chassis.page.Page;
import org.duijie.chassis.page.PageRequest;
import org.duijie.chassis.problem.RequestProblem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Needs over HTTP. Reads go to the repository, commands to the service. */
@Path("/needs")
@Tag(name = "needs", description = "What counties ask for")
@RunOnVirtualThread
public class NeedResource {

    private final NeedService service;
    private final NeedRepository needs;
    private final NeedAccess access;

    @Inject
    NeedResource(NeedService service, NeedRepository needs, NeedAccess access) {
        this.service = service;
        this.needs = needs;
        this.access = access;
    }

    @GET
    @Operation(
            operationId = "listNeeds",
            summary = "List needs, newest first",
            description = "The public sees published needs; a county and the offices above it see all of theirs.")
    public Page<NeedResponse> list(@Valid @BeanParam NeedFilter filter, @BeanParam PageRequest page) {
        var rows = needs.newestFirst(filter, access.scope(), page.afterId(), page.fetchSize());
        return Page.of(rows, page, Need::id, NeedResponse::of);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getNeed", summary = "Read a need")
    public NeedResponse get(@RestPath UUID id) {
        Need need = needs.get(id);
        access.requireReader(need);
        return NeedResponse.of(need);
    }

    @POST
    @Authenticated
    @Operation(
            operationId = "createNeed",
            summary = "Draft a need",
            description = "By the county's bureau or a platform that it delegated to.")
    @APIResponse(responseCode = "201", description = "The draft; Location is its address")
    public RestResponse<NeedResponse> create(@NotNull @Valid NeedRequest request) {
        NeedResponse need = service.draft(request.toTerms());
        return RestResponse.ResponseBuilder.<NeedResponse>created(URI.create("/needs/" + need.id()))
                .entity(need)
                .build();
    }

    @PUT
    @Path("/{id}")
    @Authenticated
    @Operation(
            operationId = "reviseNeed",
            summary = "Rewrite a draft or a returned need",
            description = "Replaces everything that is asked for.")
    public NeedResponse revise(@RestPath UUID id, @NotNull @Valid NeedRequest request) {
        return service.revise(id, request.toTerms());
    }

    @POST
    @Path("/{id}/submission")
    @Authenticated
    @Operation(operationId = "submitNeed", summary = "Hand a need to another office for review")
    public NeedResponse submit(@RestPath UUID id) {
        return service.submit(id);
    }

    @POST
    @Path("/{id}/review")
    @Authenticated
    @Operation(
            operationId = "reviewNeed",
            summary = "Publish a submitted need, or return it with reasons",
            description = "By an office above the county, or the leading group; never by the need's author.")
    public NeedResponse review(@RestPath UUID id, @NotNull @Valid NeedRequest.Review review) {
        return switch (review.decision()) {
            case PUBLISH -> service.publish(id, review.reasons());
            case RETURN -> service.sendBack(id, requireReasons(review));
        };
    }

    @POST
    @Path("/{id}/withdrawal")
    @Authenticated
    @Operation(operationId = "withdrawNeed", summary = "Take a need back")
    public NeedResponse withdraw(@RestPath UUID id, @NotNull @Valid NeedRequest.Withdrawal withdrawal) {
        return service.withdraw(id, withdrawal.reason().strip());
    }

    private static java.util.List<String> requireReasons(NeedRequest.Review review) {
        if (review.reasons().isEmpty()) {
            throw RequestProblem.INVALID.at("#/reasons", "退回需求须说明理由。", "A need is returned with reasons.");
        }
        return review.reasons();
    }
}
