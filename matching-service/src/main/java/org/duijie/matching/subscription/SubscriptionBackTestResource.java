package org.duijie.matching.subscription;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.duijie.chassis.identity.Access;
import org.duijie.chassis.identity.CurrentUser;
import org.duijie.chassis.identity.Role;
import org.duijie.chassis.identity.Tenant;
import org.duijie.matching.backtest.BackTestResponse;
import org.duijie.matching.backtest.BackTestService;
import org.duijie.matching.backtest.Trial;
import org.duijie.matching.replica.Facts;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.replica.OrganizationFact;
import org.duijie.matching.replica.Replica;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/back-tests/subscriptions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "back-tests")
public class SubscriptionBackTestResource {

    private static final int MAX_MONTHS = 24;
    private static final UUID NOBODYS = new UUID(0, 0);

    private final BackTestService service;
    private final SubscriptionAccess access;
    private final CurrentUser user;
    private final Facts facts;

    @Inject
    SubscriptionBackTestResource(
            BackTestService service, SubscriptionAccess access, CurrentUser user, Replica replica) {
        this.service = service;
        this.access = access;
        this.user = user;
        this.facts = replica.facts();
    }

    @GET
    @Path("/{id}")
    @Access(
            roles = {Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP, Role.SUPERVISOR},
            tenant = Tenant.ORGANIZATION)
    @Operation(
            operationId = "backTestSubscription",
            summary = "回测一个订阅 · What a subscription would have told",
            description = "Over the offers that the organization has open now, as if they had been open all the time.")
    @APIResponse(responseCode = "200", description = "What it would have brought, and since when the history reaches")
    @APIResponse(responseCode = "400", description = "request-invalid")
    @APIResponse(responseCode = "404", description = "subscription-not-found")
    @APIResponse(responseCode = "503", description = "Too busy at the moment: request-unavailable")
    public BackTestResponse existing(
            @PathParam("id") UUID id,
            @Parameter(description = "How many months back")
                    @QueryParam("months")
                    @DefaultValue("12")
                    @Min(value = 1, message = "{matching.months}")
                    @Max(value = MAX_MONTHS, message = "{matching.months}")
                    int months) {
        Subscription subscription = access.readable(id);
        SubscriptionRequest.of(subscription).requireMatches();
        return service.run(trial(subscription.wish()), months, user.id());
    }

    @POST
    @Access(
            roles = {Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP},
            tenant = Tenant.ORGANIZATION,
            foreign = 403)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "backTestSubscriptionTrial",
            summary = "回测一个设想的订阅 · What a subscription would have told that is not made yet",
            description = "The body is that with which one subscribes. Nothing is stored, so it needs no key.")
    @APIResponse(responseCode = "200", description = "What it would have brought, and since when the history reaches")
    @APIResponse(responseCode = "400", description = "request-invalid, request-malformed")
    @APIResponse(responseCode = "503", description = "Too busy at the moment: request-unavailable")
    public BackTestResponse trial(
            @NotNull(message = "{matching.required}") @Valid SubscriptionRequest request,
            @Parameter(description = "How many months back")
                    @QueryParam("months")
                    @DefaultValue("12")
                    @Min(value = 1, message = "{matching.months}")
                    @Max(value = MAX_MONTHS, message = "{matching.months}")
                    int months) {
        access.requireActingFor(request.organization());
        request.requireMatches();
        return service.run(trial(request.wish(NOBODYS)), months, user.id());
    }

    private Trial trial(Wish wish) {
        List<OfferFact> offers = facts.offersOf(wish.organization()).stream()
                .filter(OfferFact::open)
                .toList();
        return new Trial(organization(offers), offers, wish.filter());
    }

    /** Offers know their organization by its id; without offers nobody asks for it. */
    private @Nullable OrganizationFact organization(List<OfferFact> offers) {
        return offers.isEmpty() ? null : facts.organization(offers.getFirst().organizationId());
    }
}
