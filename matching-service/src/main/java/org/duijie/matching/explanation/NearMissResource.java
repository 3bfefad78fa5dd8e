package org.duijie.matching.explanation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.duijie.chassis.identity.Access;
import org.duijie.chassis.identity.CurrentUser;
import org.duijie.chassis.identity.Tenant;
import org.duijie.chassis.problem.RequestProblem;
import org.duijie.matching.match.Basis;
import org.duijie.matching.match.CurrentBasis;
import org.duijie.matching.match.MatchAccess;
import org.duijie.matching.match.NearMissSearch;
import org.duijie.matching.match.NearMissSearch.Found;
import org.duijie.matching.match.Scans;
import org.duijie.matching.replica.Facts;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.replica.Replica;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/near-misses")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "explanations")
public class NearMissResource {

    private static final int MAX_LIMIT = 50;

    private final NearMissSearch search;
    private final Scans scans;
    private final Facts facts;
    private final MatchAccess access;
    private final CurrentBasis basis;
    private final CurrentUser user;

    @Inject
    NearMissResource(
            NearMissSearch search,
            Scans scans,
            Replica replica,
            MatchAccess access,
            CurrentBasis basis,
            CurrentUser user) {
        this.search = search;
        this.scans = scans;
        this.facts = replica.facts();
        this.access = access;
        this.basis = basis;
        this.user = user;
    }

    @GET
    @Access(tenant = Tenant.PARTY)
    @Operation(
            operationId = "listNearMisses",
            summary = "只差一步的匹配 · What one change would make a match",
            description = "Looks at everything that is open on the other side of one need or one offer and counts what "
                    + "breaks exactly one rule, by rule and by the change that would turn it: lower the smallest "
                    + "commitment by 20,000 yuan and 14 more needs match. For amounts and days of one's own each step "
                    + "includes the smaller ones. Counts are of all there is; only the changes listed are limited. "
                    + "A need's are for its county, the offices above it and who acts for it; an offer's for its "
                    + "organization and who acts for it; both for the leading group and the supervisor. "
                    + "One caller has one such question at a time.")
    @APIResponse(responseCode = "200", description = "What keeps apart, and what each change would bring")
    @APIResponse(
            responseCode = "400",
            description = "Neither or both of need and offer are given, or a value cannot be read: request-invalid")
    @APIResponse(responseCode = "403", description = "access-forbidden")
    @APIResponse(responseCode = "404", description = "match-need-not-found, match-offer-not-found")
    @APIResponse(responseCode = "503", description = "Too busy at the moment: request-unavailable")
    public NearMissesResponse list(
            @Parameter(
                            description = "Which offers nearly match this need",
                            example = "0199f0a4-7c1e-7b7e-8d7c-2f1f6d1f0a01")
                    @QueryParam("need")
                    @Nullable
                    UUID need,
            @Parameter(
                            description = "Which needs this offer nearly matches",
                            example = "0199f0a4-7c1e-7b7e-8d7c-2f1f6d1f0a02")
                    @QueryParam("offer")
                    @Nullable
                    UUID offer,
            @Parameter(description = "How many changes of each rule at the most")
                    @QueryParam("limit")
                    @DefaultValue("10")
                    @Min(value = 1, message = "{matching.limit.50}")
                    @Max(value = MAX_LIMIT, message = "{matching.limit.50}")
                    int limit) {
        Basis now = basis.now();
        if (offer != null && need == null) {
            OfferFact own = access.offerOnItsSide(offer);
            return scans.look(user.id(), () -> {
                Found found = search.needs(own, facts, now);
                return NearMissesResponse.of(found, NearMissTally.of(own, found.nearMisses()), limit, facts, now.on());
            });
        }
        if (need != null && offer == null) {
            NeedFact own = access.needOnItsSide(need);
            return scans.look(user.id(), () -> {
                Found found = search.offers(own, facts, now);
                return NearMissesResponse.of(found, NearMissTally.of(own, found.nearMisses()), limit, facts, now.on());
            });
        }
        throw RequestProblem.INVALID.at("?need", "need 与 offer 须且只能给出一个。", "Give exactly one of need and offer.");
    }
}
