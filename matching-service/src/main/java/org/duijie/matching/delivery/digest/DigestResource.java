package org.duijie.matching.delivery.digest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.duijie.chassis.answer.Created;
import org.duijie.chassis.idempotency.Idempotent;
import org.duijie.chassis.identity.Access;
import org.duijie.chassis.identity.Role;
import org.duijie.chassis.identity.Tenant;
import org.duijie.chassis.page.Page;
import org.duijie.chassis.page.PageRequest;
import org.duijie.chassis.precondition.IfMatch;
import org.duijie.matching.subscription.OwnedAccess;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/digests")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "digests", description = "邮件摘要 · Have your streams mailed to you")
public class DigestResource {

    private final DigestService service;
    private final DigestRepository digests;
    private final OwnedAccess access;

    @Inject
    DigestResource(DigestService service, DigestRepository digests, OwnedAccess access) {
        this.service = service;
        this.digests = digests;
        this.access = access;
    }

    @POST
    @Access(
            roles = {Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP},
            tenant = Tenant.ORGANIZATION,
            foreign = 403)
    @Idempotent(ownTransaction = true)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createDigest",
            summary = "设立邮件摘要 · Have streams mailed to an address",
            description =
                    "The address is sent a code first, and nothing else until the code is confirmed. Then everything that"
                            + " the subscriptions are told from now on is mailed in order: at once, in the morning or on"
                            + " Mondays. A mail lists up to 500 events; where there are more it says which, and links them.")
    @APIResponse(responseCode = "201", description = "Made; a code is on its way to the address")
    @APIResponse(responseCode = "400", description = "request-invalid, request-malformed")
    @APIResponse(responseCode = "409", description = "digest-too-many, digest-not-offered")
    public RestResponse<DigestResponse> create(@NotNull(message = "{matching.required}") @Valid DigestRequest request) {
        access.requireActingFor(request.organization());
        return service.create(
                request, access.platform(), made -> Created.at("/digests/" + made.id(), DigestResponse.of(made)));
    }

    @GET
    @Access(roles = {Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP, Role.SUPERVISOR})
    @Operation(
            operationId = "listDigests",
            summary = "本组织的邮件摘要 · List one's own digests",
            description = "The leading group and the supervisor see all.")
    @APIResponse(responseCode = "200", description = "In the order of making")
    @APIResponse(responseCode = "400", description = "request-invalid")
    public Page<DigestResponse> list(@BeanParam PageRequest page) {
        return access.page(digests, page, DigestResponse::of);
    }

    @GET
    @Path("/{id}")
    @Access(
            roles = {Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP, Role.SUPERVISOR},
            tenant = Tenant.ORGANIZATION)
    @Operation(operationId = "getDigest", summary = "查看邮件摘要 · Read a digest")
    @APIResponse(responseCode = "200", description = "The digest, and how its last mail fared")
    @APIResponse(responseCode = "404", description = "digest-not-found")
    public DigestResponse get(@PathParam("id") UUID id) {
        return DigestResponse.of(access.readable(digests, id, DigestProblem.NOT_FOUND));
    }

    @POST
    @Path("/{id}/confirmation")
    @Access(
            roles = {Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP},
            tenant = Tenant.ORGANIZATION)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "confirmDigest",
            summary = "确认收件地址 · Say the code that was mailed to the address",
            description = "Saying it again changes nothing.")
    @APIResponse(responseCode = "200", description = "It is mailed from now on")
    @APIResponse(responseCode = "400", description = "request-invalid, request-malformed")
    @APIResponse(responseCode = "404", description = "digest-not-found")
    @APIResponse(responseCode = "422", description = "digest-code-wrong")
    public DigestResponse confirm(
            @PathParam("id") UUID id, @NotNull(message = "{matching.required}") @Valid ConfirmationRequest request) {
        return DigestResponse.of(service.confirm(own(id), request.code()));
    }

    @DELETE
    @Path("/{id}")
    @Access(
            roles = {Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP},
            tenant = Tenant.ORGANIZATION)
    @Operation(operationId = "deleteDigest", summary = "删除邮件摘要 · Mail nothing more")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "404", description = "digest-not-found")
    public void delete(@PathParam("id") UUID id, @BeanParam IfMatch ifMatch) {
        service.delete(own(id), ifMatch);
    }

    private UUID own(UUID id) {
        return access.own(digests, id, DigestProblem.NOT_FOUND).id();
    }
}
