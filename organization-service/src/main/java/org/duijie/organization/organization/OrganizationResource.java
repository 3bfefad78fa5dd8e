package org.duijie.organization.organization;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
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
import org.duijie.chassis.time.BusinessDay;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Organizations over HTTP. Everybody may read them; related parties are shown to those they concern. */
@Path("/organizations")
@Tag(name = "organizations", description = "社会组织 · The registry of social organizations and their standing")
@RunOnVirtualThread
public class OrganizationResource {

    private final OrganizationService service;
    private final OrganizationRepository organizations;
    private final OrganizationAccess access;
    private final BusinessDay day;

    @Inject
    OrganizationResource(
            OrganizationService service,
            OrganizationRepository organizations,
            OrganizationAccess access,
            BusinessDay day) {
        this.service = service;
        this.organizations = organizations;
        this.access = access;
        this.day = day;
    }

    @POST
    @Idempotent
    @Access(
            roles = {Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP},
            tenant = Tenant.ORGANIZATION,
            foreign = 403)
    @Operation(
            operationId = "registerOrganization",
            summary = "Register an organization",
            description =
                    "By the organization itself or a platform that acts for it. Type, level and registrar are read"
                            + " from the credit code. A code whose check character fails is admitted by the leading-group office"
                            + " only, with a reason.")
    @APIResponse(
            responseCode = "201",
            description = "The entry; Location is its address",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = OrganizationResponse.class)))
    @APIResponse(responseCode = "400", description = "request-malformed, request-invalid")
    @APIResponse(responseCode = "403", description = "access-forbidden, organization-override-not-allowed")
    @APIResponse(responseCode = "409", description = "organization-already-registered")
    @APIResponse(
            responseCode = "422",
            description = "organization-credit-code-check-failed, organization-not-a-social-organization,"
                    + " organization-related-to-itself, organization-personal-data")
    public RestResponse<OrganizationResponse> register(@NotNull @Valid OrganizationRequest request) {
        OrganizationResponse registered = OrganizationResponse.of(service.register(request));
        return Created.at("/organizations/" + registered.id(), registered);
    }

    @GET
    @Access(open = true)
    @Operation(operationId = "listOrganizations", summary = "List organizations, in the order of registration")
    @APIResponse(responseCode = "200", description = "One page of them")
    @APIResponse(responseCode = "400", description = "request-invalid")
    public Page<OrganizationResponse> list(
            @Parameter(description = "Exactly this credit code", example = "53110000500302806B")
                    @QueryParam("creditCode")
                    @Nullable
                    String creditCode,
            @Parameter(schema = @Schema(implementation = OrganizationLevel.class)) @QueryParam("level") @Nullable
                    String level,
            @Parameter(schema = @Schema(implementation = OrganizationType.class)) @QueryParam("type") @Nullable
                    String type,
            @Parameter(schema = @Schema(implementation = OrganizationStatus.class)) @QueryParam("status") @Nullable
                    String status,
            @BeanParam PageRequest page) {
        var filter = new OrganizationRepository.Filter(
                new QueryValue("creditCode", creditCode).asText(),
                new QueryValue("level", level).asChoice(OrganizationLevel.class),
                new QueryValue("type", type).asChoice(OrganizationType.class),
                new QueryValue("status", status).asChoice(OrganizationStatus.class));
        return Page.of(organizations.page(filter, page), page, Organization::id, access::shown);
    }

    @GET
    @Path("/{id}")
    @Access(open = true)
    @Operation(operationId = "getOrganization", summary = "Get an organization")
    @APIResponse(responseCode = "200", description = "The organization")
    @APIResponse(responseCode = "404", description = "organization-not-found")
    public OrganizationResponse get(@PathParam("id") UUID id) {
        return access.shown(organizations.require(id));
    }

    @PATCH
    @Path("/{id}")
    @Idempotent(required = false)
    @Consumes(MergePatch.MEDIA_TYPE)
    @Access(
            roles = {Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.SUPERIOR_OFFICE, Role.LEADING_GROUP},
            tenant = Tenant.ORGANIZATION,
            foreign = 403)
    @Operation(
            operationId = "amendOrganization",
            summary = "Change what an organization says of itself, in part",
            description =
                    "By the organization, a platform that acts for it, or its registrar. What is left out stays,"
                            + " null takes away. Once verified, an organization changes its description and adds related parties;"
                            + " its name, and taking a related party away, are its registrar's. The same again changes nothing.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = OrganizationProfile.class)))
    @APIResponse(responseCode = "200", description = "The organization as it is now")
    @APIResponse(responseCode = "400", description = "request-malformed, request-invalid")
    @APIResponse(
            responseCode = "403",
            description = "access-forbidden, organization-name-confirmed, organization-related-party-confirmed")
    @APIResponse(responseCode = "404", description = "organization-not-found")
    @APIResponse(responseCode = "409", description = "organization-deregistered, request-conflict")
    @APIResponse(
            responseCode = "422",
            description = "organization-credit-code-check-failed, organization-related-to-itself,"
                    + " organization-personal-data")
    public OrganizationResponse amend(@PathParam("id") UUID id, @NotNull JsonNode patch, @BeanParam IfMatch ifMatch) {
        return OrganizationResponse.of(service.amend(id, patch, ifMatch));
    }

    @GET
    @Path("/{id}/eligibility")
    @Access(open = true)
    @Operation(
            operationId = "getOrganizationEligibility",
            summary = "Say whether an organization may take part on a day",
            description = "A day is judged as it stood at its end. Each obstacle says since when, and in words why.")
    @APIResponse(responseCode = "200", description = "Whether, and if not, why")
    @APIResponse(responseCode = "400", description = "request-invalid")
    @APIResponse(responseCode = "404", description = "organization-not-found")
    public EligibilityResponse eligibility(
            @PathParam("id") UUID id,
            @Parameter(
                            description = "The day; today (Asia/Shanghai) where left out",
                            schema = @Schema(implementation = LocalDate.class, examples = "2018-09-01"))
                    @QueryParam("on")
                    @Nullable
                    String on) {
        LocalDate asked = new QueryValue("on", on).asDate().orElseGet(day::today);
        return EligibilityResponse.of(organizations.require(id).eligibilityOn(asked));
    }

    @POST
    @Path("/{id}/verification")
    @Idempotent(required = false)
    @Access(
            roles = {Role.SUPERIOR_OFFICE, Role.LEADING_GROUP},
            tenant = Tenant.REGISTRAR,
            foreign = 403)
    @Operation(
            operationId = "verifyOrganization",
            summary = "Confirm that an organization is what it says",
            description = "By the office that keeps its registration or one above it; for organizations registered with"
                    + " the ministry by the leading-group office.")
    @APIResponse(responseCode = "200", description = "The organization, now verified")
    @APIResponse(responseCode = "404", description = "organization-not-found")
    @APIResponse(responseCode = "409", description = "organization-not-awaiting-verification, request-conflict")
    public OrganizationResponse verify(@PathParam("id") UUID id, @BeanParam IfMatch ifMatch) {
        return OrganizationResponse.of(service.verify(id, ifMatch));
    }

    @POST
    @Path("/{id}/suspension")
    @Idempotent(required = false)
    @Access(
            roles = {Role.SUPERIOR_OFFICE, Role.LEADING_GROUP},
            tenant = Tenant.REGISTRAR,
            foreign = 403)
    @Operation(operationId = "suspendOrganization", summary = "Stop a verified organization for the time being")
    @APIResponse(responseCode = "200", description = "The organization, now suspended")
    @APIResponse(responseCode = "400", description = "request-malformed, request-invalid")
    @APIResponse(responseCode = "404", description = "organization-not-found")
    @APIResponse(responseCode = "409", description = "organization-not-verified, request-conflict")
    @APIResponse(responseCode = "422", description = "organization-personal-data")
    public OrganizationResponse suspend(
            @PathParam("id") UUID id, @NotNull @Valid SuspensionRequest request, @BeanParam IfMatch ifMatch) {
        return OrganizationResponse.of(service.suspend(id, request, ifMatch));
    }

    @POST
    @Path("/{id}/reinstatement")
    @Idempotent(required = false)
    @Access(
            roles = {Role.SUPERIOR_OFFICE, Role.LEADING_GROUP},
            tenant = Tenant.REGISTRAR,
            foreign = 403)
    @Operation(operationId = "reinstateOrganization", summary = "Lift the suspension of an organization")
    @APIResponse(responseCode = "200", description = "The organization, verified again")
    @APIResponse(responseCode = "404", description = "organization-not-found")
    @APIResponse(responseCode = "409", description = "organization-not-suspended, request-conflict")
    public OrganizationResponse reinstate(@PathParam("id") UUID id, @BeanParam IfMatch ifMatch) {
        return OrganizationResponse.of(service.reinstate(id, ifMatch));
    }

    @POST
    @Path("/{id}/deregistration")
    @Idempotent(required = false)
    @Access(
            roles = {Role.SUPERIOR_OFFICE, Role.LEADING_GROUP},
            tenant = Tenant.REGISTRAR,
            foreign = 403)
    @Operation(operationId = "deregisterOrganization", summary = "End an organization for good")
    @APIResponse(responseCode = "200", description = "The organization, now deregistered")
    @APIResponse(responseCode = "404", description = "organization-not-found")
    @APIResponse(responseCode = "409", description = "organization-deregistered, request-conflict")
    public OrganizationResponse deregister(@PathParam("id") UUID id, @BeanParam IfMatch ifMatch) {
        return OrganizationResponse.of(service.deregister(id, ifMatch));
    }

    @PUT
    @Path("/{id}/standing")
    @Access(
            roles = {Role.SUPERIOR_OFFICE, Role.LEADING_GROUP},
            tenant = Tenant.REGISTRAR,
            foreign = 403)
    @Operation(
            operationId = "stateOrganizationStanding",
            summary = "State an organization's whole standing",
            description =
                    "Rating, inspections, and stays on the lists. What is left out is taken away; stating the same"
                            + " again changes nothing.")
    @APIResponse(responseCode = "200", description = "The organization with this standing")
    @APIResponse(responseCode = "400", description = "request-malformed, request-invalid")
    @APIResponse(responseCode = "404", description = "organization-not-found")
    @APIResponse(responseCode = "409", description = "organization-deregistered, request-conflict")
    @APIResponse(responseCode = "422", description = "organization-personal-data")
    public OrganizationResponse stateStanding(
            @PathParam("id") UUID id, @NotNull @Valid Standing standing, @BeanParam IfMatch ifMatch) {
        return OrganizationResponse.of(service.stateStanding(id, standing, ifMatch));
    }
}
