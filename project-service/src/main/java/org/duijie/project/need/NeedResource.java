package org.duijie.project.need;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.duijie.chassis.answer.Created;
import org.duijie.chassis.idempotency.Idempotent;
import org.duijie.chassis.identity.Access;
import org.duijie.chassis.identity.Role;
import org.duijie.chassis.identity.Tenant;
import org.duijie.chassis.page.Page;
import org.duijie.chassis.page.PageRequest;
import org.duijie.chassis.patch.MergePatch;
import org.duijie.chassis.precondition.IfMatch;
import org.duijie.chassis.query.QueryValue;
import org.duijie.project.need.NeedTerms.Category;
import org.duijie.project.need.NeedTerms.Field;
import org.duijie.project.need.NeedTerms.Mode;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Needs over HTTP: reading and writing them. What is decided about them is in {@link NeedDecisionResource}. */
@Path("/needs")
@Tag(name = "needs", description = "What counties ask for")
@RunOnVirtualThread
public class NeedResource {

    private static final String DIVISION_PREFIX = "^[1-9]\\d(\\d{2}){0,2}$";

    private final NeedService service;
    private final NeedRepository needs;
    private final NeedAccess access;
    private final MergePatch mergePatch;

    @Inject
    NeedResource(NeedService service, NeedRepository needs, NeedAccess access, MergePatch mergePatch) {
        this.service = service;
        this.needs = needs;
        this.access = access;
        this.mergePatch = mergePatch;
    }

    @GET
    @Access(open = true)
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
            @RestQuery @Parameter(schema = @Schema(implementation = Field.class)) @Nullable String field,
            @RestQuery @Parameter(schema = @Schema(implementation = Category.class)) @Nullable String category,
            @RestQuery @Parameter(schema = @Schema(implementation = Mode.class)) @Nullable String mode,
            @RestQuery @Parameter(schema = @Schema(implementation = NeedStatus.class)) @Nullable String status,
            @RestQuery
                    @Parameter(
                            description =
                                    "true: those only that an office has to decide about, of the ones that are yours",
                            schema = @Schema(implementation = Boolean.class))
                    @Pattern(regexp = "^(true|false)$", message = "{need.awaitingReview}")
                    @Nullable
                    String awaitingReview,
            @BeanParam PageRequest page) {
        var filter = new NeedRepository.Filter(
                division,
                new QueryValue("field", field).asChoice(Field.class).orElse(null),
                new QueryValue("category", category).asChoice(Category.class).orElse(null),
                new QueryValue("mode", mode).asChoice(Mode.class).orElse(null),
                new QueryValue("status", status).asChoice(NeedStatus.class).orElse(null),
                Boolean.parseBoolean(awaitingReview));
        var rows = needs.newestFirst(filter, access.scope(), page.afterId(), page.fetchSize());
        return Page.of(rows, page, Need::id, access::shown);
    }

    @GET
    @Path("/{id}")
    @Access(open = true, tenant = Tenant.DIVISION)
    @Operation(operationId = "getNeed", summary = "Read a need")
    @APIResponse(responseCode = "200", description = "The need")
    @APIResponse(responseCode = "404", description = "need-not-found: there is none, or none that you may see")
    public NeedResponse get(@RestPath UUID id) {
        Need need = needs.get(id);
        access.requireReader(need);
        return access.shown(need);
    }

    @POST
    @Idempotent
    @Access(
            roles = {Role.COUNTY_BUREAU, Role.PARTNER_PLATFORM, Role.LEADING_GROUP},
            tenant = Tenant.DIVISION,
            foreign = 403)
    @Operation(
            operationId = "createNeed",
            summary = "Draft a need",
            description = "By the county's bureau or a platform that it delegated to.")
    @APIResponse(
            responseCode = "201",
            description = "The draft; Location is its address",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = NeedResponse.class)))
    @APIResponse(responseCode = "400", description = "request-malformed, request-invalid")
    @APIResponse(responseCode = "403", description = "access-forbidden: the county is not yours")
    @APIResponse(responseCode = "422", description = "need-division-unfit, need-contradictory, need-personal-data")
    public RestResponse<NeedResponse> create(@NotNull @Valid NeedRequest request) {
        NeedResponse need = service.draft(request.toTerms());
        return Created.at("/needs/" + need.id(), need);
    }

    @PUT
    @Path("/{id}")
    @Access(
            roles = {Role.COUNTY_BUREAU, Role.PARTNER_PLATFORM, Role.LEADING_GROUP},
            tenant = Tenant.DIVISION)
    @Operation(
            operationId = "reviseNeed",
            summary = "Rewrite a draft or a returned need",
            description = "Replaces everything that is asked for.")
    @APIResponse(responseCode = "200", description = "The need as rewritten")
    @APIResponse(responseCode = "400", description = "request-malformed, request-invalid")
    @APIResponse(responseCode = "403", description = "access-forbidden: the county is not yours")
    @APIResponse(responseCode = "404", description = "need-not-found")
    @APIResponse(responseCode = "409", description = "need-not-draft, request-conflict")
    @APIResponse(responseCode = "422", description = "need-division-unfit, need-contradictory, need-personal-data")
    public NeedResponse revise(@RestPath UUID id, @BeanParam IfMatch ifMatch, @NotNull @Valid NeedRequest request) {
        return service.revise(id, ifMatch, before -> request.toTerms());
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Access(
            roles = {Role.COUNTY_BUREAU, Role.PARTNER_PLATFORM, Role.LEADING_GROUP},
            tenant = Tenant.DIVISION)
    @Operation(
            operationId = "patchNeed",
            summary = "Rewrite parts of a draft or a returned need",
            description = "A JSON merge patch (RFC 7396): members that are named are replaced, null takes away, a list "
                    + "is replaced whole.")
    @APIResponse(responseCode = "200", description = "The need as rewritten")
    @APIResponse(responseCode = "400", description = "request-malformed, request-invalid")
    @APIResponse(responseCode = "403", description = "access-forbidden: the county is not yours")
    @APIResponse(responseCode = "404", description = "need-not-found")
    @APIResponse(responseCode = "409", description = "need-not-draft, request-conflict")
    @APIResponse(responseCode = "415", description = "request-unsupported-media-type")
    @APIResponse(responseCode = "422", description = "need-division-unfit, need-contradictory, need-personal-data")
    public NeedResponse patch(
            @RestPath UUID id,
            @BeanParam IfMatch ifMatch,
            @RequestBody(
                            description = "Members as in NeedRequest",
                            content =
                                    @Content(
                                            mediaType = MergePatch.MEDIA_TYPE,
                                            schema = @Schema(implementation = NeedRequest.class),
                                            example = "{\"splittable\":false}"))
                    @NotNull
                    JsonNode patch) {
        return service.revise(id, ifMatch, before -> patched(before, patch));
    }

    private NeedTerms patched(NeedTerms before, JsonNode patch) {
        return mergePatch
                .apply(NeedRequest.of(before), patch, NeedRequest.class)
                .toTerms();
    }
}
