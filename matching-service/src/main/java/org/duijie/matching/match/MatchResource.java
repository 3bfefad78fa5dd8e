package org.duijie.matching.match;

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
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.duijie.chassis.identity.Access;
import org.duijie.chassis.identity.Tenant;
import org.duijie.chassis.problem.RequestProblem;
import org.duijie.matching.replica.Facts;
import org.duijie.matching.replica.Replica;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/matches")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "matches", description = "匹配 · Offers ranked for a need, needs ranked for an offer")
public class MatchResource {

    private static final int MAX_LIMIT = 50;

    private final MatchEngine engine;
    private final Facts facts;
    private final MatchAccess access;
    private final CurrentBasis basis;

    @Inject
    MatchResource(MatchEngine engine, Replica replica, MatchAccess access, CurrentBasis basis) {
        this.engine = engine;
        this.facts = replica.facts();
        this.access = access;
        this.basis = basis;
    }

    @GET
    @Access(tenant = Tenant.PARTY)
    @Operation(
            operationId = "listMatches",
            summary = "为一项需求或一项资源排名 · Rank the matches of one need or one offer",
            description = "Computed from the facts of this moment, with every factor's part and the versions used. "
                    + "A need's matches are for its county, the offices above it and who acts for it; an offer's are for "
                    + "its organization and who acts for it; both are for the leading group and the supervisor.")
    @APIResponse(responseCode = "200", description = "The best matches, best first; ties by id")
    @APIResponse(
            responseCode = "400",
            description = "Neither or both of need and offer are given, or a value cannot be read: request-invalid")
    @APIResponse(responseCode = "403", description = "access-forbidden")
    @APIResponse(responseCode = "404", description = "match-need-not-found, match-offer-not-found")
    public MatchesResponse list(
            @Parameter(description = "Rank offers for this need", example = "0199f0a4-7c1e-7b7e-8d7c-2f1f6d1f0a01")
                    @QueryParam("need")
                    @Nullable
                    UUID need,
            @Parameter(description = "Rank needs for this offer", example = "0199f0a4-7c1e-7b7e-8d7c-2f1f6d1f0a02")
                    @QueryParam("offer")
                    @Nullable
                    UUID offer,
            @Parameter(description = "How many at the most")
                    @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(value = 1, message = "{matching.limit.50}")
                    @Max(value = MAX_LIMIT, message = "{matching.limit.50}")
                    int limit) {
        Basis now = basis.now();
        if (need != null && offer == null) {
            return ranked(engine.topOffers(access.needOnItsSide(need), facts, now, limit), now);
        }
        if (offer != null && need == null) {
            return ranked(engine.topNeeds(access.offerOnItsSide(offer), facts, now, limit), now);
        }
        throw RequestProblem.INVALID.at("?need", "need 与 offer 须且只能给出一个。", "Give exactly one of need and offer.");
    }

    private MatchesResponse ranked(List<Match> matches, Basis now) {
        return new MatchesResponse(IntStream.range(0, matches.size())
                .mapToObj(i -> {
                    Match match = matches.get(i);
                    return MatchResponse.of(i + 1, engine.judge(match.need(), match.offer(), facts, now));
                })
                .toList());
    }
}
