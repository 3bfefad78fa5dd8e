package org.duijie.matching.subscription;

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
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duijie.chassis.identity.CurrentUser;
import org.duijie.chassis.identity.Matter;
import org.duijie.chassis.page.Page;
import org.duijie.chassis.page.PageRequest;
import org.duijie.chassis.privacy.PersonalData;
import org.duijie.chassis.problem.RequestProblem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
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
    private final CurrentUser user;

    @Inject
    SubscriptionResource(
            SubscriptionService service,
            SubscriptionRepository subscriptions,
            SubscriptionAccess access,
            CurrentUser user) {
        this.service = service;
        this.subscriptions = subscriptions;
        this.access = access;
        this.user = user;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "subscribe",
            summary = "订阅匹配 · Subscribe to matches",
            description = "The stream begins with MATCH_BEGAN for everything that matches now.")
    @SecurityRequirement(name = "SecurityScheme")
    @APIResponse(responseCode = "201", description = "Subscribed")
    @APIResponse(responseCode = "400", description = "request-invalid, request-malformed")
    @APIResponse(responseCode = "401", description = "access-unauthenticated")
    @APIResponse(responseCode = "403", description = "Another's organization: access-forbidden")
    @APIResponse(responseCode = "409", description = "There are 100 of them: subscription-too-many")
    @APIResponse(responseCode = "503", description = "Too busy at the moment: request-unavailable")
    public RestResponse<SubscriptionResponse> subscribe(
            @NotNull(message = "{matching.required}") @Valid SubscriptionRequest request) {
        access.requireActingFor(request.organization());
        PersonalData.refuse(RequestProblem.INVALID, Map.of("#/name", request.name()));
        Subscription made = service.subscribe(request);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, SubscriptionResponse.of(made))
                .location(URI.create("/subscriptions/" + made.id()))
                .build();
    }

    @GET
    @Operation(
            operationId = "listSubscriptions",
            summary = "本组织的订阅 · List one's own subscriptions",
            description = "The leading group and the supervisor see all.")
    @SecurityRequirement(name = "SecurityScheme")
    @APIResponse(responseCode = "200", description = "In the order of making")
    @APIResponse(responseCode = "400", description = "request-invalid")
    @APIResponse(responseCode = "401", description = "access-unauthenticated")
    @APIResponse(responseCode = "403", description = "access-forbidden")
    public Page<SubscriptionResponse> list(@BeanParam PageRequest page) {
        access.requireReader();
        List<Subscription> found = user.readsEverything()
                ? subscriptions.all(page.afterId(), page.fetchSize())
                : subscriptions.ofOrganizations(
                        user.organizations(Matter.SUBSCRIPTIONS), page.afterId(), page.fetchSize());
        return Page.of(found, page, Subscription::id, SubscriptionResponse::of);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getSubscription", summary = "查看订阅 · Read a subscription")
    @SecurityRequirement(name = "SecurityScheme")
    @APIResponse(responseCode = "200", description = "The subscription")
    @APIResponse(responseCode = "401", description = "access-unauthenticated")
    @APIResponse(responseCode = "403", description = "access-forbidden")
    @APIResponse(responseCode = "404", description = "subscription-not-found")
    public SubscriptionResponse get(@PathParam("id") UUID id) {
        return SubscriptionResponse.of(access.readable(id));
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "unsubscribe", summary = "取消订阅 · End a subscription, and its stream with it")
    @SecurityRequirement(name = "SecurityScheme")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "401", description = "access-unauthenticated")
    @APIResponse(responseCode = "403", description = "access-forbidden")
    @APIResponse(responseCode = "404", description = "subscription-not-found")
    public void unsubscribe(@PathParam("id") UUID id) {
        service.unsubscribe(access.own(id).id());
    }
}
