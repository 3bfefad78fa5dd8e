package org.duijie.matching.subscription;

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
import org.duijie.matching.filter.Filter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/subscriptions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "subscriptions", description = "订阅 · Be told which needs begin and cease to match your offers")
public class SubscriptionResource {

    private final SubscriptionService service;
    private final SubscriptionRepository subscriptions;
    private final SubscriptionAccess access;
    private final OwnedAccess owned;
    private final MergePatch patch;

    @Inject
    SubscriptionResource(
            SubscriptionService service,
            SubscriptionRepository subscriptions,
            SubscriptionAccess access,
            OwnedAccess owned,
            MergePatch patch) {
        this.service = service;
        this.subscriptions = subscriptions;
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
            operationId = "subscribe",
            summary = "订阅 · Subscribe to matches, or to the status of organizations, or to projects",
            description =
                    "A stream of matches begins with MATCH_BEGAN for everything that matches now. One of organizations"
                            + " or projects tells what changes from now on, member by member from what to what: the standing of"
                            + " organizations is public; projects are those that the organization carries out.")
    @APIResponse(responseCode = "201", description = "Subscribed")
    @APIResponse(responseCode = "400", description = "request-invalid, request-malformed")
    @APIResponse(responseCode = "409", description = "There are 100 of them: subscription-too-many")
    @APIResponse(responseCode = "503", description = "Too busy at the moment: request-unavailable")
    public RestResponse<SubscriptionResponse> subscribe(
            @NotNull(message = "{matching.required}") @Valid SubscriptionRequest request) {
        access.requireActingFor(request.organization());
        refuse(request);
        access.requireOwnProjects(request);
        return service.subscribe(
                request, made -> Created.at("/subscriptions/" + made.id(), SubscriptionResponse.of(made)));
    }

    @GET
    @Access(roles = {Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP, Role.SUPERVISOR})
    @Operation(
            operationId = "listSubscriptions",
            summary = "本组织的订阅 · List one's own subscriptions",
            description = "The leading group and the supervisor see all.")
    @APIResponse(responseCode = "200", description = "In the order of making")
    @APIResponse(responseCode = "400", description = "request-invalid")
    public Page<SubscriptionResponse> list(@BeanParam PageRequest page) {
        return owned.page(subscriptions, page, SubscriptionResponse::of);
    }

    @GET
    @Path("/{id}")
    @Access(
            roles = {Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP, Role.SUPERVISOR},
            tenant = Tenant.ORGANIZATION)
    @Operation(operationId = "getSubscription", summary = "查看订阅 · Read a subscription")
    @APIResponse(responseCode = "200", description = "The subscription")
    @APIResponse(responseCode = "404", description = "subscription-not-found")
    public SubscriptionResponse get(@PathParam("id") UUID id) {
        return SubscriptionResponse.of(access.readable(id));
    }

    @PATCH
    @Path("/{id}")
    @Access(
            roles = {Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP},
            tenant = Tenant.ORGANIZATION)
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(
            operationId = "changeSubscription",
            summary = "修改订阅 · Ask for something else",
            description =
                    "A merge patch of everything but the organization. The stream goes on: it is told at once what"
                            + " begins and what ceases to match, with SUBSCRIPTION_CHANGED as the reason.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = SubscriptionPatch.class)))
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "400", description = "request-invalid, request-malformed")
    @APIResponse(responseCode = "404", description = "subscription-not-found")
    @APIResponse(responseCode = "503", description = "Too busy at the moment: request-unavailable")
    public SubscriptionResponse change(
            @PathParam("id") UUID id,
            @NotNull(message = "{matching.required}") JsonNode change,
            @BeanParam IfMatch ifMatch) {
        Subscription subscription = access.own(id);
        return SubscriptionResponse.of(service.change(subscription.id(), ifMatch, asked -> {
            SubscriptionRequest changed = patch.apply(asked, change, SubscriptionRequest.class);
            if (!changed.organization().equals(asked.organization())) {
                throw RequestProblem.INVALID.at(
                        "#/organization", "订阅不能转给另一组织。", "A subscription stays with its organization.");
            }
            if (changed.subject() != asked.subject()) {
                throw RequestProblem.INVALID.at(
                        "#/subject", "订阅对象不能更改；请另建一个订阅。", "A subscription keeps its subject: make another one.");
            }
            refuse(changed);
            access.requireOwnProjects(changed);
            return changed;
        }));
    }

    @DELETE
    @Path("/{id}")
    @Access(
            roles = {Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP},
            tenant = Tenant.ORGANIZATION)
    @Operation(operationId = "unsubscribe", summary = "取消订阅 · End a subscription, and its stream with it")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "404", description = "subscription-not-found")
    public void unsubscribe(@PathParam("id") UUID id, @BeanParam IfMatch ifMatch) {
        service.unsubscribe(access.own(id).id(), ifMatch);
    }

    /** Refuses what cannot be read and what nobody is to keep, before anybody waits for it. */
    private static void refuse(SubscriptionRequest request) {
        request.requireItsOwnMembers();
        PersonalData.refuse(
                RequestProblem.INVALID,
                Map.of(
                        "#/name",
                        request.name(),
                        "#/filter",
                        Filter.parse(request.filter(), "#/filter").words()));
    }
}
