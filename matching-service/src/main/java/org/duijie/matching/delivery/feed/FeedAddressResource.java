package org.duijie.matching.delivery.feed;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.duijie.chassis.answer.Created;
import org.duijie.chassis.idempotency.Idempotent;
import org.duijie.chassis.identity.Access;
import org.duijie.chassis.identity.Role;
import org.duijie.chassis.identity.Tenant;
import org.duijie.matching.subscription.OwnedAccess;
import org.duijie.matching.subscription.SubscriptionAccess;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/subscriptions/{id}/feed-address")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "subscriptions")
public class FeedAddressResource {

    private final FeedAddressService service;
    private final FeedAddressRepository addresses;
    private final SubscriptionAccess access;
    private final OwnedAccess owned;

    @Inject
    FeedAddressResource(
            FeedAddressService service, FeedAddressRepository addresses, SubscriptionAccess access, OwnedAccess owned) {
        this.service = service;
        this.addresses = addresses;
        this.access = access;
        this.owned = owned;
    }

    @POST
    @Access(
            roles = {Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP},
            tenant = Tenant.ORGANIZATION)
    @Idempotent(ownTransaction = true)
    @Operation(
            operationId = "createFeedAddress",
            summary = "设立或更换订阅源地址 · Make an address for feed readers, or another in its place",
            description =
                    "Feed readers send no token: whoever knows the address reads the stream, and nothing else. It is shown this"
                            + " once. Where there was one before, that leads nowhere from now on.")
    @APIResponse(responseCode = "201", description = "Made; it is shown this once")
    @APIResponse(responseCode = "404", description = "subscription-not-found")
    public RestResponse<FeedAddressResponse> make(
            @PathParam("id") UUID id, @Context HttpHeaders headers, @Context UriInfo uri) {
        access.requireOwn(id);
        var made = service.make(id, owned.platform(), address -> created(FeedAddressResponse.of(address)));
        return created(made.answer().getEntity().shownAt(FeedResource.origin(headers, uri), made.code()));
    }

    private static RestResponse<FeedAddressResponse> created(FeedAddressResponse shown) {
        return Created.at("/subscriptions/" + shown.subscription() + "/feed-address", shown);
    }

    @GET
    @Access(
            roles = {Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP, Role.SUPERVISOR},
            tenant = Tenant.ORGANIZATION)
    @Operation(
            operationId = "getFeedAddress",
            summary = "查看订阅源地址 · See whether there is an address, and when it was last read",
            description = "The address itself is not shown again.")
    @APIResponse(responseCode = "200", description = "There is one")
    @APIResponse(responseCode = "404", description = "subscription-not-found, feed-address-not-found")
    public FeedAddressResponse get(@PathParam("id") UUID id) {
        access.requireReadable(id);
        return addresses
                .findByIdOptional(id)
                .map(FeedAddressResponse::of)
                .orElseThrow(FeedProblem.ADDRESS_NOT_FOUND::problem);
    }

    @DELETE
    @Access(
            roles = {Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP},
            tenant = Tenant.ORGANIZATION)
    @Operation(
            operationId = "revokeFeedAddress",
            summary = "撤销订阅源地址 · Have the address lead nowhere",
            description = "At once, for everybody who knows it.")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "404", description = "subscription-not-found, feed-address-not-found")
    public void revoke(@PathParam("id") UUID id) {
        access.requireOwn(id);
        service.revoke(id);
    }
}
