package org.duijie.project.need;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.duijie.chassis.page.Page;
import org.duijie.chassis.page.PageRequest;
import org.duijie.chassis.problem.RequestProblem;
import org.duijie.project.need.NeedTerms.Category;
import org.duijie.project.need.NeedTerms.Field;
import org.duijie.project.need.NeedTerms.Mode;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Needs over HTTP. Reads go to the repository, commands to the service. */
@Path("/needs")
@Tag(name = "needs", description = "What counties ask for")
@RunOnVirtualThread
public class NeedResource {

    private static final String DIVISION_PREFIX = "^[1-9]\\d(\\d{2}){0,2}$";

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
    @APIResponse(responseCode = "200", description = "One page of them")
    @APIResponse(responseCode = "400", description = "request-invalid")
    public Page<NeedResponse> list(
            @RestQuery
                    @Pattern(regexp = DIVISION_PREFIX, message = "{need.divisionPrefix}")
                    @Parameter(
                            description =
                                    "GB/T 2260 code, or its first two or four digits; covers all that lies under it",
                            example = "1307")
                    @Nullable
                    String division,
            @RestQuery @Nullable Field field,
            @RestQuery @Nullable Category category,
            @RestQuery @Nullable Mode mode,
            @RestQuery @Nullable NeedStatus status,
            @BeanParam PageRequest page) {
        var filter = new NeedRepository.Filter(division, field, category, mode, status);
        var rows = needs.newestFirst(filter, access.scope(), page.afterId(), page.fetchSize());
        return Page.of(rows, page, Need::id, NeedResponse::of);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getNeed", summary = "Read a need")
    @APIResponse(responseCode = "200", description = "The need")
    @APIResponse(responseCode = "404", description = "need-not-found: there is none, or none that you may see")
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
    @APIResponse(
            responseCode = "201",
            description = "The draft; Location is its address",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = NeedResponse.class)))
    @APIResponse(responseCode = "400", description = "request-malformed, request-invalid")
    @APIResponse(responseCode = "401", description = "access-unauthenticated")
    @APIResponse(responseCode = "403", description = "access-forbidden: the county is not yours")
    @APIResponse(responseCode = "422", description = "need-division-unfit, need-contradictory, need-personal-data")
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
    @APIResponse(responseCode = "200", description = "The need as rewritten")
    @APIResponse(responseCode = "400", description = "request-malformed, request-invalid")
    @APIResponse(responseCode = "401", description = "access-unauthenticated")
    @APIResponse(responseCode = "403", description = "access-forbidden: the county is not yours")
    @APIResponse(responseCode = "404", description = "need-not-found")
    @APIResponse(responseCode = "409", description = "need-not-draft, request-conflict")
    @APIResponse(responseCode = "422", description = "need-division-unfit, need-contradictory, need-personal-data")
    public NeedResponse revise(@RestPath UUID id, @NotNull @Valid NeedRequest request) {
        return service.revise(id, request.toTerms());
    }

    @POST
    @Path("/{id}/submission")
    @Authenticated
    @Operation(operationId = "submitNeed", summary = "Hand a need to another office for review")
    @APIResponse(responseCode = "200", description = "The need, now waiting for review")
    @APIResponse(responseCode = "401", description = "access-unauthenticated")
    @APIResponse(responseCode = "403", description = "access-forbidden: the county is not yours")
    @APIResponse(responseCode = "404", description = "need-not-found")
    @APIResponse(responseCode = "409", description = "need-not-draft, need-deadline-passed, request-conflict")
    public NeedResponse submit(@RestPath UUID id) {
        return service.submit(id);
    }

    @POST
    @Path("/{id}/review")
    @Authenticated
    @Operation(
            operationId = "reviewNeed",
            summary = "Publish a submitted need, or return it with reasons",
            description = "By an office above the county, or the leading group; never by anybody who wrote it.")
    @APIResponse(responseCode = "200", description = "The need, published or returned")
    @APIResponse(responseCode = "400", description = "request-malformed, request-invalid")
    @APIResponse(responseCode = "401", description = "access-unauthenticated")
    @APIResponse(responseCode = "403", description = "need-reviewer-is-author, access-forbidden")
    @APIResponse(responseCode = "404", description = "need-not-found")
    @APIResponse(responseCode = "409", description = "need-not-submitted, need-deadline-passed, request-conflict")
    @APIResponse(responseCode = "422", description = "need-personal-data")
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
    @APIResponse(responseCode = "200", description = "The need, withdrawn")
    @APIResponse(responseCode = "400", description = "request-malformed, request-invalid")
    @APIResponse(responseCode = "401", description = "access-unauthenticated")
    @APIResponse(responseCode = "403", description = "access-forbidden: the county is not yours")
    @APIResponse(responseCode = "404", description = "need-not-found")
    @APIResponse(responseCode = "409", description = "need-not-open, request-conflict")
    @APIResponse(responseCode = "422", description = "need-personal-data")
    public NeedResponse withdraw(@RestPath UUID id, @NotNull @Valid NeedRequest.Withdrawal withdrawal) {
        return service.withdraw(id, withdrawal.reason().strip());
    }

    private static List<String> requireReasons(NeedRequest.Review review) {
        if (review.reasons().isEmpty()) {
            throw RequestProblem.INVALID.at("#/reasons", "退回需求须说明理由。", "A need is returned with reasons.");
        }
        return review.reasons();
    }
}
