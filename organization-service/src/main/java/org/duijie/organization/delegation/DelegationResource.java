package org.duijie.organization.delegation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.duijie.chassis.answer.Created;
import org.duijie.chassis.idempotency.Idempotent;
import org.duijie.chassis.identity.Access;
import org.duijie.chassis.identity.Role;
import org.duijie.chassis.identity.Tenant;
import org.duijie.chassis.page.Page;
import org.duijie.chassis.page.PageRequest;
import org.duijie.chassis.precondition.IfMatch;
import org.duijie.chassis.query.QueryValue;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Delegations over HTTP. A principal sees its own, a platform those given to it. */
@Path("/delegations")
@Tag(name = "delegations", description = "委托 · By whom, for what and until when a partner platform may act")
@RunOnVirtualThread
public class DelegationResource {

    private final DelegationService service;
    private final DelegationRepository delegations;
    private final DelegationAccess access;

    @Inject
    DelegationResource(DelegationService service, DelegationRepository delegations, DelegationAccess access) {
        this.service = service;
        this.delegations = delegations;
        this.access = access;
    }

    @POST
    @Idempotent
    @Access(
            roles = {Role.COUNTY_BUREAU, Role.ORGANIZATION, Role.LEADING_GROUP},
            tenant = Tenant.OWNER,
            foreign = 403)
    @Operation(
            operationId = "grantDelegation",
            summary = "Let a partner platform act for you",
            description =
                    "By the county's bureau or the organization itself, or by the leading-group office in its place."
                            + " It is in force at once, in every service as soon as that service has heard of it.")
    @APIResponse(
            responseCode = "201",
            description = "The delegation; Location is its address",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DelegationResponse.class)))
    @APIResponse(responseCode = "400", description = "request-malformed, request-invalid")
    @APIResponse(responseCode = "409", description = "delegation-already-active")
    @APIResponse(
            responseCode = "422",
            description = "delegation-principal-unclear, delegation-matter-not-its-own, delegation-period-passed,"
                    + " delegation-period-too-long, delegation-personal-data")
    public RestResponse<DelegationResponse> grant(@NotNull @Valid DelegationRequest request) {
        DelegationResponse granted = DelegationResponse.of(service.grant(request));
        return Created.at("/delegations/" + granted.id(), granted);
    }

    @GET
    @Access(roles = {Role.COUNTY_BUREAU, Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP, Role.SUPERVISOR})
    @Operation(
            operationId = "listDelegations",
            summary = "List delegations, in the order of granting",
            description = "A principal sees its own, a platform those given to it; the leading group and the supervisor"
                    + " all.")
    @APIResponse(responseCode = "200", description = "One page of them")
    @APIResponse(responseCode = "400", description = "request-invalid")
    public Page<DelegationResponse> list(
            @Parameter(description = "Given to this platform", example = "partner") @QueryParam("platform") @Nullable
                    String platform,
            @Parameter(description = "Given by the county or organization with this code", example = "130722")
                    @QueryParam("principal")
                    @Nullable
                    String principal,
            @Parameter(schema = @Schema(implementation = DelegationStatus.class)) @QueryParam("status") @Nullable
                    String status,
            @BeanParam PageRequest page) {
        var filter = new DelegationRepository.Filter(
                new QueryValue("platform", platform).asText(),
                new QueryValue("principal", principal).asText(),
                new QueryValue("status", status).asChoice(DelegationStatus.class));
        return Page.of(delegations.page(filter, access.sight(), page), page, Delegation::id, this::shown);
    }

    @GET
    @Path("/{id}")
    @Access(
            roles = {Role.COUNTY_BUREAU, Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP, Role.SUPERVISOR},
            tenant = Tenant.OWNER)
    @Operation(operationId = "getDelegation", summary = "Get a delegation")
    @APIResponse(responseCode = "200", description = "The delegation")
    @APIResponse(responseCode = "404", description = "delegation-not-found: there is none, or none that you may see")
    public DelegationResponse get(@PathParam("id") UUID id) {
        Delegation delegation = delegations.findByIdOptional(id).orElseThrow(DelegationProblem.NOT_FOUND::problem);
        access.requireSeeing(delegation);
        return shown(delegation);
    }

    @POST
    @Path("/{id}/revocation")
    @Idempotent(required = false)
    @Access(
            roles = {Role.COUNTY_BUREAU, Role.ORGANIZATION, Role.LEADING_GROUP},
            tenant = Tenant.OWNER)
    @Operation(
            operationId = "revokeDelegation",
            summary = "Take a delegation back",
            description = "Ends what the platform may do; what it did stays.")
    @APIResponse(responseCode = "200", description = "The delegation, now revoked")
    @APIResponse(responseCode = "400", description = "request-malformed, request-invalid")
    @APIResponse(responseCode = "404", description = "delegation-not-found: there is none, or none that you may see")
    @APIResponse(responseCode = "409", description = "delegation-not-active, request-conflict")
    @APIResponse(responseCode = "422", description = "delegation-personal-data")
    public DelegationResponse revoke(
            @PathParam("id") UUID id, @NotNull @Valid RevocationRequest request, @BeanParam IfMatch ifMatch) {
        return DelegationResponse.of(service.revoke(id, request, ifMatch));
    }

    private DelegationResponse shown(Delegation delegation) {
        DelegationResponse whole = DelegationResponse.of(delegation);
        return access.seesAccounts(delegation) ? whole : whole.withoutAccounts();
    }
}
