package org.duijie.matching.backtest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import org.duijie.chassis.time.BusinessDay;
import org.duijie.matching.filter.Filter;
import org.duijie.matching.filter.FilterText;
import org.duijie.matching.match.MatchAccess;
import org.duijie.matching.replica.Facts;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.replica.OrganizationFact;
import org.duijie.matching.replica.Replica;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/back-tests/offers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "back-tests", description = "回测 · What an offer or a subscription would have brought in the past")
public class OfferBackTestResource {

    private static final int MAX_MONTHS = 24;

    private final BackTestService service;
    private final MatchAccess access;
    private final CurrentUser user;
    private final BusinessDay day;
    private final Facts facts;

    @Inject
    OfferBackTestResource(
            BackTestService service, MatchAccess access, CurrentUser user, BusinessDay day, Replica replica) {
        this.service = service;
        this.access = access;
        this.user = user;
        this.day = day;
        this.facts = replica.facts();
    }

    @GET
    @Path("/{id}")
    @Access(
            roles = {Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP, Role.SUPERVISOR},
            tenant = Tenant.ORGANIZATION)
    @Operation(
            operationId = "backTestOffer",
            summary = "回测一项资源 · What an offer would have matched",
            description =
                    "Judges the needs of the past months as of the days on which they were public: how many would have "
                            + "matched, how many were lost by one criterion and by which. For the offer's organization and who acts "
                            + "for it, the leading group and the supervisor.")
    @APIResponse(responseCode = "200", description = "What it would have brought, and since when the history reaches")
    @APIResponse(responseCode = "400", description = "request-invalid")
    @APIResponse(responseCode = "403", description = "access-forbidden")
    @APIResponse(responseCode = "404", description = "match-offer-not-found")
    @APIResponse(responseCode = "503", description = "Too busy at the moment: request-unavailable")
    public BackTestResponse existing(
            @PathParam("id") UUID id,
            @Parameter(description = "How many months back")
                    @QueryParam("months")
                    @DefaultValue("12")
                    @Min(value = 1, message = "{matching.months}")
                    @Max(value = MAX_MONTHS, message = "{matching.months}")
                    int months,
            @Parameter(description = FilterText.DESCRIPTION, example = FilterText.EXAMPLE)
                    @QueryParam("filter")
                    @Size(max = Filter.LONGEST, message = "{matching.size}")
                    @Nullable
                    String filter) {
        OfferFact offer = access.offerOnItsSide(id);
        return service.run(
                new Trial(facts.organization(offer.organizationId()), List.of(offer), Filter.parse(filter, "?filter")),
                months,
                user.id());
    }

    @POST
    @Access(
            roles = {Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP, Role.SUPERVISOR},
            tenant = Tenant.ORGANIZATION,
            foreign = 403)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "backTestOfferTrial",
            summary = "回测一项设想的资源 · What an offer would have matched that is not open yet",
            description = "The body is that with which an offer is opened. Nothing is stored, so it needs no key.")
    @APIResponse(responseCode = "200", description = "What it would have brought, and since when the history reaches")
    @APIResponse(responseCode = "400", description = "request-invalid, request-malformed")
    @APIResponse(responseCode = "404", description = "match-organization-not-found")
    @APIResponse(responseCode = "503", description = "Too busy at the moment: request-unavailable")
    public BackTestResponse trial(
            @NotNull(message = "{matching.required}") @Valid OfferTrialRequest request,
            @Parameter(description = "How many months back")
                    @QueryParam("months")
                    @DefaultValue("12")
                    @Min(value = 1, message = "{matching.months}")
                    @Max(value = MAX_MONTHS, message = "{matching.months}")
                    int months,
            @Parameter(description = FilterText.DESCRIPTION, example = FilterText.EXAMPLE)
                    @QueryParam("filter")
                    @Size(max = Filter.LONGEST, message = "{matching.size}")
                    @Nullable
                    String filter) {
        OrganizationFact organization = access.ownOrganization(request.organizationId());
        OfferFact offer = request.offer(organization.creditCode(), day.today());
        return service.run(new Trial(organization, List.of(offer), Filter.parse(filter, "?filter")), months, user.id());
    }
}
