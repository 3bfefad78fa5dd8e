package org.duijie.matching.match;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.duijie.chassis.identity.Access;
import org.duijie.chassis.identity.CurrentUser;
import org.duijie.chassis.identity.Tenant;
import org.duijie.chassis.problem.RequestProblem;
import org.duijie.matching.filter.Candidate;
import org.duijie.matching.filter.Filter;
import org.duijie.matching.filter.FilterText;
import org.duijie.matching.replica.Facts;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
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
    private final Scans scans;
    private final CurrentUser user;

    @Inject
    MatchResource(
            MatchEngine engine,
            Replica replica,
            MatchAccess access,
            CurrentBasis basis,
            Scans scans,
            CurrentUser user) {
        this.engine = engine;
        this.facts = replica.facts();
        this.access = access;
        this.basis = basis;
        this.scans = scans;
        this.user = user;
    }

    @GET
    @Access(tenant = Tenant.PARTY)
    @Operation(
            operationId = "listMatches",
            summary = "为一项需求、一项资源或一家组织排名 · Rank the matches of a need, an offer or an organization",
            description = "Computed from the facts of this moment, with every factor's part and the versions used. "
                    + "A need's matches are for its county, the offices above it and who acts for it; an offer's and an "
                    + "organization's are for the organization and who acts for it; all are for the leading group and the "
                    + "supervisor. With a filter the best of the needs that it means.")
    @APIResponse(responseCode = "200", description = "The best matches, best first; ties by id")
    @APIResponse(
            responseCode = "400",
            description =
                    "Not exactly one of need, offer and organization is given, or a value cannot be read: request-invalid")
    @APIResponse(responseCode = "403", description = "access-forbidden")
    @APIResponse(responseCode = "404", description = "match-need-not-found, match-offer-not-found")
    @APIResponse(responseCode = "503", description = "Too busy at the moment: request-unavailable")
    public MatchesResponse list(
            @Parameter(description = "Rank offers for this need", example = "0199f0a4-7c1e-7b7e-8d7c-2f1f6d1f0a01")
                    @QueryParam("need")
                    @Nullable
                    UUID need,
            @Parameter(description = "Rank needs for this offer", example = "0199f0a4-7c1e-7b7e-8d7c-2f1f6d1f0a02")
                    @QueryParam("offer")
                    @Nullable
                    UUID offer,
            @Parameter(
                            description = "Rank needs for all open offers of this organization",
                            example = "51110102MJ0121629F")
                    @QueryParam("organization")
                    @Pattern(regexp = "[0-9A-HJ-NPQRTUWXY]{18}", message = "{matching.credit-code}")
                    @Nullable
                    String organization,
            @Parameter(description = FilterText.DESCRIPTION, example = FilterText.EXAMPLE)
                    @QueryParam("filter")
                    @Size(max = Filter.LONGEST, message = "{matching.size}")
                    @Nullable
                    String filter,
            @Parameter(description = "How many at the most")
                    @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(value = 1, message = "{matching.limit.50}")
                    @Max(value = MAX_LIMIT, message = "{matching.limit.50}")
                    int limit) {
        Filter asked = Filter.parse(filter, "?filter");
        if (Stream.of(need, offer, organization).filter(Objects::nonNull).count() != 1) {
            throw RequestProblem.INVALID.at(
                    "?need",
                    "need、offer 与 organization 须且只能给出一个。",
                    "Give exactly one of need, offer and organization.");
        }
        Basis now = basis.now();
        if (organization != null) {
            return ranked(needs(access.offersOnTheirSide(organization), asked, now, limit), now);
        }
        if (offer != null) {
            return ranked(needs(List.of(access.offerOnItsSide(offer)), asked, now, limit), now);
        }
        if (!asked.equals(Filter.ALL)) {
            throw RequestProblem.INVALID.at(
                    "?filter",
                    "filter 选择需求，只能与 offer 或 organization 一起使用。",
                    "A filter chooses among needs: give it with offer or organization.");
        }
        return ranked(engine.topOffers(access.needOnItsSide(Objects.requireNonNull(need)), facts, now, limit), now);
    }

    /** The best needs that are meant. Where few are, many have to be looked at: one such question of a caller at a time. */
    private List<Match> needs(List<OfferFact> offers, Filter filter, Basis now, int limit) {
        if (filter.equals(Filter.ALL) && offers.size() == 1) {
            return engine.topNeeds(offers.getFirst(), facts, now, limit);
        }
        return scans.look(user.id(), () -> offers.stream()
                .flatMap(offer ->
                        engine.topNeeds(offer, facts, now, need -> filter.admits(candidate(need, now)), limit).stream())
                .filter(match -> match.ppm() >= filter.leastPpm())
                .sorted(Match.BEST_NEED_FIRST)
                .limit(limit)
                .toList());
    }

    private Candidate candidate(NeedFact need, Basis now) {
        return Candidate.of(need, facts.division(need.divisionCode()), now.on());
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
