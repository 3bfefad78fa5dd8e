package org.duijie.matching.delivery.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.Map;
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
import org.duijie.chassis.privacy.PersonalData;
import org.duijie.chassis.problem.RequestProblem;
import org.duijie.matching.subscription.OwnedAccess;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/webhook-endpoints")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "webhooks", description = "webhook 推送 · Have your streams sent to you, signed and in order")
public class WebhookEndpointResource {

    private static final String SCHEMA_NOTE =
            "Each event is sent with its number as soon as it is told, signed as Standard Webhooks 1.0 has it. Any 2xx within"
                    + " 15 s takes it; everything else is tried again under the same webhook-id, over three days.";

    private final WebhookEndpointService service;
    private final WebhookEndpointRepository endpoints;
    private final WebhookAccess access;
    private final OwnedAccess owned;
    private final MergePatch patch;

    @Inject
    WebhookEndpointResource(
            WebhookEndpointService service,
            WebhookEndpointRepository endpoints,
            WebhookAccess access,
            OwnedAccess owned,
            MergePatch patch) {
        this.service = service;
        this.endpoints = endpoints;
        this.access = access;
        this.owned = owned;
        this.patch = patch;
    }

    @POST
    @Access(
            roles = {Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP},
            tenant = Tenant.ORGANIZATION,
            foreign = 403)
    @Idempotent(ownTransaction = true)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createWebhookEndpoint",
            summary = "设立端点 · Have streams sent to an address",
            description = SCHEMA_NOTE + " Begins with what is told from now on; replay brings what was told before.")
    @APIResponse(responseCode = "201", description = "Made; the secret is shown this once")
    @APIResponse(responseCode = "400", description = "request-invalid, request-malformed")
    @APIResponse(responseCode = "409", description = "There are 100 of them: webhook-too-many")
    @APIResponse(responseCode = "422", description = "webhook-address-refused")
    public RestResponse<WebhookEndpointResponse> create(
            @NotNull(message = "{matching.required}") @Valid WebhookEndpointRequest request) {
        owned.requireActingFor(request.organization());
        refusePersonalData(request);
        var made = service.create(request, owned.platform(), endpoint -> created(WebhookEndpointResponse.of(endpoint)));
        return created(made.answer().getEntity().withSecret(made.secret()));
    }

    private static RestResponse<WebhookEndpointResponse> created(WebhookEndpointResponse shown) {
        return Created.at("/webhook-endpoints/" + shown.id(), shown);
    }

    @GET
    @Access(roles = {Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP, Role.SUPERVISOR})
    @Operation(
            operationId = "listWebhookEndpoints",
            summary = "本组织的端点 · List one's own endpoints",
            description = "The leading group and the supervisor see all.")
    @APIResponse(responseCode = "200", description = "In the order of making")
    @APIResponse(responseCode = "400", description = "request-invalid")
    public Page<WebhookEndpointResponse> list(@BeanParam PageRequest page) {
        return owned.page(endpoints, page, WebhookEndpointResponse::of);
    }

    @GET
    @Path("/{id}")
    @Access(
            roles = {Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP, Role.SUPERVISOR},
            tenant = Tenant.ORGANIZATION)
    @Operation(operationId = "getWebhookEndpoint", summary = "查看端点 · Read an endpoint")
    @APIResponse(responseCode = "200", description = "The endpoint, without its secret")
    @APIResponse(responseCode = "404", description = "webhook-not-found")
    public WebhookEndpointResponse get(@PathParam("id") UUID id) {
        return WebhookEndpointResponse.of(access.readable(id));
    }

    @PATCH
    @Path("/{id}")
    @Access(
            roles = {Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP},
            tenant = Tenant.ORGANIZATION)
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(
            operationId = "changeWebhookEndpoint",
            summary = "修改端点 · Send elsewhere, or something else",
            description =
                    "A merge patch of everything but the organization. A subscription that is added is sent from now on.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = WebhookEndpointPatch.class)))
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "400", description = "request-invalid, request-malformed")
    @APIResponse(responseCode = "404", description = "webhook-not-found")
    @APIResponse(responseCode = "422", description = "webhook-address-refused")
    public WebhookEndpointResponse change(
            @PathParam("id") UUID id,
            @NotNull(message = "{matching.required}") JsonNode change,
            @BeanParam IfMatch ifMatch) {
        UUID own = access.own(id).id();
        return WebhookEndpointResponse.of(service.change(own, ifMatch, asked -> {
            WebhookEndpointRequest changed = patch.apply(asked, change, WebhookEndpointRequest.class);
            if (!changed.organization().equals(asked.organization())) {
                throw RequestProblem.INVALID.at(
                        "#/organization", "端点不能转给另一组织。", "An endpoint stays with its organization.");
            }
            refusePersonalData(changed);
            return changed;
        }));
    }

    @DELETE
    @Path("/{id}")
    @Access(
            roles = {Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP},
            tenant = Tenant.ORGANIZATION)
    @Operation(operationId = "deleteWebhookEndpoint", summary = "删除端点 · Send nothing more to it")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "404", description = "webhook-not-found")
    public void delete(@PathParam("id") UUID id, @BeanParam IfMatch ifMatch) {
        service.delete(access.own(id).id(), ifMatch);
    }

    @POST
    @Path("/{id}/pause")
    @Access(
            roles = {Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP},
            tenant = Tenant.ORGANIZATION)
    @Operation(
            operationId = "pauseWebhookEndpoint",
            summary = "暂停端点 · Pause an endpoint",
            description = "What happens meanwhile is kept, and sent when it is resumed.")
    @APIResponse(responseCode = "200", description = "Paused")
    @APIResponse(responseCode = "404", description = "webhook-not-found")
    @APIResponse(responseCode = "409", description = "webhook-not-active")
    public WebhookEndpointResponse pause(@PathParam("id") UUID id, @BeanParam IfMatch ifMatch) {
        return WebhookEndpointResponse.of(service.pause(access.own(id).id(), ifMatch));
    }

    @POST
    @Path("/{id}/resumption")
    @Access(
            roles = {Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP},
            tenant = Tenant.ORGANIZATION)
    @Operation(
            operationId = "resumeWebhookEndpoint",
            summary = "恢复端点 · Send on to an endpoint that was paused or disabled",
            description = "From where it stopped, in order.")
    @APIResponse(responseCode = "200", description = "Active")
    @APIResponse(responseCode = "404", description = "webhook-not-found")
    @APIResponse(responseCode = "409", description = "webhook-active")
    public WebhookEndpointResponse resume(@PathParam("id") UUID id, @BeanParam IfMatch ifMatch) {
        return WebhookEndpointResponse.of(service.resume(access.own(id).id(), ifMatch));
    }

    @POST
    @Path("/{id}/rotation")
    @Access(
            roles = {Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP},
            tenant = Tenant.ORGANIZATION)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "更换密钥 · Sign with a new secret",
            description =
                    "For some hours each message is signed with both. There are two at the most: one from before ends.")
    @APIResponse(responseCode = "200", description = "The endpoint with its new secret, which is shown this once")
    @APIResponse(responseCode = "400", description = "request-invalid, request-malformed")
    @APIResponse(responseCode = "404", description = "webhook-not-found")
    public WebhookEndpointResponse rotate(
            @PathParam("id") UUID id,
            @NotNull(message = "{matching.required}") @Valid RotationRequest request,
            @BeanParam IfMatch ifMatch) {
        var rotated = service.rotate(access.own(id).id(), ifMatch, request.hours());
        return WebhookEndpointResponse.of(rotated.answer()).withSecret(rotated.secret());
    }

    @POST
    @Path("/{id}/replay")
    @Access(
            roles = {Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP},
            tenant = Tenant.ORGANIZATION)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replayWebhookEvents",
            summary = "从某处起重新发送 · Send again from a number or a time on",
            description = "In order, under the same webhook-ids, and then on as before.")
    @APIResponse(responseCode = "200", description = "What is being sent again")
    @APIResponse(responseCode = "400", description = "request-invalid, request-malformed")
    @APIResponse(responseCode = "404", description = "webhook-not-found")
    @APIResponse(responseCode = "422", description = "webhook-nothing-to-send")
    public ReplayResponse replay(
            @PathParam("id") UUID id, @NotNull(message = "{matching.required}") @Valid ReplayRequest request) {
        return service.replay(access.own(id).id(), request.subscription(), request.from(), request.fromTime());
    }

    @POST
    @Path("/{id}/redelivery")
    @Access(
            roles = {Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP},
            tenant = Tenant.ORGANIZATION)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "redeliverWebhookEvent",
            summary = "重新发送一个事件 · Send one event again",
            description = "At once, beside whatever else is being sent, under the same webhook-id.")
    @APIResponse(responseCode = "200", description = "It is being sent")
    @APIResponse(responseCode = "400", description = "request-invalid, request-malformed")
    @APIResponse(responseCode = "404", description = "webhook-not-found")
    @APIResponse(responseCode = "422", description = "webhook-nothing-to-send")
    public ReplayResponse redeliver(
            @PathParam("id") UUID id, @NotNull(message = "{matching.required}") @Valid RedeliveryRequest request) {
        return service.sendAgain(access.own(id).id(), request.subscription(), request.number());
    }

    private static void refusePersonalData(WebhookEndpointRequest request) {
        Map<String, String> texts = new HashMap<>();
        if (request.description() != null) {
            texts.put("#/description", request.description());
        }
        PersonalData.refuse(RequestProblem.INVALID, texts);
    }
}
